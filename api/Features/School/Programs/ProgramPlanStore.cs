using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Looks up what a plan names, and writes its people, goals and roadmap anew.</summary>
public static class ProgramPlanStore
{
    static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    sealed record Unknown(string Pointer);

    public sealed record Employed(Guid PersonId, string Name, Guid EmployerId);

    sealed record Wanted(string Dictionary, string Code, string Pointer);

    public static Task CheckCodes(ProgramPlan plan, DateOnly today, Db db, CancellationToken ct) => Check(
    [
        .. Said("mentoring-form", plan.FormCode, "/formCode"),
        .. Said("mentoring-kind", plan.KindCode, "/kindCode"),
        .. Said("program-purpose", plan.PurposeCode, "/purposeCode"),
        .. Areas(plan.Goals.Select(goal => goal.AreaCode)),
    ], today, db, ct);

    public static Task CheckAreas(IEnumerable<string> codes, DateOnly today, Db db, CancellationToken ct) => Check([.. Areas(codes)], today, db, ct);

    public static Task CheckCodes(RoadmapTemplate template, DateOnly today, Db db, CancellationToken ct) =>
        Check([new("program-purpose", template.PurposeCode, "/purposeCode"), .. Areas(template.Goals.Select(goal => goal.AreaCode))], today, db, ct);

    static IEnumerable<Wanted> Said(string dictionary, string code, string pointer) => code.Length > 0 ? [new(dictionary, code, pointer)] : [];

    static IEnumerable<Wanted> Areas(IEnumerable<string> codes) => codes.Select((code, i) => new Wanted("competence-area", code, $"/goals/{i}/areaCode"));

    static async Task Check(IReadOnlyList<Wanted> wanted, DateOnly today, Db db, CancellationToken ct)
    {
        var unknown = await db.Maybe<Unknown>(FindUnknown, new { Wanted = JsonSerializer.Serialize(wanted, Columns), Today = today }, ct);
        if (unknown is not null) throw new BadInput("program.code-unknown") { Pointer = unknown.Pointer };
    }

    /// <param name="withPeople">False where the participants stay as they are.</param>
    public static async Task Write(ProgramPlan plan, ProgramRow program, DateOnly today, bool withPeople, TimeProvider time, Db db, CancellationToken ct)
    {
        if (withPeople) await WritePeople(plan, program, today, db, ct);
        await db.Execute(Rewrite, new
        {
            program.Id, program.OrganizationId, program.RegionCode,
            Goals = JsonSerializer.Serialize(plan.Goals.Select((g, i) => new
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()), Position = i + 1, g.AreaCode, g.Difficulty, g.Goal, g.Measure, g.MeasureBefore, g.MeasureTarget,
            }), Columns),
            Activities = JsonSerializer.Serialize(plan.Activities.Select((a, i) => new
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()), Position = i + 1, a.Activity, a.DueOn, Responsible = a.Responsible.ToString(), a.ExpectedResult,
            }), Columns),
        }, ct);
    }

    static async Task WritePeople(ProgramPlan plan, ProgramRow program, DateOnly today, Db db, CancellationToken ct)
    {
        var known = await Employees([.. plan.Participants.Select(p => p.PersonId)], program, today, db, ct);
        for (var i = 0; i < plan.Participants.Count; i++)
            if (!known.ContainsKey(plan.Participants[i].PersonId)) throw new BadInput("program.person-unknown") { Pointer = $"/participants/{i}/personId" };

        await db.Execute(RewritePeople, new
        {
            program.Id, program.OrganizationId, program.RegionCode, plan.StartsOn,
            Participants = JsonSerializer.Serialize(plan.Participants.Select(p => new
            {
                p.PersonId, PersonName = known[p.PersonId].Name, known[p.PersonId].EmployerId, Role = p.Role.ToString(),
            }), Columns),
        }, ct);
    }

    /// <summary>
    /// The people whom the caller can see and who are employed today, and mentors of other schools with whom a pair was agreed; anybody
    /// else is not known.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, Employed>> Employees(Guid[] people, ProgramRow program, DateOnly today, Db db, CancellationToken ct) =>
        (await db.List<Employed>(FindEmployed, new { program.Id, program.OrganizationId, Today = today, People = people }, ct)).ToDictionary(e => e.PersonId);

    const string FindUnknown = """
        select pointer from jsonb_to_recordset(@Wanted::jsonb) as w (dictionary text, code text, pointer text)
         where not exists (select from dictionary_entry d where d.dictionary = w.dictionary and d.code = w.code
                              and d.valid_from <= @Today and (d.valid_to is null or d.valid_to > @Today))
         order by pointer limit 1
        """;

    // Somebody who works at several places takes part for the program's organization, else for the main one.
    const string FindEmployed = """
        select distinct on (person_id) person_id, name, employer_id from (
            select p.id person_id, person_name(p) as name, e.organization_id employer_id, e.organization_id = @OrganizationId own, e.is_main main
              from person p
              join employment e on e.person_id = p.id and e.started_on <= @Today and (e.ended_on is null or e.ended_on > @Today)
             where p.id = any(@People) and p.pseudonymised_at is null
            union all
            select r.mentor_id, r.mentor_name, r.mentor_organization_id, false, false from match_request r
             where r.organization_id = @OrganizationId and r.mentor_organization_id <> @OrganizationId and r.mentor_id = any(@People)
               and (r.status = 'Accepted' or r.program_id = @Id)) known
         order by person_id, own desc, main desc
        """;

    const string RewritePeople = """
        delete from program_participant where program_id = @Id;
        insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
        select @Id, @OrganizationId, @RegionCode, person_id, person_name, employer_id, role, @StartsOn
          from jsonb_to_recordset(@Participants::jsonb) as p (person_id uuid, person_name text, employer_id uuid, role text);
        """;

    const string Rewrite = """
        delete from program_goal where program_id = @Id;
        delete from roadmap_activity where program_id = @Id;
        insert into program_goal (id, program_id, organization_id, region_code, position, area_code, difficulty, goal, measure, measure_before, measure_target)
        select id, @Id, @OrganizationId, @RegionCode, position, area_code, difficulty, goal, measure, measure_before, measure_target
          from jsonb_to_recordset(@Goals::jsonb) as g (id uuid, position int, area_code text, difficulty text, goal text, measure text, measure_before numeric,
             measure_target numeric);
        insert into roadmap_activity (region_code, id, program_id, organization_id, position, activity, due_on, responsible, expected_result)
        select @RegionCode, id, @Id, @OrganizationId, position, activity, due_on, responsible, expected_result
          from jsonb_to_recordset(@Activities::jsonb) as a (id uuid, position int, activity text, due_on date, responsible text, expected_result text);
        """;
}
