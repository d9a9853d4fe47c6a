namespace Mentoring.Tests.Support;

/// <summary>The checkout that the tests were built from, for tests that read the source itself.</summary>
public static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Source files written by hand below a folder; never empty.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions)
    {
        string[] made = ["bin", "obj", "node_modules", "dist", ".data"];
        var files = Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file))
                && !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Intersect(made).Any())
            .ToList();
        Assert.That(files, Is.Not.Empty, folder);
        return files;
    }

    static string Find(string folder) => File.Exists(Path.Combine(folder, "Mentoring.Api.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
