using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Everything that a proposal is made from.</summary>
public sealed record MatchInput(IReadOnlyList<Mentee> Mentees, IReadOnlyList<Mentor> Mentors)
{
    public IReadOnlyList<Group> Groups { get; init; } = [];

    /// <summary>By mentee and mentor; absent for two of whom nothing is known.</summary>
    public IReadOnlyDictionary<(Guid Mentee, Guid Mentor), Between> Known { get; init; } = new Dictionary<(Guid, Guid), Between>();

    /// <summary>Pairs that the curator has settled: the mentor of each mentee.</summary>
    public IReadOnlyDictionary<Guid, Guid> Locks { get; init; } = new Dictionary<Guid, Guid>();

    /// <summary>The number of the lot by which equals are told apart.</summary>
    public int Lot { get; init; }

    /// <summary>In the order of the rule: the longest waiting first, then by lot.</summary>
    public MatchInput Ordered()
    {
        var lot = new MatchLot(Lot);
        return this with { Mentees = lot.Order(Mentees), Mentors = lot.Order(Mentors), Groups = lot.Order(Groups) };
    }
}

/// <param name="GroupId">The seat is in this group; null for a pair.</param>
public sealed record ProposedPair(Guid MenteeId, Guid MentorId, Guid? GroupId, MatchScore Score, bool Locked);

/// <param name="Stops">How many mentors each stop rules out.</param>
public sealed record LeftOut(Guid MenteeId, Unmatched Reason, IReadOnlyDictionary<Stop, int> Stops);

/// <summary>A proposal for a school or a region: nothing has been sent to anybody.</summary>
public sealed record MatchPlan(IReadOnlyList<ProposedPair> Pairs, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>A mentor's own places, or the seats of a group that the mentor leads.</summary>
    sealed record Column(Mentor Mentor, Group? Group)
    {
        public MatchScore Score(Mentee mentee, Between between) => Group is null ? MatchScore.Of(mentee, Mentor, between)
            : MatchScore.Of(mentee, Mentor, between, Group);
    }

    /// <param name="given">Free places and seats are those before this proposal; the order of the people does not matter.</param>
    public static MatchPlan Of(MatchInput given)
    {
        var input = given.Ordered();
        var mentors = input.Mentors.ToDictionary(mentor => mentor.Id);
        var columns = input.Mentors.Select(mentor => new Column(mentor, null))
            .Concat(input.Groups.Where(group => mentors.ContainsKey(group.MentorId)).Select(group => new Column(mentors[group.MentorId], group))).ToList();
        var places = columns.Select(column => column.Group?.Free ?? column.Mentor.Free).ToArray();
        var own = input.Mentors.Select((mentor, i) => (mentor.Id, i)).ToDictionary(at => at.Id, at => at.i);

        var (pairs, leftOut, open) = (new List<ProposedPair>(), new List<LeftOut>(), new List<Mentee>());
        foreach (var mentee in input.Mentees)
        {
            if (!input.Locks.TryGetValue(mentee.Id, out var mentor) || !own.TryGetValue(mentor, out var column)) open.Add(mentee);
            else if (Settle(mentee, columns[column], places[column] > 0, Of(input, mentee, mentor)) is { } pair)
            {
                places[column]--;
                pairs.Add(pair);
            }
            else leftOut.Add(new(mentee.Id, Unmatched.LockedWithoutPlace, new Dictionary<Stop, int>()));
        }

        var known = Known(input, open, columns);
        MatchScore Score(int mentee, int column) =>
            columns[column].Score(open[mentee], known[mentee]?.GetValueOrDefault(columns[column].Mentor.Id) ?? Between.Nothing);
        var chosen = MatchFlow.Solve(open.Count, places, (mentee, column) => Score(mentee, column).Points);
        for (var mentee = 0; mentee < open.Count; mentee++)
        {
            if (chosen[mentee] is >= 0 and var column) pairs.Add(new(open[mentee].Id, columns[column].Mentor.Id, columns[column].Group?.Id,
                Score(mentee, column), false));
            else leftOut.Add(Why(open[mentee].Id, Enumerable.Range(0, columns.Count).Select(c => Score(mentee, c)).ToList()));
        }

        return new(pairs, leftOut);
    }

    /// <summary>A settled pair needs no common ground: the curator knows why. What forbids any pair forbids this one too.</summary>
    static ProposedPair? Settle(Mentee mentee, Column column, bool free, Between between)
    {
        var score = column.Score(mentee, between);
        return free && (score.Stop is null or Stop.NoCommonGround or Stop.TooFar) ? new(mentee.Id, column.Mentor.Id, null, score with { Stop = null }, true)
            : null;
    }

    static LeftOut Why(Guid mentee, List<MatchScore> scores) => new(
        mentee,
        scores.Count == 0 ? Unmatched.NoMentors : scores.Exists(score => score.Stop is null) ? Unmatched.PlacesTaken : Unmatched.AllStopped,
        scores.Where(score => score.Stop is not null).GroupBy(score => score.Stop!.Value).ToDictionary(stop => stop.Key, stop => stop.Count()));

    static Between Of(MatchInput input, Mentee mentee, Guid mentor) => input.Known.GetValueOrDefault((mentee.Id, mentor)) ?? Between.Nothing;

    /// <summary>By place in the list, so that a pair of whom nothing is known costs no lookup.</summary>
    static Dictionary<Guid, Between>?[] Known(MatchInput input, List<Mentee> mentees, List<Column> columns)
    {
        var mentors = columns.Select(column => column.Mentor.Id).ToHashSet();
        var byMentee = input.Known.Where(known => mentors.Contains(known.Key.Mentor)).ToLookup(known => known.Key.Mentee);
        return [.. mentees.Select(mentee => byMentee.Contains(mentee.Id) ? byMentee[mentee.Id].ToDictionary(known => known.Key.Mentor, known => known.Value)
            : null)];
    }
}
