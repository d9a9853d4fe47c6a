using System.Runtime.Loader;

namespace Mentoring.Api.Hosting;

/// <summary>
/// What the demo country's assembly offers. It stands beside the API and calls the product's own rules; nothing here calls
/// into it but this, so that a product in use need not carry it.
/// </summary>
public interface IDemo
{
    /// <summary>Fills an empty database and offers the demo's accounts on the sign-in page.</summary>
    Task Offer(WebApplication app);
}

public static class Demo
{
    const string Assembly = "Mentoring.Demo.dll";

    /// <summary><c>Demo:Enabled</c> decides; without it, only a development start on the embedded server has a demo.</summary>
    public static async Task OfferDemo(this WebApplication app)
    {
        var isTrial = app.Environment.IsDevelopment() && app.Services.GetRequiredService<Database>().IsEmbedded;
        if (!app.Configuration.GetValue("Demo:Enabled", isTrial)) return;

        var file = Path.Combine(AppContext.BaseDirectory, Assembly);
        if (!File.Exists(file))
            throw new HostingProblem($"The demo was asked for, but {Assembly} is not beside the API: put it there, or start with Demo__Enabled=false.");
        var kind = AssemblyLoadContext.Default.LoadFromAssemblyPath(file).GetExportedTypes().Single(type => type.IsAssignableTo(typeof(IDemo)));
        await ((IDemo)Activator.CreateInstance(kind)!).Offer(app);
    }
}
