using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// Every mentor of the school for one mentee, each with the reasons for and against: possible pairs by points, then those that
/// something forbids.
/// </summary>
public static class ListMatchCandidates
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapGet("/mentees/{menteeId:guid}/candidates", async (Guid organizationId, Guid menteeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, menteeId), ct)))
            .Operation(nameof(ListMatchCandidates), Permission.MatchManage);

    public sealed record Query(Guid Id, Guid MenteeId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="GroupId">A seat in this group; null for a pair.</param>
    /// <param name="Free">The mentor's free places, or the group's free seats.</param>
    /// <param name="Stop">What forbids the pair.</param>
    public sealed record Item(Guid MentorId, string Name, Guid? GroupId, string? GroupArea, int Free, Stop? Stop, Opinion? Opinion, Earlier Earlier,
        MatchExplanation Score);

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var facts = await MatchFacts.OfSchool(db, query.Id, time, ct);
            var mentee = facts.Input.Mentees.FirstOrDefault(s => s.Id == query.MenteeId) ?? throw new NotFound();
            var mentors = facts.Input.Mentors.Select((mentor, i) => (mentor, facts.Mentors[i].Name)).ToDictionary(one => one.mentor.Id);
            var alone = mentors.Values.Select(one => Of(facts, mentee, one.mentor, one.Name, null));
            var inGroups = facts.Input.Groups.Where(group => mentors.ContainsKey(group.MentorId))
                .Select(group => Of(facts, mentee, mentors[group.MentorId].mentor, mentors[group.MentorId].Name, group));
            return [.. alone.Concat(inGroups).OrderBy(item => item.Stop is not null).ThenByDescending(item => item.Score.Points)
                .ThenBy(item => item.Stop).ThenBy(item => item.Name, StringComparer.Ordinal)];
        }

        static Item Of(MatchFacts facts, Mentee mentee, Mentor mentor, string name, Group? group)
        {
            var between = facts.KnownOf(mentee.Id, mentor.Id);
            var score = group is null ? MatchScore.Of(mentee, mentor, between) : MatchScore.Of(mentee, mentor, between, group);
            var area = group is null ? null : facts.Groups.First(g => g.Id == group.Id).AreaCode;
            return new(mentor.Id, name, group?.Id, area, group?.Free ?? mentor.Free, score.Stop, between.Opinion, between.Earlier,
                MatchExplanation.Of(score, facts.Common(mentee, mentor)));
        }
    }
}
