using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Who waits for a mentor at a school, who can be one, and what the curator has settled.</summary>
public static class GetMatchBoard
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetMatchBoard), Permission.MatchManage);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Mentees">Who has waited longest first.</param>
    /// <param name="Mentors">Confirmed and available today, by name.</param>
    /// <param name="Runs">The newest ten proposals.</param>
    public sealed record Result(
        IReadOnlyList<Mentee> Mentees, IReadOnlyList<Mentor> Mentors, IReadOnlyList<Group> Groups, IReadOnlyList<Veto> Vetoes, IReadOnlyList<Run> Runs);

    /// <param name="Need">As noted at the census of this school year.</param>
    /// <param name="Since">The day since when a mentor is needed.</param>
    /// <param name="Categories">Codes of the dictionary `mentee-category`.</param>
    /// <param name="OpenRequests">That wait for an answer; at most three.</param>
    /// <param name="LockedMentorId">The mentor whom the curator has settled.</param>
    public sealed record Mentee(
        Guid PersonId, string Name, NeedCategory? Need, DateOnly Since, IReadOnlyList<string> Categories, IReadOnlyList<string> Subjects, bool Remote,
        IReadOnlyList<Difficulty> Difficulties, int OpenRequests, Guid? LockedMentorId);

    /// <param name="Level">1 to 3.</param>
    public sealed record Difficulty(string AreaCode, string? TopicCode, int Level);

    /// <param name="Capacity">Programs that the mentor takes at one time.</param>
    /// <param name="Taken">Places taken by programs, by pairs and answers on the way to one, and by groups.</param>
    /// <param name="Hours">A month.</param>
    public sealed record Mentor(
        Guid PersonId, string Name, int Capacity, int Taken, int Hours, IReadOnlyList<string> Areas, IReadOnlyList<string> Topics,
            IReadOnlyList<string> Subjects, bool Remote);

    public sealed record Group(Guid Id, Guid MentorId, string AreaCode, int Seats, int Taken, int Version);

    public sealed record Veto(Guid Id, Guid MentorId, Guid MenteeId, string MentorName, string MenteeName, string Reason, DateTime SetAt);

    /// <param name="Kind">`Region`: made for all schools of the region, with mentors of other schools.</param>
    public sealed record Run(Guid Id, MatchRunKind Kind, DateTime MadeAt, int Mentees, int Pairs);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.Id);
            var facts = await MatchFacts.OfSchool(db, query.Id, time, ct);
            return new(
                [.. facts.Mentees.Select(m => new Mentee(
                    m.PersonId, m.Name, m.Need, m.Since, m.Categories, m.Subjects, m.Remote, [.. m.DifficultyAreas.Select((area, i) => Of(m, area, i))],
                    m.OpenRequests, facts.Input.Locks.TryGetValue(m.PersonId, out var mentor) ? mentor : null))],
                [.. facts.Mentors.Select(m => new Mentor(m.PersonId, m.Name, m.Capacity, m.Taken, m.Hours, m.Areas, m.Topics, m.Subjects, m.Remote))],
                [.. facts.Groups.Select(g => new Group(g.Id, g.MentorId, g.AreaCode, g.Seats, g.Taken, g.Version))],
                await db.List<Veto>(Vetoes, query, ct),
                await db.List<Run>("""
                    select id, kind, made_at, mentees, pairs from match_run where organization_id = @Id order by made_at desc, id desc limit 10
                    """, query, ct));
        }

        static Difficulty Of(MatchFacts.MenteeRow mentee, string area, int i) =>
            new(area, mentee.DifficultyTopics[i] is { Length: > 0 } topic ? topic : null, mentee.DifficultyLevels[i]);
    }

    const string Vetoes = """
        select v.id, v.mentor_id, v.mentee_id, person_name(a) mentor_name,
               person_name(b) mentee_name, v.reason, v.set_at
          from match_veto v join person a on a.id = v.mentor_id join person b on b.id = v.mentee_id
         where v.organization_id = @Id and v.lifted_at is null order by v.set_at desc, v.id
        """;
}

/// <summary>For whom a proposal was made: one school, or all schools of its region.</summary>
public enum MatchRunKind { School, Region }
