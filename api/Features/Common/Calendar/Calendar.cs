using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Chapter: the days that are worked, and each person's own calendar.</summary>
public static class Calendar
{
    public static void MapCalendar(this RouteGroupBuilder api)
    {
        var days = api.MapGroup("/calendar-days").Chapter("Calendar", "The production calendar, and each person's own calendar feed.");
        ListCalendarDays.Map(days);
        SetCalendarDay.Map(days);
        SetRegionalHoliday.Map(days);
        RemoveRegionalHoliday.Map(days);

        var years = api.MapGroup("/calendar-years").WithTags("Calendar");
        GetCalendarYear.Map(years);
        SetCalendarYear.Map(years);

        var feed = api.MapGroup("/me/calendar-feed").WithTags("Calendar");
        GetCalendarFeed.Map(feed);
        CreateCalendarFeed.Map(feed);
        RevokeCalendarFeed.Map(feed);
    }
}
