using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Mentoring.Api.Platform;

/// <summary>What a problem code says to people, in their language. Each area's catalogues lie in its folder.</summary>
public static class ProblemTexts
{
    public static readonly IReadOnlyDictionary<string, string> Russian = Load("ru");
    public static readonly IReadOnlyDictionary<string, string> English = Load("en");

    /// <param name="code">A key of the catalogues; an unknown one is a defect that the tests find.</param>
    public static string Of(string code, IEnumerable<(string Name, object? Value)> values)
    {
        var catalogue = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? Russian : English;
        var text = catalogue.GetValueOrDefault(code, code);
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.CurrentCulture), StringComparison.Ordinal);
        return text;
    }

    static Dictionary<string, string> Load(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith($".problems.{language}.json", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
            })
            .ToDictionary(StringComparer.Ordinal);
    }
}
