using System.Text.Json;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Snapshot = Mentoring.Migrations.PlanSnapshot;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Keeps the numbered versions of a plan: what was written, what is proposed, who signed.</summary>
public sealed class PlanVersionStore(Db db, Caller caller, FreshSignIn fresh, TimeProvider time)
{
    /// <summary>A version as a command holds it.</summary>
    public sealed record Row(
        Guid Id, int Number, PlanVersionKind Kind, PlanVersionStatus Status, string Plan, string? Reason, Guid? LeavingId, Guid? IncomingId,
            string? IncomingName, string AuthorId, ParticipantRole IncomingRole)
    {
        public PlanSnapshot Snapshot => JsonSerializer.Deserialize<PlanSnapshot>(Plan, Json.Options)!;
    }

    /// <summary>Keeps the plan as it stands in the tables as the newest version, current at once.</summary>
    public Task Keep(ProgramRow program, string? reason, CancellationToken ct) => db.Execute(KeepSql, new
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()), Program = program.Id, Reason = reason, By = caller.Id, ByName = caller.Name,
        Now = time.GetUtcNow().UtcDateTime,
    }, ct);

    /// <summary>The plan as it stands in the tables.</summary>
    public async Task<PlanSnapshot> Standing(ProgramRow program, CancellationToken ct) => JsonSerializer.Deserialize<PlanSnapshot>(
        await db.One<string>($"select ({Snapshot.Expression})::text from program p where id = @Id", new { program.Id }, ct), Json.Options)!;

    /// <summary>Puts a change of a plan in force before those who have to sign it; its author's own signature is given with it.</summary>
    public async Task<Row> Propose(ProgramRow program, PlanVersionKind kind, PlanSnapshot plan, string reason, Replacement? replacement, CancellationToken ct)
    {
        if (!program.IsInForce) throw new RuleViolation("program.not-in-force");
        if (program.NoticeUntil is not null) throw new RuleViolation("program.notice-given");
        program.DemandUncontested();
        var id = Guid.CreateVersion7(time.GetUtcNow());
        await db.Execute(ProposeSql, new
        {
            Id = id, Program = program.Id, Kind = kind.ToString(), Plan = JsonSerializer.Serialize(plan, Json.Options), Reason = reason,
            replacement?.Leaving, replacement?.Incoming, replacement?.IncomingName, replacement?.IncomingEmployer, By = caller.Id, ByName = caller.Name,
            Now = time.GetUtcNow().UtcDateTime,
        }, ct);
        return await Find(program.Id, null, id, ct);
    }

    /// <param name="Leaving">Null where whoever comes has left it before.</param>
    public sealed record Replacement(Guid? Leaving, Guid Incoming, string IncomingName, Guid IncomingEmployer);

    public Task<Row> Find(Guid program, int? number, Guid? id, CancellationToken ct) => db.One<Row>("""
        select id, number, kind, status, plan::text plan, reason, leaving_id, incoming_id, incoming_name, author_id,
               coalesce((select role from program_participant i where i.program_id = v.program_id and i.person_id = v.incoming_id), 'Mentor') incoming_role
          from program_version v where program_id = @program and (number = @number or id = @id)
        """, new { program, number, id }, ct);

    /// <summary>Writes the caller's signature, with how the person was identified; a second one changes nothing.</summary>
    public async Task Sign(ProgramRow program, Row version, CancellationToken ct)
    {
        var proof = await fresh.Demand(ct);
        var signature = new
        {
            Version = version.Id, program.Id, caller.Person, Now = time.GetUtcNow().UtcDateTime,
            proof.By, proof.At, proof.Session, proof.Account, proof.Invitation,
        };
        if (await db.Execute(SignSql, signature, ct) == 0
            && !(await Signed(version, ct)).Contains(caller.Person)) throw new RuleViolation("plan.not-asked");
    }

    public async Task<IReadOnlySet<Guid>> Signed(Row version, CancellationToken ct) =>
        (await db.List<Guid>("select person_id from program_version_signature where version_id = @Id", new { version.Id }, ct)).ToHashSet();

    public async Task<IReadOnlyList<PlanAgreement.Signer>> Participants(ProgramRow program, CancellationToken ct) =>
        await db.List<PlanAgreement.Signer>("select person_id, role from program_participant where program_id = @Id and left_on is null", new { program.Id },
            ct);

    /// <summary>The version takes the place of the current one, with the plan that now stands in the tables.</summary>
    public Task Adopt(ProgramRow program, Row version, CancellationToken ct) =>
        db.Execute(AdoptSql, new { Version = version.Id, Program = program.Id, Now = time.GetUtcNow().UtcDateTime }, ct);

    public Task Close(Row version, PlanVersionStatus status, string? reason, CancellationToken ct) => db.ExecuteOne(
        "update program_version set status = @Status, decline_reason = @reason, decided_at = @Now where id = @Id",
        new { version.Id, Status = status.ToString(), reason, Now = time.GetUtcNow().UtcDateTime }, ct);

    const string KeepSql = $"""
        update program_version set status = 'Superseded' where program_id = @Program and status = 'Current';
        insert into program_version (id, program_id, organization_id, region_code, number, kind, status, plan, reason, author_id, author_name, created_at,
            decided_at)
        select @Id, p.id, p.organization_id, p.region_code, (select coalesce(max(number), 0) + 1 from program_version where program_id = @Program),
               'Draft', 'Current', {Snapshot.Expression}, @Reason, @By, @ByName, @Now, @Now
          from program p where p.id = @Program
        """;

    const string ProposeSql = """
        insert into program_version (id, program_id, organization_id, region_code, number, kind, status, plan, reason, leaving_id, incoming_id, incoming_name,
            incoming_employer_id,
                                     author_id, author_name, created_at)
        select @Id, p.id, p.organization_id, p.region_code, (select coalesce(max(number), 0) + 1 from program_version where program_id = @Program),
               @Kind, 'Proposed', @Plan::jsonb, @Reason, @Leaving, @Incoming, @IncomingName, @IncomingEmployer, @By, @ByName, @Now
          from program p where p.id = @Program
        """;

    const string SignSql = """
        insert into program_version_signature (version_id, program_id, organization_id, region_code, person_id, person_name, role, signed_at,
                                              identified_by, identified_at, session_id, account_id, invitation_id)
        select v.id, v.program_id, v.organization_id, v.region_code, @Person, coalesce(i.person_name, v.incoming_name), coalesce(i.role, 'Mentor'), @Now,
               @By, @At::timestamptz, @Session::uuid, @Account::uuid, @Invitation::uuid
          from program_version v left join program_participant i on i.program_id = v.program_id and i.person_id = @Person
               and (i.left_on is null or v.incoming_id = @Person)
         where v.id = @Version and (i.person_id is not null or v.incoming_id = @Person) and v.leaving_id is distinct from @Person
        on conflict do nothing
        """;

    const string AdoptSql = $"""
        update program_version set status = 'Superseded' where program_id = @Program and status = 'Current';
        update program_version v set status = 'Current', decided_at = @Now, plan = (select {Snapshot.Expression} from program p where p.id = @Program)
            where v.id = @Version
        """;
}
