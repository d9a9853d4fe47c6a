using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>All of one act: its text, its editions, what union and head said, and what the caller may do now.</summary>
public static class GetAct
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapGet("/{actId:guid}", async (Guid actId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(actId), ct)))
            .Operation(nameof(GetAct), Permission.ActRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required string OrganizationFullName { get; init; }

        /// <summary>IANA name of the organization's zone, in which its days begin and end.</summary>
        public required string TimeZone { get; init; }
        public required ActKind Kind { get; init; }
        public required string Title { get; init; }
        public required ActStatus Status { get; init; }

        /// <summary>Counts the texts; each revision is one more.</summary>
        public required int Edition { get; init; }
        public required bool NeedsUnion { get; init; }

        /// <summary>Why the union is not asked about an act of a kind that asks for it.</summary>
        public required string? NoUnionReason { get; init; }
        public required string? Number { get; init; }
        public required DateOnly? SignedOn { get; init; }
        public required DateOnly? EffectiveOn { get; init; }
        public required string? ApprovedByName { get; init; }
        public required DateOnly? EndedOn { get; init; }
        public required string? EndReason { get; init; }

        /// <summary>The act that this one replaces, and the one that replaces it.</summary>
        public required Guid? SupersedesId { get; init; }
        public required string? SupersedesTitle { get; init; }
        public required Guid? SuccessorId { get; init; }
        public required DateTime UpdatedAt { get; init; }

        /// <summary>To be given with the next change.</summary>
        public required int Version { get; init; }

        /// <summary>As its authors wrote it.</summary>
        public required string Text { get; init; }

        /// <summary>The whole sheet, with approval, the union's opinion and signature: the screen, the print and the file show the same.</summary>
        public required IReadOnlyList<PaperBlock> Paper { get; init; } = [];

        /// <summary>The newest first.</summary>
        public required IReadOnlyList<Edited> Editions { get; init; } = [];
        public required IReadOnlyList<Cosign> Cosigns { get; init; } = [];
        public required IReadOnlyList<Returned> Returns { get; init; } = [];

        /// <summary>The steps of the lifecycle that this caller may take now.</summary>
        public required IReadOnlyList<ActStep> Steps { get; init; } = [];
    }

    public sealed record Edited
    {
        public required int Edition { get; init; }
        public required string Title { get; init; }
        public required string? Reason { get; init; }
        public required string WrittenByName { get; init; }
        public required DateTime WrittenAt { get; init; }

        /// <summary>SHA-256 of title and text.</summary>
        public required string TextHash { get; init; }

        /// <summary>Members of the council and the union whose suggestions are in it.</summary>
        public required string[] Contributors { get; init; }
    }

    public sealed record Cosign(int Edition, CosignStatus Status, DateTime RequestedAt, DateTime? DecidedAt, string? DecidedByName, string? Comment);

    public sealed record Returned(int Edition, string Comment, DateTime ReturnedAt, string ReturnedByName);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var act = await db.Many(Sql, query, async rows => await rows.ReadSingleOrDefaultAsync<Result>() is not { } found ? throw new NotFound() : found with
            {
                Editions = [.. await rows.ReadAsync<Edited>()],
                Cosigns = [.. await rows.ReadAsync<Cosign>()],
                Returns = [.. await rows.ReadAsync<Returned>()],
            }, ct);
            var organization = act.OrganizationId;
            if (act.Status is not (ActStatus.InForce or ActStatus.Superseded) && !ActReaders.SeesDrafts(caller, organization)) throw new NotFound();
            return act with
            {
                Paper = ActPaper.Of(act),
                Steps = ActLifecycle.Permitted(act.Status, act.NeedsUnion, act.Cosigns.Any(c => c.Status == CosignStatus.Requested),
                    caller.May(Permission.ActWrite, organization), caller.May(Permission.ActApprove, organization),
                    caller.May(Permission.ActCosign, organization)),
            };
        }
    }

    const string Sql = """
        select a.id, a.organization_id, o.name_short organization_name, o.name_full organization_full_name, z.time_zone, a.kind, a.title, a.status, a.edition,
               a.needs_union, a.no_union_reason, a.number, a.signed_on, a.effective_on,
               a.approved_by_name, a.ended_on, a.end_reason, a.supersedes_id, earlier.title supersedes_title,
               (select s.id from local_act s where s.supersedes_id = a.id and s.status in ('InForce', 'Superseded', 'Approved') limit 1) successor_id,
               a.updated_at, a.version, v.body "text"
          from local_act a
          join organization o on o.id = a.organization_id
          join organization_zone z on z.place_id = a.organization_id
          join local_act_version v on v.act_id = a.id and v.edition = a.edition
          left join local_act earlier on earlier.id = a.supersedes_id
         where a.id = @Id;

        select v.edition, v.title, v.reason, v.written_by_name, v.written_at, v.body_hash text_hash,
               array(select distinct s.author_name from act_suggestion s where s.act_id = v.act_id and s.in_edition = v.edition order by 1) contributors
          from local_act_version v where v.act_id = @Id order by v.edition desc;

        select edition, status, requested_at, decided_at, decided_by_name, comment from act_cosign where act_id = @Id order by edition desc, requested_at desc;

        select edition, comment, returned_at, returned_by_name from act_return where act_id = @Id order by edition desc, returned_at desc;
        """;
}
