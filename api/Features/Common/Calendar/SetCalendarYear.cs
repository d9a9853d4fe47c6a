using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>Says that all days of a year's decree are entered: terms counted in it are final from then on.</summary>
public static class SetCalendarYear
{
    public static void Map(RouteGroupBuilder years) =>
        years.MapPut("/{year:int}", async (int year, Body body, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(year, body.Decree), ct);
                return TypedResults.Ok(await mediator.Send(new GetCalendarYear.Query(year, null), ct));
            })
            .Operation(nameof(SetCalendarYear), Permission.ReferenceWrite);

    /// <param name="Decree">At most 300 characters.</param>
    public sealed record Body(string Decree);

    public sealed record Command(int Year, string Decree) : ICommand<Done>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Year).InclusiveBetween(2000, 2100);
            RuleFor(c => c.Decree).NotEmpty().MaximumLength(300);
        }
    }

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            await db.ExecuteOne(Sql, command, ct);
            audit.AboutPlatform(new CalendarYearSet(command.Year));
            return new();
        }
    }

    const string Sql = "insert into calendar_year (year, decree) values (@Year, @Decree) on conflict (year) do update set decree = excluded.decree";
}
