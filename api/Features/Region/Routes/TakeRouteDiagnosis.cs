using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>Takes what a diagnosis of the caller's own came to into the route: its areas with their levels, each once, or those that are named.</summary>
public static class TakeRouteDiagnosis
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapPost("/take-diagnosis", async (Guid routeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(routeId, body.Version, body.DiagnosisId, body.AreaCodes), ct)))
            .Operation(nameof(TakeRouteDiagnosis), Permission.RouteOwn);

    /// <param name="DiagnosisId">One that is done and of the caller.</param>
    /// <param name="AreaCodes">Which of its areas; all when absent.</param>
    public sealed record Body(int Version, Guid DiagnosisId, string[]? AreaCodes = null);

    public sealed record Command(Guid RouteId, int Version, Guid DiagnosisId, string[]? AreaCodes) : ICommand<RouteState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.AreaCodes!.Length).InclusiveBetween(1, 50).When(c => c.AreaCodes is not null).OverridePropertyName("areaCodes");
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, RouteState>
    {
        public async Task<RouteState> Handle(Command command, CancellationToken ct)
        {
            var route = await RouteRow.Lock(db, caller, command.RouteId, command.Version, ct);
            if (!await db.One<bool>("select exists (select from diagnosis where id = @DiagnosisId and person_id = @Person and status = 'Done')",
                new { command.DiagnosisId, caller.Person }, ct)) throw new BadInput("route.diagnosis-unknown") { Pointer = "/diagnosisId" };
            var known = await db.List<string>("select area_code from diagnosis_area where diagnosis_id = @DiagnosisId", command, ct);
            if (Array.FindIndex(command.AreaCodes ?? [], code => !known.Contains(code)) is >= 0 and var at)
                throw new BadInput("route.area-undiagnosed") { Pointer = $"/areaCodes/{at}" };
            await db.Execute(Sql, new { route.RegionCode, route.Id, command.DiagnosisId, command.AreaCodes }, ct);
            return await route.Touch(db, audit, new RouteWritten(), time, ct);
        }
    }

    const string Sql = """
        insert into route_finding (region_code, id, route_id, person_id, reader_ids, position, kind, area_code, text, level_before, diagnosis_id)
        select r.region_code, gen_random_uuid(), r.id, r.person_id, r.reader_ids,
               (select count(*)::int from route_finding f where f.region_code = r.region_code and f.route_id = r.id) +
                   row_number() over (order by a.level)::int,
               case d.kind when 'Achievements' then 'Strength' else 'Deficit' end, a.area_code, coalesce(e.name_ru, a.area_code), a.level, d.id
          from route r join diagnosis d on d.id = @DiagnosisId and d.person_id = r.person_id
          join diagnosis_area a on a.region_code = d.region_code and a.diagnosis_id = d.id
          left join dictionary_entry e on e.dictionary = 'competence-area' and e.code = a.area_code
         where r.region_code = @RegionCode and r.id = @Id and (@AreaCodes::text[] is null or a.area_code = any(@AreaCodes))
           and not exists (select from route_finding f where f.region_code = r.region_code and f.route_id = r.id and f.diagnosis_id = d.id
                                                         and f.area_code = a.area_code and f.dropped_at is null)
        """;
}
