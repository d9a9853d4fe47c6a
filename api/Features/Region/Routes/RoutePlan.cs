using System.Text.Json;
using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>An activity as it is written into the roadmap.</summary>
/// <param name="Id">Of one that is there already.</param>
/// <param name="AreaCodes">Leaves of the dictionary `competence-area`; at most 10.</param>
/// <param name="FindingIds">The strengths and deficits that it rests on; at most 20.</param>
/// <param name="StartsOn">Within the route's horizon, as its end.</param>
/// <param name="Product">What it is expected to end with; at most 1000 characters.</param>
/// <param name="Resources">What it needs; at most 1000 characters.</param>
/// <param name="ProgramId">The mentoring program that serves it: one in which the teacher takes part.</param>
public sealed record PlanLine(
    RoadmapSection Section, string Title, DateOnly StartsOn, DateOnly EndsOn, string Product, string[] AreaCodes, Guid[] FindingIds, Guid? Id = null,
    string? Resources = null, Guid? ProgramId = null)
{
    internal sealed class Validator : AbstractValidator<PlanLine>
    {
        public Validator()
        {
            RuleFor(a => a.Title).NotEmpty().MaximumLength(500);
            RuleFor(a => a.Product).NotEmpty().MaximumLength(1000);
            RuleFor(a => a.Resources).MaximumLength(1000);
            RuleFor(a => a.AreaCodes.Length).LessThanOrEqualTo(10).OverridePropertyName("areaCodes");
            RuleFor(a => a.FindingIds.Length).LessThanOrEqualTo(20).OverridePropertyName("findingIds");
            RuleFor(a => a.EndsOn).GreaterThanOrEqualTo(a => a.StartsOn);
        }
    }
}

/// <summary>An activity as a version of the plan keeps it.</summary>
public sealed record PlannedActivity(
    Guid Id, RoadmapSection Section, string Title, string[] AreaCodes, Guid[] FindingIds, DateOnly StartsOn, DateOnly EndsOn, string? Resources,
    string Product, Guid? ProgramId);

/// <summary>Writes the roadmap of a route as a whole, and keeps its versions.</summary>
static class RoutePlan
{
    sealed record Known(Guid Id, RouteActivityStatus Status);

    /// <summary>Known activities change, new ones are added, what is left out goes; what was done or called off stays as it was.</summary>
    public static async Task Write(RouteRow route, PlanLine[] lines, Db db, TimeProvider time, CancellationToken ct)
    {
        await RouteCodes.DemandAreas(lines.SelectMany((a, i) => a.AreaCodes.Select((code, j) => (code, $"/activities/{i}/areaCodes/{j}"))), db, ct);
        var known = await db.List<Known>(KnownSql, new { route.RegionCode, route.Id }, ct);
        var findings = await db.List<Guid>("select id from route_finding where region_code = @RegionCode and route_id = @Id and dropped_at is null",
            new { route.RegionCode, route.Id }, ct);
        var programs = await db.List<Guid>(ProgramsSql,
            new { route.RegionCode, route.Id, Programs = lines.Select(line => line.ProgramId).OfType<Guid>().Distinct().ToArray() }, ct);
        foreach (var (i, line) in lines.Index())
        {
            if (line.ProgramId is { } program && !programs.Contains(program))
                throw new BadInput("route.program-unknown") { Pointer = $"/activities/{i}/programId" };
            if (line.StartsOn < route.StartsOn) throw new BadInput("route.term-outside") { Pointer = $"/activities/{i}/startsOn" };
            if (line.EndsOn > route.EndsOn) throw new BadInput("route.term-outside") { Pointer = $"/activities/{i}/endsOn" };
            if (line.Id is not null && lines.Take(i).Any(other => other.Id == line.Id))
                throw new BadInput("route.line-twice") { Pointer = $"/activities/{i}/id" };
            if (line.Id is { } id && known.All(k => k.Id != id)) throw new BadInput("route.activity-unknown") { Pointer = $"/activities/{i}/id" };
            if (Array.FindIndex(line.FindingIds, finding => !findings.Contains(finding)) is >= 0 and var j)
                throw new BadInput("route.finding-unknown") { Pointer = $"/activities/{i}/findingIds/{j}" };
        }

        if (known.Any(k => k.Status is RouteActivityStatus.Done or RouteActivityStatus.CalledOff && lines.All(line => line.Id != k.Id)))
            throw new BadInput("route.activity-settled") { Pointer = "/activities" };

        var now = time.GetUtcNow();
        await db.Execute(WriteSql, new
        {
            route.RegionCode, route.Id, Now = now.UtcDateTime, Lines = JsonSerializer.Serialize(lines.Select((a, i) => new
            {
                id = a.Id ?? Guid.CreateVersion7(now), position = i + 1, section = a.Section.ToString(), title = a.Title.Trim(), area_codes = a.AreaCodes,
                finding_ids = a.FindingIds, starts_on = a.StartsOn, ends_on = a.EndsOn, resources = a.Resources?.Trim(), product = a.Product.Trim(),
                program_id = a.ProgramId,
            })),
        }, ct);
    }

