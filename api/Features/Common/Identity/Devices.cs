namespace Mentoring.Api.Features.Common.Identity;

/// <summary>What a person recognises a browser of their own by. The header itself, which tells more, is not kept.</summary>
public static class Devices
{
    /// <summary>In the order of asking: most browsers also claim to be those below them.</summary>
    static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser/", "Yandex Browser"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <returns>Null when it says nothing that we know.</returns>
    public static string? NameOf(string? userAgent)
    {
        var names = new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>().ToList();
        return names.Count > 0 ? string.Join(", ", names) : null;
    }

    static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        Array.Find(known, one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) == true).Name;
}
