using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Carries out a change of a plan in force once everybody has signed it.</summary>
public sealed class PlanChanges(Db db, PlanVersionStore versions, TimeProvider time)
{
    static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Adopts the version if no signature is missing any more.</summary>
    /// <returns>The program after the change; the same one while signatures are missing.</returns>
    public async Task<ProgramRow> AdoptIfAgreed(ProgramRow program, PlanVersionStore.Row version, CancellationToken ct)
    {
        program.DemandUncontested();
        var participants = await versions.Participants(program, ct);
        if (PlanAgreement.Missing(version.Kind, participants, version.LeavingId, version.IncomingId,
            await versions.Signed(version, ct)).Count > 0) return program;
        await (version.Kind switch
        {
            PlanVersionKind.Correction => Correct(program, version.Snapshot, ct),
            PlanVersionKind.Extension => Extend(program, version, ct),
            _ => Replace(program, version, ct),
        });
        await db.ExecuteOne("update program set version = version + 1, updated_at = @Now where id = @Id",
            new { program.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
        await versions.Adopt(program, version, ct);
        return program with { Version = program.Version + 1 };
    }

    Task Correct(ProgramRow program, PlanSnapshot plan, CancellationToken ct) => db.Execute(CorrectSql, new
    {
        program.Id, program.OrganizationId, program.RegionCode,
        Goals = JsonSerializer.Serialize(plan.Goals.Select((g, i) =>
            new { g.Id, Position = i + 1, g.AreaCode, g.Difficulty, g.Goal, g.Measure, g.MeasureBefore, g.MeasureTarget }), Columns),
        Activities = JsonSerializer.Serialize(plan.Activities.Select((a, i) =>
            new { a.Id, Position = i + 1, a.Activity, a.DueOn, Responsible = a.Responsible.ToString(), a.ExpectedResult }), Columns),
    }, ct);

    // The signatures are the consents to the new term; the old ones belong to terms that hold no longer.
    Task Extend(ProgramRow program, PlanVersionStore.Row version, CancellationToken ct)
    {
        var plan = version.Snapshot;
        return db.Execute(ExtendSql, new { program.Id, Version = version.Id, plan.EndsOn, Terms = plan.Terms.Canonical, plan.Terms.Hash }, ct);
    }

    Task Replace(ProgramRow program, PlanVersionStore.Row version, CancellationToken ct) => db.Execute(ReplaceSql, new
    {
        program.Id, Version = version.Id, version.LeavingId, version.IncomingId, Today = program.Today(time),
        Terms = version.Snapshot.Terms.Canonical, version.Snapshot.Terms.Hash,
    }, ct);

    // What is done stays as it was done, whatever was planned of it meanwhile.
    const string CorrectSql = """
        delete from program_goal g where g.program_id = @Id and not exists (select from jsonb_to_recordset(@Goals::jsonb) as n (id uuid) where n.id = g.id);
        insert into program_goal (id, program_id, organization_id, region_code, position, area_code, difficulty, goal, measure, measure_before, measure_target)
        select id, @Id, @OrganizationId, @RegionCode, position, area_code, difficulty, goal, measure, measure_before, measure_target
          from jsonb_to_recordset(@Goals::jsonb) as g (id uuid, position int, area_code text, difficulty text, goal text, measure text, measure_before numeric,
             measure_target numeric)
        on conflict (id, region_code) do update
           set position = excluded.position, area_code = excluded.area_code, difficulty = excluded.difficulty, goal = excluded.goal,
               measure = excluded.measure, measure_before = excluded.measure_before, measure_target = excluded.measure_target;
        delete from roadmap_activity a where a.program_id = @Id and a.done_on is null
            and not exists (select from jsonb_to_recordset(@Activities::jsonb) as n (id uuid) where n.id = a.id);
        insert into roadmap_activity as old (region_code, id, program_id, organization_id, position, activity, due_on, responsible, expected_result)
        select @RegionCode, id, @Id, @OrganizationId, position, activity, due_on, responsible, expected_result
          from jsonb_to_recordset(@Activities::jsonb) as a (id uuid, position int, activity text, due_on date, responsible text, expected_result text)
        on conflict (region_code, id) do update set position = excluded.position, activity = excluded.activity, due_on = excluded.due_on,
               responsible = excluded.responsible, expected_result = excluded.expected_result, version = old.version + 1
         where old.done_on is null
        """;

    const string NewConsents = """
        insert into consent (id, program_id, organization_id, region_code, person_id, status, terms_version, terms_hash, terms, requested_at, decided_at,
                             identified_by, identified_at, session_id, account_id, invitation_id)
        select gen_random_uuid(), p.id, p.organization_id, p.region_code, s.person_id, 'Given', p.terms_version, @Hash, @Terms::jsonb,
               v.created_at, s.signed_at, s.identified_by, s.identified_at, s.session_id, s.account_id, s.invitation_id
          from program p join program_version v on v.id = @Version join program_version_signature s on s.version_id = v.id
         where p.id = @Id
        """;

    const string ExtendSql = $"""
        update consent set status = 'Superseded' where program_id = @Id and status = 'Given';
        update program set ends_on = @EndsOn, terms_version = terms_version + 1 where id = @Id;
        {NewConsents};
        """;

    const string ReplaceSql = $"""
        update program_participant set left_on = coalesce(left_on, @Today) where program_id = @Id and person_id = @LeavingId;
        update consent set status = 'Superseded' where program_id = @Id and person_id = @LeavingId and status = 'Given';
        insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
        select p.id, p.organization_id, p.region_code, v.incoming_id, v.incoming_name, v.incoming_employer_id, 'Mentor', @Today
          from program p join program_version v on v.id = @Version where p.id = @Id
        on conflict (program_id, person_id, region_code) do update
           set left_on = null, person_name = excluded.person_name, employer_id = excluded.employer_id;
        {NewConsents} and s.person_id = @IncomingId;
        """;
}
