namespace Mentoring.Api.Features.School.Matching;

/// <summary>Everything that a proposal is made from.</summary>
public sealed record MatchInput(IReadOnlyList<Seeker> Seekers, IReadOnlyList<Helper> Helpers)
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
        return this with { Seekers = lot.Order(Seekers), Helpers = lot.Order(Helpers), Groups = lot.Order(Groups) };
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
    sealed record Column(Helper Helper, Group? Group)
    {
        public MatchScore Score(Seeker seeker, Between between) => Group is null ? MatchScore.Of(seeker, Helper, between)
            : MatchScore.Of(seeker, Helper, between, Group);
    }

    /// <param name="given">Free places and seats are those before this proposal; the order of the people does not matter.</param>
    public static MatchPlan Of(MatchInput given)
    {
        var input = given.Ordered();
        var helpers = input.Helpers.ToDictionary(helper => helper.Id);
        var columns = input.Helpers.Select(helper => new Column(helper, null))
            .Concat(input.Groups.Where(group => helpers.ContainsKey(group.HelperId)).Select(group => new Column(helpers[group.HelperId], group))).ToList();
        var places = columns.Select(column => column.Group?.Free ?? column.Helper.Free).ToArray();
        var own = input.Helpers.Select((helper, i) => (helper.Id, i)).ToDictionary(at => at.Id, at => at.i);

        var (pairs, leftOut, open) = (new List<ProposedPair>(), new List<LeftOut>(), new List<Seeker>());
        foreach (var seeker in input.Seekers)
        {
            if (!input.Locks.TryGetValue(seeker.Id, out var mentor) || !own.TryGetValue(mentor, out var column)) open.Add(seeker);
            else if (Settle(seeker, columns[column], places[column] > 0, Of(input, seeker, mentor)) is { } pair)
            {
                places[column]--;
                pairs.Add(pair);
            }
            else leftOut.Add(new(seeker.Id, Unmatched.LockedWithoutPlace, new Dictionary<Stop, int>()));
        }

        var known = Known(input, open, columns);
        MatchScore Score(int mentee, int column) =>
            columns[column].Score(open[mentee], known[mentee]?.GetValueOrDefault(columns[column].Helper.Id) ?? Between.Nothing);
        var chosen = MatchFlow.Solve(open.Count, places, (mentee, column) => Score(mentee, column).Points);
        for (var mentee = 0; mentee < open.Count; mentee++)
        {
            if (chosen[mentee] is >= 0 and var column) pairs.Add(new(open[mentee].Id, columns[column].Helper.Id, columns[column].Group?.Id,
                Score(mentee, column), false));
            else leftOut.Add(Why(open[mentee].Id, Enumerable.Range(0, columns.Count).Select(c => Score(mentee, c)).ToList()));
        }

        return new(pairs, leftOut);
    }

    /// <summary>A settled pair needs no common ground: the curator knows why. What forbids any pair forbids this one too.</summary>
    static ProposedPair? Settle(Seeker seeker, Column column, bool free, Between between)
    {
        var score = column.Score(seeker, between);
        return free && (score.Stop is null or Stop.NoCommonGround or Stop.TooFar) ? new(seeker.Id, column.Helper.Id, null, score with { Stop = null }, true)
            : null;
    }

    static LeftOut Why(Guid mentee, List<MatchScore> scores) => new(
        mentee,
        scores.Count == 0 ? Unmatched.NoMentors : scores.Exists(score => score.Stop is null) ? Unmatched.PlacesTaken : Unmatched.AllStopped,
        scores.Where(score => score.Stop is not null).GroupBy(score => score.Stop!.Value).ToDictionary(stop => stop.Key, stop => stop.Count()));

    static Between Of(MatchInput input, Seeker seeker, Guid mentor) => input.Known.GetValueOrDefault((seeker.Id, mentor)) ?? Between.Nothing;

    /// <summary>By place in the list, so that a pair of whom nothing is known costs no lookup.</summary>
    static Dictionary<Guid, Between>?[] Known(MatchInput input, List<Seeker> seekers, List<Column> columns)
    {
        var mentors = columns.Select(column => column.Helper.Id).ToHashSet();
        var byMentee = input.Known.Where(known => mentors.Contains(known.Key.Mentor)).ToLookup(known => known.Key.Mentee);
        return [.. seekers.Select(seeker => byMentee.Contains(seeker.Id) ? byMentee[seeker.Id].ToDictionary(known => known.Key.Mentor, known => known.Value)
            : null)];
    }
}
