using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Every mentor of the school for one mentee, the best first, each with the reasons for and against.</summary>
public static class ListMatchCandidates
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapGet("/mentees/{menteeId:guid}/candidates", async (Guid id, Guid menteeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(id, menteeId), ct)))
            .WithSummary("Every mentor of the school for one mentee, with the reasons for and against")
            .Operation(nameof(ListMatchCandidates), Permission.MatchManage);

    public sealed record Query(Guid Id, Guid MenteeId) : IQuery<Result>;

    /// <param name="Items">Possible pairs by points, then those that something forbids.</param>
    public sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="GroupId">A seat in this group; null for a pair.</param>
    /// <param name="Free">The mentor's free places, or the group's free seats.</param>
    /// <param name="Stop">What forbids the pair.</param>
    public sealed record Item(Guid MentorId, string Name, Guid? GroupId, string? GroupArea, int Free, Stop? Stop, Opinion? Opinion, Earlier Earlier,
        MatchExplanation Score);

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var facts = await MatchFacts.OfSchool(db, query.Id, time, ct);
            var seeker = facts.Input.Seekers.FirstOrDefault(s => s.Id == query.MenteeId) ?? throw new NotFound();
            var helpers = facts.Input.Helpers.Select((helper, i) => (helper, facts.Helpers[i].Name)).ToDictionary(one => one.helper.Id);
            var alone = helpers.Values.Select(one => Of(facts, seeker, one.helper, one.Name, null));
            var inGroups = facts.Input.Groups.Where(group => helpers.ContainsKey(group.HelperId))
                .Select(group => Of(facts, seeker, helpers[group.HelperId].helper, helpers[group.HelperId].Name, group));
            return new([.. alone.Concat(inGroups).OrderBy(item => item.Stop is not null).ThenByDescending(item => item.Score.Points)
                .ThenBy(item => item.Stop).ThenBy(item => item.Name, StringComparer.Ordinal)]);
        }

        static Item Of(MatchFacts facts, Seeker seeker, Helper helper, string name, Group? group)
        {
            var between = facts.KnownOf(seeker.Id, helper.Id);
            var score = group is null ? MatchScore.Of(seeker, helper, between) : MatchScore.Of(seeker, helper, between, group);
            var area = group is null ? null : facts.Groups.First(g => g.Id == group.Id).AreaCode;
            return new(helper.Id, name, group?.Id, area, group?.Free ?? helper.Free, score.Stop, between.Opinion, between.Earlier,
                MatchExplanation.Of(score, facts.Common(seeker, helper)));
        }
    }
}
