using System.Globalization;
using System.Text;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Calendar;

/// <summary>Writes iCalendar (RFC 5545): escaped texts, lines of at most 75 octets, CRLF.</summary>
public sealed class CalendarText
{
    const int LongestLine = 75;
    readonly StringBuilder _text = new();

    public CalendarText(string name) => Line("BEGIN:VCALENDAR").Line("VERSION:2.0").Line("PRODID:-//Mentoring of teachers//RU").Line("CALSCALE:GREGORIAN")
        .Line("METHOD:PUBLISH").Line($"X-WR-CALNAME:{Escape(name)}").Line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");

    /// <summary>Some hours of a day.</summary>
    public CalendarText Meeting(Guid id, DateTime now, DateTime starts, int minutes, string summary, string? place, string? link, bool cancelled, int version)
    {
        Begin(id, now, summary).Line($"DTSTART:{Utc(starts)}").Line($"DTEND:{Utc(starts.AddMinutes(minutes))}")
            .Line($"STATUS:{(cancelled ? "CANCELLED" : "CONFIRMED")}").Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{version}"));
        if (!string.IsNullOrEmpty(place)) Line($"LOCATION:{Escape(place)}");
        if (!string.IsNullOrEmpty(link)) Line($"URL:{Escape(link)}");
        return Line("END:VEVENT");
    }

    /// <summary>A whole day: a deadline, which takes no time of the day.</summary>
    public CalendarText Day(Guid id, DateTime now, DateOnly day, string summary) => Begin(id, now, summary)
        .Line(string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"))
        .Line(string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}")).Line("TRANSP:TRANSPARENT").Line("END:VEVENT");

    public string End() => Line("END:VCALENDAR")._text.ToString();

    CalendarText Begin(Guid id, DateTime now, string summary) => Line("BEGIN:VEVENT").Line($"UID:{id}@mentoring").Line($"DTSTAMP:{Utc(now)}").Line($"SUMMARY:{Escape(summary)}");

    CalendarText Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    static string Utc(DateTime instant) => instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    static string Escape(string text) => CleanText.Of(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
