using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The caller's own tutor, what waits for the caller's answer, who was before, and whom to ask for one.</summary>
public static class GetOwnTutoring
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/tutoring", async (IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(), ct)))
            .Operation(nameof(GetOwnTutoring), Permission.TutoringRead);

    public sealed record Query : IQuery<Result>;

    /// <param name="Now">At work, offered or asked for: two at most, where another tutor is to take over.</param>
    /// <param name="Past">What is over, the latest first; at most 20.</param>
    /// <param name="Bodies">Bodies that the caller can ask for a tutor.</param>
    public sealed record Result(IReadOnlyList<Item> Now, IReadOnlyList<Item> Past, IReadOnlyList<Body> Bodies);

    /// <summary>One tutor of the caller's.</summary>
    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required TutoringStatus Status { get; init; }
        public required string BodyName { get; init; }

        /// <summary>Null while none is named.</summary>
        public required string? TutorName { get; init; }
        public required string? Note { get; init; }
        public required DateOnly? StartsOn { get; init; }

        /// <summary>The first day on which it is over.</summary>
        public required DateOnly? EndsOn { get; init; }

        /// <summary>The day by which an answer is awaited.</summary>
        public required DateOnly? AnswerBy { get; init; }

        /// <summary>Said with the last step.</summary>
        public required string? Reason { get; init; }

        /// <summary>In place of the present tutor.</summary>
        public required bool TakesOver { get; init; }
        public required IReadOnlyList<TutoringStep> Steps { get; init; } = [];
        public required int Version { get; init; }
    }

    /// <summary>A body that stands behind a school of the caller's with tutoring of routes.</summary>
    /// <param name="OrganizationId">The school for which it can be asked.</param>
    public sealed record Body(Guid BodyId, string BodyName, Guid OrganizationId, string OrganizationName);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (items, bodies) = await db.Many(Sql, new { caller.Person, Employers = caller.Grants.Employers.ToArray() },
                async rows => ((await rows.ReadAsync<Item>()).ToList(), (await rows.ReadAsync<Body>()).ToList()), ct);
            var all = items.ConvertAll(item => item with { Steps = TutoringLife.OfTeacher(item.Status) });
            List<Item> now = [.. all.Where(IsNow)];
            return new(now, [.. all.Where(item => !IsNow(item)).Take(20)], now.Count == 0 ? bodies : []);
        }

        static bool IsNow(Item item) => item.Status is TutoringStatus.Requested or TutoringStatus.Proposed or TutoringStatus.Active;
    }

    const string Sql = $"""
        select a.id, a.status, b.name_short body_name, a.tutor_name, a.note, a.starts_on, a.ends_on, a.answer_by, a.reason, a.follows_id is not null takes_over,
               a.version
          from tutor_assignment a join organization b on b.id = a.body_id
         where a.person_id = @Person
         order by case a.status when 'Proposed' then 0 when 'Active' then 1 when 'Requested' then 2 else 3 end, a.changed_at desc, a.id limit 100;
        select distinct b.id body_id, b.name_short body_name, o.id organization_id, o.name_short organization_name
          from support_link l join organization b on b.id = l.body_id and b.status = 'Open' join organization o on o.id = l.organization_id
         where l.organization_id = any(@Employers) and l.service_code = '{TutoringLife.Service}' and l.period @> local_day(now(), l.organization_id)
         order by 2, 4
        """;
}
