using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Requests that were sent to the caller, as a mentor or as a mentee; what waits for an answer first, at most 100.</summary>
public static class ListOwnMatchRequests
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListOwnMatchRequests), Permission.MatchAnswer);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <summary>One request as the caller sees it.</summary>
    public sealed record Item
    {
        public required Guid Id { get; init; }

        /// <summary>As whom the caller was asked.</summary>
        public required MatchSide Side { get; init; }
        public required MatchRequestStatus Status { get; init; }

        /// <summary>Of the person on the other side.</summary>
        public required string OtherName { get; init; }

        /// <summary>Where that person works.</summary>
        public required string OtherOrganizationName { get; init; }

        /// <summary>Competence areas of the mentee's difficulties with which the mentor helps.</summary>
        public required string[] Areas { get; init; } = [];

        /// <summary>Several mentees of one mentor work together.</summary>
        public required bool Group { get; init; }
        public required string? Note { get; init; }
        public required DateTime AskedAt { get; init; }
        public required DateTime ExpiresAt { get; init; }

        /// <summary>When the caller said yes.</summary>
        public required DateTime? OwnYesAt { get; init; }

        /// <summary>When the other side said yes.</summary>
        public required DateTime? OtherYesAt { get; init; }
        public required MatchRequestReason? ReasonCode { get; init; }
        public required string? Reason { get; init; }
        public required Guid? ProgramId { get; init; }

        /// <summary>An answer is awaited from the caller.</summary>
        public required bool CanAnswer { get; init; }
        public required int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            db.List<Item>(Sql, new { caller.Person, Now = time.GetUtcNow().UtcDateTime }, ct);
    }

    const string Sql = """
        select r.id, s.side, r.status, case s.side when 'Mentor' then r.mentee_name else r.mentor_name end other_name,
               o.name_short other_organization_name, r.areas, r.group_id is not null "group", r.note, r.asked_at, r.expires_at,
               s.own_yes_at, s.other_yes_at, r.reason_code, r.reason, r.program_id,
               r.status = 'Requested' and s.own_yes_at is null and r.expires_at > @Now can_answer, r.version
          from match_request r
          cross join lateral (
              select 'Mentor' side, r.mentor_yes_at own_yes_at, r.mentee_yes_at other_yes_at, r.organization_id other where r.mentor_id = @Person
              union all
              select 'Mentee', r.mentee_yes_at, r.mentor_yes_at, r.mentor_organization_id where r.mentee_id = @Person) s
          join organization o on o.id = s.other
         where r.mentor_id = @Person or r.mentee_id = @Person
         order by can_answer desc, r.asked_at desc, r.id
         limit 100
        """;
}

/// <summary>As whom a person is asked.</summary>
public enum MatchSide { Mentor, Mentee }
