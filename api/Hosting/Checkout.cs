namespace Mentoring.Api.Hosting;

/// <summary>The folder that the product works in: the checkout when it runs from one, else where it was published to.</summary>
public sealed class Checkout(string root)
{
    public static Checkout Of(IHostEnvironment environment) =>
        new(Above(environment.ContentRootPath) ?? Above(AppContext.BaseDirectory) ?? environment.ContentRootPath);

    /// <summary>A path that is given absolutely, or from this folder.</summary>
    public string Path(params string[] parts) => System.IO.Path.GetFullPath(System.IO.Path.Combine([root, .. parts]));

    static string? Above(string? folder) =>
        folder is null || File.Exists(System.IO.Path.Combine(folder, "Mentoring.Api.sln")) ? folder : Above(System.IO.Path.GetDirectoryName(folder));
}
