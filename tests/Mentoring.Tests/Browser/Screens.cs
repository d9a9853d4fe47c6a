using System.Text.RegularExpressions;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Browser;

/// <summary>A screen as an address of the web client's route tree, and somebody who sees it.</summary>
/// <param name="Route">As in the route tree, e.g. <c>/programs/$programId/edit</c>.</param>
/// <param name="Role">The mailbox of a demo account.</param>
/// <param name="Search">What follows the address, e.g. the tab.</param>
/// <param name="ListedOn">The screen whose first link to such a thing gives the id; nothing for a school's or a territory's own screens.</param>
public sealed record Screen(string Route, string Role, string Search = "", string? ListedOn = null)
{
    /// <summary>The addresses at which the first link of a list shows a thing of this kind.</summary>
    public Regex Link => new("^" + Regex.Replace(Route[..(Route.LastIndexOf('$') + 1)], @"\$(\w+/)?", m => m.Value == "$" ? "" : "[^/]+/")
        + "(?<id>[0-9a-f-]{36}|(?<=/indicators/)[a-z0-9-]+)");

    public override string ToString() => $"{Route}{Search} ({Role})";
}

/// <summary>The screens of an area, declared beside its tests: found by their type.</summary>
public interface IScreens
{
    IReadOnlyList<Screen> All { get; }
}

/// <summary>Every screen of the product: those of areas, and what belongs to none.</summary>
public static class Screens
{
    /// <summary>Addresses that show nothing of their own.</summary>
    static readonly string[] Passages = ["/", "/$"];

    public static readonly IReadOnlyList<Screen> All =
    [
        .. Contributions.Of<IScreens>().SelectMany(area => area.All),
        new("/help", "mentor"),
        new("/help", "curator", "?topic=all"),
        new("/admin/", "admin"),
        new("/admin/", "admin", "?tab=dictionaries"),
        new("/admin/", "admin", "?tab=storage"),
        new("/admin/", "admin", "?tab=systems"),
        new("/admin/", "admin", "?tab=audit"),
        new("/admin/", "admin", "?tab=jobs"),
        new("/admin/", "admin", "?tab=territories"),
    ];

    /// <summary>Screens for whoever has not signed in.</summary>
    public static readonly IReadOnlyList<string> SignedOut = ["/signin", "/set-password"];

    /// <summary>What the route tree of the web client declares, without mere passages.</summary>
    public static IReadOnlyList<string> Declared()
    {
        var tree = File.ReadAllText(Repository.At("web-client", "src", "routeTree.gen.ts"));
        var byPath = Regex.Match(tree, @"interface FileRoutesByFullPath \{(?<routes>.*?)\n\}", RegexOptions.Singleline).Groups["routes"].Value;
        return [.. Regex.Matches(byPath, "'(?<route>/[^']*)':").Select(m => m.Groups["route"].Value).Except(Passages)];
    }
}
