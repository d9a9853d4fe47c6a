using System.Text.Json;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>All of one practice, and what the caller may do with it now.</summary>
public static class GetPractice
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapGet("", async (Guid practiceId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(practiceId), ct)))
            .Operation(nameof(GetPractice), Permission.PracticeShare);

    public sealed record Query(Guid Id) : IQuery<Result>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required PracticeLevel Level { get; init; }
        public required PracticeStatus Status { get; init; }
        public required string Title { get; init; }
        public required string Problem { get; init; }
        public required string Description { get; init; }
        public required string Results { get; init; }
        public required string Evidence { get; init; }
        public required string[] Areas { get; init; }
        public required string[] Topics { get; init; }
        public required Guid? SupersedesId { get; init; }

        /// <summary>The published practice that took its place.</summary>
        public required Guid? SupersededById { get; init; }

        /// <summary>How many times it was taken up for review; the reviews of the latest round decide.</summary>
        public required int Round { get; init; }
        public required DateTime UpdatedAt { get; init; }
        public required DateTime? PublishedAt { get; init; }
        public required string? DecidedByName { get; init; }
        public required string? DecisionComment { get; init; }
        public required string? EndReason { get; init; }

        /// <summary>In how many programs it is used.</summary>
        public required int Uses { get; init; }

        /// <summary>To be given with the next change.</summary>
        public required int Version { get; init; }

        /// <summary>All for the authors themselves; for others those who consented to be named.</summary>
        public required IReadOnlyList<Author> Authors { get; init; }
        public required IReadOnlyList<Material> Materials { get; init; }

        /// <summary>
        /// Of all rounds, the latest first. Those who run the bank see all, yet not what is in them while they owe a review themselves; a
        /// reviewer sees the own ones, so that reviews stay independent; authors see what is in once it was decided, and never by whom.
        /// </summary>
        public required IReadOnlyList<Review> Reviews { get; init; }

        /// <summary>The caller is one of the authors.</summary>
        public required bool Own { get; init; }

        /// <summary>The caller was asked for a review and may give or correct it.</summary>
        public required bool MayReview { get; init; }
        public required IReadOnlyList<PracticeStep> Steps { get; init; }
    }

    /// <param name="Named">Whether the author consented to be named; null before the answer.</param>
    public sealed record Author(Guid PersonId, string Name, bool? Named);

    /// <param name="Size">In bytes.</param>
    public sealed record Material(Guid Id, string Title, string FileName, string MediaType, int Size);

    /// <param name="ReviewerName">Null for the authors, who are not told whose a review is.</param>
    /// <param name="Recommended">Null before the review is in.</param>
    /// <param name="ReviewedAt">Null before the review is in, and for the authors.</param>
    /// <param name="Closed">It is in, and opens to the caller with the own one.</param>
    /// <param name="Awaited">It is not in and waited for: of the latest round, by somebody who sits on the council still.</param>
    public sealed record Review(int Round, string? ReviewerName, bool? Recommended, string? Comment, IReadOnlyList<PracticeMark> Marks, DateTime? ReviewedAt,
        bool Awaited, bool Closed, bool Own);

    sealed record ReviewRow(int Round, Guid ReviewerId, string ReviewerName, bool? Recommended, string? Comment, string Marks, DateTime? ReviewedAt,
        bool Seated);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (found, authors, materials, reviews) = await db.Many(Sql, query, async rows =>
                (await rows.ReadSingleOrDefaultAsync<Result>() ?? throw new NotFound(), (await rows.ReadAsync<Author>()).ToList(),
                    (await rows.ReadAsync<Material>()).ToList(), (await rows.ReadAsync<ReviewRow>()).ToList()), ct);
            var me = caller.Scope.Person;
            var own = authors.Any(author => author.PersonId == me);
            if (!PracticeReaders.Sees(caller, found.OrganizationId, found.Status, own)) throw new NotFound();
            var manages = caller.May(Permission.PracticeManage, found.OrganizationId);
            var (inReview, latest) = (found.Status == PracticeStatus.InReview, reviews.Where(review => review.Round == found.Round).ToList());
            var asked = inReview ? latest.Find(review => review.ReviewerId == me && review.Seated) : null;
            var seen = reviews.Where(review => review.ReviewerId == me
                || (own ? review.ReviewedAt is not null && !(inReview && review.Round == found.Round) : manages));
            bool Closed(ReviewRow review) => asked is { ReviewedAt: null } && review.Round == found.Round && review.ReviewedAt is not null;

            return found with
            {
                Own = own,
                Authors = own ? authors : [.. authors.Where(author => author.Named == true)],
                Materials = materials,
                MayReview = asked is not null,
                Reviews = [.. seen.Select(review => Closed(review)
                    ? new Review(review.Round, review.ReviewerName, null, null, [], null, Awaited: false, Closed: true, Own: false)
                    : new Review(review.Round, own ? null : review.ReviewerName, review.Recommended, review.Comment,
                        JsonSerializer.Deserialize<PracticeMark[]>(review.Marks, JsonSerializerOptions.Web)!,
                        own ? null : review.ReviewedAt, Awaited: inReview && review is { ReviewedAt: null, Seated: true } && review.Round == found.Round,
                            Closed: false, review.ReviewerId == me))],
                Steps = PracticeLifecycle.Permitted(found.Status, own, manages, latest.Count(review => review.ReviewedAt is not null)),
            };
        }
    }

    const string Sql = $"""
        select p.id, p.organization_id, (select o.name_short from organization o where o.id = p.organization_id) organization_name, p.level, p.status, p.title,
               p.problem, p.description, p.results, p.evidence, p.areas, p.topics, p.supersedes_id,
               (select s.id from practice s where s.supersedes_id = p.id and s.published_at is not null order by s.published_at desc limit 1) superseded_by_id,
                   p.round, p.updated_at, p.published_at,
               p.decided_by_name, p.decision_comment, p.end_reason, (select count(*)::int from practice_use u where u.practice_id = p.id) uses, p.version
          from practice p where p.id = @Id;

        select person_id, person_name name, named from practice_author where practice_id = @Id order by person_name, person_id;

        select m.id, m.title, f.name file_name, f.media_type, f.size
          from practice_material m join stored_file f on f.region_code = m.region_code and f.id = m.file_id
         where m.practice_id = @Id and m.withdrawn_at is null order by m.added_at, m.id;

        select r.round, r.reviewer_id, r.reviewer_name, r.recommended, r.comment, r.marks::text, r.reviewed_at, {PracticeReaders.Seated} seated
          from practice_review r where r.practice_id = @Id order by r.round desc, r.assigned_at, r.reviewer_id;
        """;
}
