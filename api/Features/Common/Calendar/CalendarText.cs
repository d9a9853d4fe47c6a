using System.Globalization;
using System.Text;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>How an event stands; a tentative one rests with its program.</summary>
public enum CalendarStatus { Confirmed, Tentative, Cancelled }

/// <param name="Version">Rises with every change that a calendar has to take over (SEQUENCE).</param>
public sealed record CalendarEvent(
    Guid Id, DateTime StartsAt, int DurationMinutes, string Topic, string? Place, string? Link, CalendarStatus Status, int Version);

/// <summary>Writes iCalendar (RFC 5545): escaped texts, lines of at most 75 octets, CRLF.</summary>
public sealed class CalendarText
{
    const int LongestLine = 75;
    readonly StringBuilder _text = new();

    public CalendarText(string name) => Line("BEGIN:VCALENDAR").Line("VERSION:2.0").Line("PRODID:-//Mentoring of teachers//RU").Line("CALSCALE:GREGORIAN")
        .Line("METHOD:PUBLISH").Line($"X-WR-CALNAME:{Escape(name)}").Line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");

    /// <summary>Some hours of a day. A link is a value of its own type, never escaped; as text it stands where calendars show it.</summary>
    public CalendarText Meeting(CalendarEvent meeting, DateTime now)
    {
        var link = Uri.TryCreate(CleanText.Of(meeting.Link ?? ""), UriKind.Absolute, out var uri) ? Ascii(uri) : null;
        var place = string.IsNullOrEmpty(meeting.Place) ? link : meeting.Place;
        Begin(meeting.Id, now, meeting.Topic).Line($"DTSTART:{Utc(meeting.StartsAt)}")
            .Line($"DTEND:{Utc(meeting.StartsAt.AddMinutes(meeting.DurationMinutes))}")
            .State(meeting.Status, meeting.Version);
        if (place is not null) Line($"LOCATION:{Escape(place)}");
        if (link is not null) Line($"DESCRIPTION:{Escape(link)}").Line($"URL:{link}");
        return Line("END:VEVENT");
    }

    /// <summary>An address has ASCII letters alone (RFC 3986): a host in others goes by its name for machines.</summary>
    static string Ascii(Uri uri) => uri.IdnHost == uri.Host ? uri.AbsoluteUri : new UriBuilder(uri) { Host = uri.IdnHost }.Uri.AbsoluteUri;

    /// <summary>A whole day: a deadline, which takes no time of the day.</summary>
    public CalendarText Day(Guid id, DateTime now, DateOnly day, string summary, CalendarStatus status, int version) => Begin(id, now, summary)
        .Line(string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"))
        .Line(string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}"))
        .State(status, version).Line("TRANSP:TRANSPARENT").Line("END:VEVENT");

    public string End() => Line("END:VCALENDAR")._text.ToString();

    CalendarText Begin(Guid id, DateTime now, string summary) =>
        Line("BEGIN:VEVENT").Line($"UID:{id}@mentoring").Line($"DTSTAMP:{Utc(now)}").Line($"SUMMARY:{Escape(summary)}");

    CalendarText State(CalendarStatus status, int version) =>
        Line($"STATUS:{status.ToString().ToUpperInvariant()}").Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{version}"));

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
