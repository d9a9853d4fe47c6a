using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Writes the alternatives that were considered side by side, which of them was chosen, and why.</summary>
public static class SaveRouteAlternatives
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPut("/alternatives", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.Alternatives), ct)))
            .Operation(nameof(SaveRouteAlternatives), Permission.RouteOwn);

    /// <param name="Alternatives">At most 10; one at most is chosen.</param>
    public sealed record Body(int Version, Alternative[] Alternatives);

    /// <param name="Gains">What it would give; at most 2000 characters.</param>
    /// <param name="Costs">What it would take; at most 2000 characters.</param>
    /// <param name="Motive">Why this one: needed where it is chosen; at most 2000 characters.</param>
    public sealed record Alternative(string Title, string Gains, string Costs, bool Chosen = false, string? Motive = null)
    {
        internal sealed class Validator : AbstractValidator<Alternative>
        {
            public Validator()
            {
                RuleFor(a => a.Title).NotEmpty().MaximumLength(300);
                RuleFor(a => a.Gains).NotNull().MaximumLength(2000);
                RuleFor(a => a.Costs).NotNull().MaximumLength(2000);
                RuleFor(a => a.Motive).MaximumLength(2000);
                RuleFor(a => a.Motive).NotEmpty().When(a => a.Chosen);
            }
        }
    }

    public sealed record Command(Guid RouteId, int Version, Alternative[] Alternatives) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Alternatives.Length).LessThanOrEqualTo(10).OverridePropertyName("alternatives");
            RuleForEach(c => c.Alternatives).NotNull().SetValidator(new Alternative.Validator());
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            var alternatives = command.Alternatives;
            if (alternatives.Count(a => a.Chosen) > 1)
                throw new BadInput("route.alternative-chosen") { Pointer = $"/alternatives/{Array.FindLastIndex(alternatives, a => a.Chosen)}/chosen" };
            var now = time.GetUtcNow();
            await db.Execute(Sql, new
            {
                route.RegionCode, route.Id, Alternatives = JsonSerializer.Serialize(alternatives.Select((a, i) => new
                {
                    id = Guid.CreateVersion7(now), position = i + 1, title = a.Title.Trim(), gains = a.Gains.Trim(), costs = a.Costs.Trim(),
                    chosen = a.Chosen, motive = a.Chosen ? a.Motive!.Trim() : null,
                })),
            }, ct);
            return await route.Touch(db, audit, new RouteWritten(), time, ct);
        }
    }

    const string Sql = """
        delete from route_alternative where region_code = @RegionCode and route_id = @Id;
        insert into route_alternative (region_code, id, route_id, person_id, reader_ids, position, title, gains, costs, chosen, motive)
        select r.region_code, g.id, r.id, r.person_id, r.reader_ids, g.position, g.title, g.gains, g.costs, g.chosen, g.motive
          from route r cross join jsonb_to_recordset(@Alternatives::jsonb) g
               (id uuid, position int, title text, gains text, costs text, chosen boolean, motive text)
         where r.region_code = @RegionCode and r.id = @Id
        """;
}
