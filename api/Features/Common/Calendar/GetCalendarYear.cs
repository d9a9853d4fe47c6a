using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Whether a year's calendar is settled, and how its days are worked.</summary>
public static class GetCalendarYear
{
    public static void Map(RouteGroupBuilder years) =>
        years.MapGet("/{year:int}", async (int year, string? region, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(year, region), ct)))
            .Operation(nameof(GetCalendarYear), Permission.SignedIn);

    /// <param name="Region">ISO 3166-2:RU; with the region's own holidays.</param>
    public sealed record Query(int Year, string? Region) : IQuery<Result>;

    /// <param name="IsProvisional">The decree is not published yet: the year follows the law alone, and terms counted in it may change.</param>
    /// <param name="Decree">The decree that settles the year; null while it is provisional.</param>
    /// <param name="ShortenedDays">Worked days that are an hour shorter.</param>
    public sealed record Result(int Year, bool IsProvisional, string? Decree, int WorkingDays, IReadOnlyList<DateOnly> ShortenedDays);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Year).InclusiveBetween(2000, 2100);
            RuleFor(q => q.Region).MaximumLength(20);
        }
    }

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var first = new DateOnly(query.Year, 1, 1);
            var calendar = await ProductionCalendar.Around(first, query.Region, db, ct);
            var decree = await db.Maybe<string>("select decree from calendar_year where year = @Year", query, ct);
            var days = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays).ToList();
            return new(query.Year, calendar.IsProvisional(query.Year), decree, days.Count(calendar.IsWorking), [.. days.Where(calendar.IsShortened)]);
        }
    }
}
