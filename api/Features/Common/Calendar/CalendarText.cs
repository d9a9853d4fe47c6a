using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Mentoring.Api.Platform;
using CalendarEntry = Ical.Net.CalendarComponents.CalendarEvent;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>How an event stands; a tentative one rests with its program.</summary>
public enum CalendarStatus { Confirmed, Tentative, Cancelled }

/// <param name="Version">Rises with every change that a calendar has to take over (SEQUENCE).</param>
public sealed record CalendarEvent(
    Guid Id, DateTime StartsAt, int DurationMinutes, string Topic, string? Place, string? Link, CalendarStatus Status, int Version);

/// <summary>Events as iCalendar (RFC 5545). Every instant is UTC, so that no calendar has to know a zone.</summary>
public sealed class CalendarText
{
    readonly Ical.Net.Calendar _calendar = new() { ProductId = "-//Mentoring of teachers//RU", Scale = "GREGORIAN", Method = "PUBLISH" };

    public CalendarText(string name)
    {
        _calendar.AddProperty("X-WR-CALNAME", CleanText.Of(name));
        var refresh = new CalendarProperty("REFRESH-INTERVAL", "PT1H");
        refresh.AddParameter("VALUE", "DURATION");
        _calendar.AddProperty(refresh);
    }

    /// <summary>Some hours of a day. A link is a value of its own type; as text it stands where calendars show it.</summary>
    public CalendarText Meeting(CalendarEvent meeting, DateTime now)
    {
        // The address as .NET reads it, never as it was typed: a line's end in it would begin a property of its own.
        var link = Uri.TryCreate(CleanText.Of(meeting.Link ?? ""), UriKind.Absolute, out var typed) ? new Uri(typed.AbsoluteUri) : null;
        var entry = Entry(meeting.Id, now, meeting.Topic, meeting.Status, meeting.Version);
        entry.Start = Utc(meeting.StartsAt);
        entry.End = Utc(meeting.StartsAt.AddMinutes(meeting.DurationMinutes));
        entry.Location = string.IsNullOrEmpty(meeting.Place) ? link?.AbsoluteUri : CleanText.Of(meeting.Place);
        (entry.Description, entry.Url) = (link?.AbsoluteUri, link);
        return this;
    }

    /// <summary>A whole day: a deadline, which takes no time of the day.</summary>
    public CalendarText Day(Guid id, DateTime now, DateOnly day, string summary, CalendarStatus status, int version)
    {
        var entry = Entry(id, now, summary, status, version);
        (entry.Start, entry.End, entry.Transparency) = (new CalDateTime(day), new CalDateTime(day.AddDays(1)), TransparencyType.Transparent);
        return this;
    }

    public string End() => new CalendarSerializer().SerializeToString(_calendar)!;

    CalendarEntry Entry(Guid id, DateTime now, string summary, CalendarStatus status, int version)
    {
        var entry = new CalendarEntry
        {
            Uid = $"{id}@mentoring", DtStamp = Utc(now), Summary = CleanText.Of(summary), Status = status.ToString().ToUpperInvariant(), Sequence = version,
        };
        _calendar.Events.Add(entry);
        return entry;
    }

    static CalDateTime Utc(DateTime instant) => new(instant, CalDateTime.UtcTzId);
}
