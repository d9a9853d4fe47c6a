using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The versions of a program's plan, the newest first, with who signed them and who is still to sign.</summary>
public static class ListPlanVersions
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/{programId:guid}/plan-versions", async (Guid programId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(programId), ct)))
            .Operation(nameof(ListPlanVersions), Permission.ProgramRead);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Reason">Why the plan changed; the first version has none.</param>
    /// <param name="DeclineReason">Why a proposal was declined.</param>
    /// <param name="LeavingName">The mentor who would be replaced.</param>
    /// <param name="IncomingName">The mentor who would come.</param>
    /// <param name="DecidedAt">When it came to hold, or was declined or withdrawn.</param>
    /// <param name="Missing">Names of those whose signature is missing.</param>
    /// <param name="MaySign">The caller is one of them, or may add a signature.</param>
    /// <param name="MayDecline">The caller may decline the proposal.</param>
    /// <param name="MayWithdraw">The caller may take the proposal back.</param>
    public sealed record Item(
        int Number, PlanVersionKind Kind, PlanVersionStatus Status, string? Reason, string? DeclineReason, string? LeavingName, string? IncomingName,
        string AuthorName, DateTime CreatedAt, DateTime? DecidedAt, IReadOnlyList<Signature> Signatures, IReadOnlyList<string> Missing, bool MaySign,
            bool MayDecline, bool MayWithdraw);

    public sealed record Signature(string Name, ParticipantRole Role, DateTime SignedAt);

    sealed record Row(
        Guid Id, int Number, PlanVersionKind Kind, PlanVersionStatus Status, string? Reason, string? DeclineReason, Guid? LeavingId, string? LeavingName,
            Guid? IncomingId,
        string? IncomingName, string AuthorId, string AuthorName, DateTime CreatedAt, DateTime? DecidedAt);

    sealed record Signed(Guid VersionId, Guid PersonId, string Name, ParticipantRole Role, DateTime SignedAt);

    sealed record Person(Guid PersonId, string Name, ParticipantRole Role);

    sealed record Program(Guid OrganizationId, ProgramStatus Status);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var (program, versions, signatures, people) = await db.Many(Sql, query, async rows => (
                Program: await rows.ReadSingleOrDefaultAsync<Program>() ?? throw new NotFound(),
                Versions: (await rows.ReadAsync<Row>()).ToList(),
                Signatures: (await rows.ReadAsync<Signed>()).ToLookup(s => s.VersionId),
                People: (await rows.ReadAsync<Person>()).ToList()), ct);
            var may = caller.Grants.PermissionsFor(program.OrganizationId, query.Id);
            return [.. versions.Select(v => Item(v, [.. signatures[v.Id]], people, program.Status, may))];
        }

        Item Item(Row v, List<Signed> signed, List<Person> people, ProgramStatus status, IReadOnlySet<Permission> may)
        {
            var by = signed.Select(s => s.PersonId).ToHashSet();
            var names = people.ToDictionary(p => p.PersonId, p => p.Name);
            if (v.IncomingId is { } incoming) names[incoming] = v.IncomingName!;
            var open = v.Status == PlanVersionStatus.Proposed;
            var missing = open || v.Status == PlanVersionStatus.Current
                ? PlanAgreement.Missing(v.Kind, [.. people.Select(p => new PlanAgreement.Signer(p.PersonId, p.Role))], open ? v.LeavingId : null,
                    open ? v.IncomingId : null, by)
                : [];
            var running = status is not (ProgramStatus.Completed or ProgramStatus.EndedEarly or ProgramStatus.Cancelled);
            var own = caller.Scope.Person;
            var asked = own is { } person && person != v.LeavingId && (people.Any(p => p.PersonId == person) || open && person == v.IncomingId);
            return new(
                v.Number, v.Kind, v.Status, v.Reason, v.DeclineReason, v.LeavingName, v.IncomingName, v.AuthorName, v.CreatedAt, v.DecidedAt,
                [.. signed.Select(s => new Signature(s.Name, s.Role, s.SignedAt))], [.. missing.Select(m => names[m.PersonId])],
                MaySign: running && asked && !by.Contains(own!.Value) && (open || v.Status == PlanVersionStatus.Current),
                MayDecline: open && asked,
                MayWithdraw: open && (v.AuthorId == caller.Id || may.Contains(Permission.ProgramWrite)));
        }
    }

    const string Sql = """
        select organization_id, status from program where id = @Id;

        select v.id, v.number, v.kind, v.status, v.reason, v.decline_reason, v.leaving_id, i.person_name leaving_name, v.incoming_id, v.incoming_name,
               v.author_id, v.author_name, v.created_at, v.decided_at
          from program_version v left join program_participant i on i.program_id = v.program_id and i.person_id = v.leaving_id
         where v.program_id = @Id order by v.number desc;

        select version_id, person_id, person_name as name, role, signed_at from program_version_signature where program_id = @Id order by signed_at;

        select person_id, person_name as name, role from program_participant where program_id = @Id and left_on is null order by role, person_name
        """;
}
