using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Writes the strengths and deficits of a route as a whole: known ones change, new ones are added, what is left out goes.</summary>
public static class SaveRouteFindings
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPut("/findings", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.Findings), ct)))
            .Operation(nameof(SaveRouteFindings), Permission.RouteOwn);

    /// <param name="Findings">At most 100, in the teacher's own order.</param>
    public sealed record Body(int Version, Finding[] Findings);

    /// <param name="Id">Of one that is there already.</param>
    /// <param name="AreaCode">A leaf of the dictionary `competence-area`.</param>
    /// <param name="Text">At most 1000 characters.</param>
    /// <param name="LevelBefore">0 to 100: where the teacher stood when the route began.</param>
    /// <param name="Closed">A deficit that is overcome.</param>
    public sealed record Finding(FindingKind Kind, string AreaCode, string Text, Guid? Id = null, int? LevelBefore = null, bool Closed = false)
    {
        internal sealed class Validator : AbstractValidator<Finding>
        {
            public Validator()
            {
                RuleFor(f => f.AreaCode).NotEmpty().MaximumLength(100);
                RuleFor(f => f.Text).NotEmpty().MaximumLength(1000);
                RuleFor(f => f.LevelBefore).InclusiveBetween(0, 100);
            }
        }
    }

    public sealed record Command(Guid RouteId, int Version, Finding[] Findings) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Findings.Length).LessThanOrEqualTo(100).OverridePropertyName("findings");
            RuleForEach(c => c.Findings).NotNull().SetValidator(new Finding.Validator());
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            await RouteCodes.DemandAreas(command.Findings.Select((f, i) => (f.AreaCode, $"/findings/{i}/areaCode")), db, ct);
            var known = await db.List<Guid>(
                "select id from route_finding where region_code = @RegionCode and route_id = @Id and dropped_at is null", route, ct);
            if (Array.FindIndex(command.Findings, f => f.Id is { } id && !known.Contains(id)) is >= 0 and var at)
                throw new BadInput("route.finding-unknown") { Pointer = $"/findings/{at}/id" };
            foreach (var (i, id) in command.Findings.Select(f => f.Id).Index())
                if (id is not null && command.Findings.Take(i).Any(f => f.Id == id)) throw new BadInput("route.line-twice") { Pointer = $"/findings/{i}/id" };
            var now = time.GetUtcNow();
            var findings = JsonSerializer.Serialize(command.Findings.Select((f, i) => new
            {
                id = f.Id ?? Guid.CreateVersion7(now), position = i + 1, kind = f.Kind.ToString(), area_code = f.AreaCode, text = f.Text.Trim(),
                level_before = f.LevelBefore, closed = f.Closed,
            }));
            await db.Execute(Sql, new { route.RegionCode, route.Id, findings, Now = now.UtcDateTime, Today = RegionTime.Today(route.TimeZone, time) }, ct);
            return await route.Touch(db, audit, new RouteWritten(), time, ct);
        }
    }

    const string Sql = """
        update route_finding f set dropped_at = @Now where f.region_code = @RegionCode and f.route_id = @Id and f.dropped_at is null
           and f.id not in (select id from jsonb_to_recordset(@findings::jsonb) g (id uuid));
        insert into route_finding (region_code, id, route_id, person_id, reader_ids, position, kind, area_code, text, level_before, closed_on)
        select r.region_code, g.id, r.id, r.person_id, r.reader_ids, g.position, g.kind, g.area_code, g.text, g.level_before, case when g.closed then @Today end
          from route r cross join jsonb_to_recordset(@findings::jsonb) g
               (id uuid, position int, kind text, area_code text, text text, level_before int, closed boolean)
         where r.region_code = @RegionCode and r.id = @Id
            on conflict (region_code, id) do update
           set position = excluded.position, kind = excluded.kind, area_code = excluded.area_code, text = excluded.text,
               level_before = excluded.level_before,
               closed_on = case when excluded.closed_on is not null then coalesce(route_finding.closed_on, excluded.closed_on) end
        """;
}
