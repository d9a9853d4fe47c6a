using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Enters what a decree says of a day, as soon as it is published.</summary>
public static class SetCalendarDay
{
    public static void Map(RouteGroupBuilder days) =>
        days.MapPut("/{day}", async (DateOnly day, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(day, body.IsWorking, body.IsShortened, body.Name, body.Source), ct)))
            .Operation(nameof(SetCalendarDay), Permission.ReferenceWrite);

    /// <param name="Name">What the day is; at most 200 characters.</param>
    /// <param name="Source">The decree; at most 300 characters.</param>
    /// <param name="IsShortened">A worked day that is an hour shorter.</param>
    public sealed record Body(bool IsWorking, string Name, string Source, bool IsShortened = false);

    public sealed record Command(DateOnly Day, bool IsWorking, bool IsShortened, string Name, string Source) : ICommand<ListCalendarDays.Item>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Day).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2100, 12, 31));
            RuleFor(c => c.IsShortened).Equal(false).When(c => !c.IsWorking);
            RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Source).NotEmpty().MaximumLength(300);
        }
    }

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, ListCalendarDays.Item>
    {
        public async Task<ListCalendarDays.Item> Handle(Command command, CancellationToken ct)
        {
            await db.ExecuteOne("""
                insert into calendar_day (day, is_working, is_shortened, name, source) values (@Day, @IsWorking, @IsShortened, @Name, @Source)
                on conflict (day) do update set is_working = excluded.is_working, is_shortened = excluded.is_shortened,
                    name = excluded.name, source = excluded.source
                """, command, ct);
            audit.AboutPlatform(new CalendarDaySet(command.Day, command.IsWorking, command.IsShortened));
            return new(command.Day, command.IsWorking, command.IsShortened, command.Name, command.Source);
        }
    }
}
