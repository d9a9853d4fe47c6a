using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Mentoring.Api.Features.School.Site;

/// <summary>The words of the public page around what authors write, in the reader's language.</summary>
public sealed class SiteWords
{
    static readonly Dictionary<string, SiteWords> Languages = new() { ["ru"] = new("ru"), ["en"] = new("en") };

    readonly Dictionary<string, string> _words;
    readonly CultureInfo _culture;

    SiteWords(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"site/site.{language}.json")
            ?? throw new InvalidOperationException($"The words of the public page in {language} are not among the resources.");
        (_words, _culture, Language) = (JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!, CultureInfo.GetCultureInfo(language), language);
    }

    public string Language { get; }

    public string Other => Language == "ru" ? "en" : "ru";

    /// <summary>The language that the address names, else the one that the browser asks for.</summary>
    public static SiteWords For(string? language) =>
        Languages.GetValueOrDefault(language ?? "") ?? Languages[CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "ru"];

    public IReadOnlyCollection<string> Keys => _words.Keys;

    public string this[string key] => _words[key];

    public string Day(DateOnly day) => day.ToString(_words["day"], _culture);
}
