using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Enters a day off of one region: a holiday of a republic, or a religious one that its head names each year.</summary>
public static class SetRegionalHoliday
{
    public static void Map(RouteGroupBuilder days) =>
        days.MapPut("/{day}/regions/{region}", async (DateOnly day, string region, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(day, region, body.Name, body.Source), ct)))
            .Operation(nameof(SetRegionalHoliday), Permission.ReferenceWrite);

    /// <param name="Name">What the day is; at most 200 characters.</param>
    /// <param name="Source">The region's law or decree; at most 300 characters.</param>
    public sealed record Body(string Name, string Source);

    public sealed record Command(DateOnly Day, string Region, string Name, string Source) : ICommand<ListCalendarDays.Item>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Day).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2100, 12, 31));
            RuleFor(c => c.Region).MaximumLength(20);
            RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Source).NotEmpty().MaximumLength(300);
        }
    }

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, ListCalendarDays.Item>
    {
        public async Task<ListCalendarDays.Item> Handle(Command command, CancellationToken ct)
        {
            await db.ExecuteOne(Sql, command, ct);
            audit.AboutPlatform(new RegionalHolidaySet(command.Day, command.Region));
            return new(command.Day, false, false, command.Name, command.Source, command.Region);
        }
    }

    const string Sql = """
        insert into regional_holiday (region_code, day, name, source)
        select code, @Day, @Name, @Source from territory where code = @Region and level = 'Region'
        on conflict (region_code, day) do update set name = excluded.name, source = excluded.source
        """;
}
