using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>
/// What e-mails say, in the reader's language: the kind, the subject's title, the time, a link. No names of people. What a kind is
/// called lies beside the notices of its area.
/// </summary>
public sealed class MailText
{
    static readonly Dictionary<string, MailText> Languages = new() { ["ru"] = new("ru"), ["en"] = new("en") };

    readonly IReadOnlyDictionary<string, string> _texts;
    readonly CultureInfo _culture;

    MailText(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        _texts = assembly.GetManifestResourceNames()
            .Where(name => name == $"mail/mail.{language}.json" || name.EndsWith($".notices.{language}.json", StringComparison.Ordinal))
            .SelectMany(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
            })
            .ToDictionary(StringComparer.Ordinal);
        _culture = CultureInfo.GetCultureInfo(language);
    }

    public static MailText In(string language) => Languages[language];

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>One thing to tell.</summary>
    /// <param name="Path">The page in the web client.</param>
    public sealed record Item(NotificationKind Kind, string Title, string? About, DateTime? StartsAt, string Path);

    public string Subject(Item item) => $"{_texts[item.Kind.ToString()]}: {item.Title}";

    /// <param name="timeZone">In which the reader's clock runs.</param>
    public string Single(Item item, string timeZone, string address) => Body([item], timeZone, address);

    public string DigestSubject(int count) => _texts["digest"].Replace("{count}", count.ToString(_culture), StringComparison.Ordinal);

    public string Body(IReadOnlyList<Item> items, string timeZone, string address)
    {
        var body = new StringBuilder();
        foreach (var item in items)
        {
            body.AppendLine(_texts[item.Kind.ToString()]);
            body.AppendLine(item.Title);
            if (item.About is { } about) body.AppendLine(about);
            if (item.StartsAt is { } starts) body.AppendLine(When(starts, timeZone));
            body.AppendLine($"{address}{item.Path}").AppendLine();
        }

        return body.AppendLine("--").Append(_texts["why"]).Append(' ').Append(address).AppendLine("/profile").ToString();
    }

    /// <summary>A letter to whom it concerns, outside the inbox: its subject and its text stand in the catalogue under this key.</summary>
    /// <param name="when">What <c>{when}</c> stands for, by this zone's clock.</param>
    public (string Subject, string Text) Letter(string key, DateTime when, string timeZone, params (string Name, string Value)[] values)
    {
        string Fill(string text) => values
            .Append(("when", When(when, timeZone)))
            .Aggregate(text, (filled, value) => filled.Replace($"{{{value.Item1}}}", value.Item2, StringComparison.Ordinal));
        return (Fill(_texts[$"{key}.subject"]), Fill(_texts[$"{key}.text"]));
    }

    string When(DateTime instant, string timeZone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(timeZone))
            .ToString(_texts["time"], _culture);
}