    /// <summary>Keeps the plan as it stands now as the next version.</summary>
    /// <returns>Its number.</returns>
    public static Task<int> Keep(RouteRow route, CorrectionReason reason, string words, Db db, TimeProvider time, CancellationToken ct) =>
        db.One<int>(KeepSql, new { route.RegionCode, route.Id, Reason = reason.ToString(), words, Now = time.GetUtcNow().UtcDateTime }, ct);

    public static IReadOnlyList<PlannedActivity> Read(string plan) => JsonSerializer.Deserialize<PlannedActivity[]>(plan, Json.Options)!;

    const string KnownSql = "select id, status from route_activity where region_code = @RegionCode and route_id = @Id and dropped_at is null";

    /// <summary>Programs in which the teacher takes part, and those that serve the route already.</summary>
    const string ProgramsSql = """
        select id from program where id = any(@Programs)
        union select program_id from route_activity where region_code = @RegionCode and route_id = @Id and program_id = any(@Programs)
        """;

    const string WriteSql = """
        update route_activity a set dropped_at = @Now where a.region_code = @RegionCode and a.route_id = @Id and a.dropped_at is null
           and a.id not in (select id from jsonb_to_recordset(@Lines::jsonb) g (id uuid));
        insert into route_activity (region_code, id, route_id, person_id, reader_ids, position, section, title, area_codes, finding_ids, starts_on, ends_on,
                                    resources, product, program_id, status)
        select r.region_code, g.id, r.id, r.person_id, r.reader_ids, g.position, g.section, g.title, g.area_codes, g.finding_ids, g.starts_on, g.ends_on,
               g.resources, g.product, g.program_id, 'Planned'
          from route r cross join jsonb_to_recordset(@Lines::jsonb) g
               (id uuid, position int, section text, title text, area_codes text[], finding_ids uuid[], starts_on date, ends_on date, resources text,
                product text, program_id uuid)
         where r.region_code = @RegionCode and r.id = @Id
            on conflict (region_code, id) do update
           set position = excluded.position, section = excluded.section, title = excluded.title, area_codes = excluded.area_codes,
               finding_ids = excluded.finding_ids, starts_on = excluded.starts_on, ends_on = excluded.ends_on, resources = excluded.resources,
               product = excluded.product, program_id = excluded.program_id
         where route_activity.status in ('Planned', 'InProgress')
        """;

    const string KeepSql = """
        insert into route_version (region_code, route_id, person_id, reader_ids, number, reason, words, plan, made_at)
        select r.region_code, r.id, r.person_id, r.reader_ids,
               (select coalesce(max(v.number), 0) + 1 from route_version v where v.region_code = r.region_code and v.route_id = r.id), @Reason, @words,
               (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'section', a.section, 'title', a.title, 'areaCodes', a.area_codes,
                           'findingIds', a.finding_ids, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'resources', a.resources, 'product', a.product,
                           'programId', a.program_id) order by a.position, a.id), '[]')
                  from route_activity a where a.region_code = r.region_code and a.route_id = r.id and a.dropped_at is null), @Now
          from route r where r.region_code = @RegionCode and r.id = @Id
        returning number
        """;
}
