using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

public sealed record CalendarFeedCreated([Code] string Account) : IEvent;

public sealed record RegionalHolidayRemoved([Capital] DateOnly Day, [Capital, Code] string Region) : IEvent;

public sealed record CalendarFeedRevoked([Code] string Account) : IEvent;

public sealed record CalendarDaySet([Capital] DateOnly Day, [Capital] bool IsWorking, [Capital] bool IsShortened) : IEvent;

public sealed record CalendarYearSet([Capital] int Year) : IEvent;

public sealed record RegionalHolidaySet([Capital] DateOnly Day, [Capital, Code] string Region) : IEvent;
