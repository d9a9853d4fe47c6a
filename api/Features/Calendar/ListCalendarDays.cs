using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Calendar;

/// <summary>The days of a year on which the production calendar departs from Monday to Friday, with their legal source.</summary>
public static class ListCalendarDays
{
    public static void Map(RouteGroupBuilder days) =>
        days.MapGet("/", async (int year, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(year), ct)))
            .WithSummary("The days of a year on which the production calendar departs from Monday to Friday")
            .Operation(nameof(ListCalendarDays), Permission.SignedIn);

    public sealed record Query(int Year) : IQuery<IReadOnlyList<Item>>;

    /// <param name="IsWorking">False for a holiday or a day off, true for a worked weekend.</param>
    /// <param name="Source">The law or the decree.</param>
    public sealed record Item(DateOnly Day, bool IsWorking, string Name, string Source);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Year).InclusiveBetween(2000, 2100);
    }

    public sealed class Handler(Db db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) => db.List<Item>(
            "select day, is_working, name, source from calendar_day where day >= make_date(@Year, 1, 1) and day < make_date(@Year + 1, 1, 1) order by day", query, ct);
    }
}
