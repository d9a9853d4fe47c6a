using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>The days of a year on which the production calendar departs from Monday to Friday, with their legal source.</summary>
public static class ListCalendarDays
{
    public static void Map(RouteGroupBuilder days) =>
        days.MapGet("/", async (int year, string? region, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(year, region), ct)))
            .Operation(nameof(ListCalendarDays), Permission.SignedIn);

    /// <param name="Region">ISO 3166-2:RU; the region's own holidays come too.</param>
    public sealed record Query(int Year, string? Region = null) : IQuery<IReadOnlyList<Item>>;

    /// <param name="IsWorking">False for a holiday or a day off, true for a worked weekend.</param>
    /// <param name="IsShortened">An hour shorter, where the decree says so; the days right before holidays are so by law.</param>
    /// <param name="Source">The law or the decree.</param>
    /// <param name="RegionCode">The region whose own holiday it is; null for the whole country.</param>
    public sealed record Item(DateOnly Day, bool IsWorking, bool IsShortened, string Name, string Source, string? RegionCode = null);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Year).InclusiveBetween(2000, 2100);
            RuleFor(q => q.Region).MaximumLength(20);
        }
    }

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>(Sql, query, ct);
    }

    const string Sql = """
        select day, is_working, is_shortened, name, source, null region_code from calendar_day
         where day >= make_date(@Year, 1, 1) and day < make_date(@Year + 1, 1, 1)
        union all
        select day, false, false, name, source, region_code from regional_holiday
         where region_code = @Region and day >= make_date(@Year, 1, 1) and day < make_date(@Year + 1, 1, 1)
         order by 1, 6 nulls first
        """;
}
