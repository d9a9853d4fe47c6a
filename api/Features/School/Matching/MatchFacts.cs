using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>What the database knows of who needs a mentor and who can be one, at one school or at all schools of a region.</summary>
public sealed class MatchFacts
{
    readonly CodeBits _areas;
    readonly CodeBits _topics;
    readonly CodeBits _subjects;

    public sealed record MenteeRow
    {
        public Guid PersonId { get; init; }
        public Guid OrganizationId { get; init; }
        public required string TerritoryCode { get; init; }
        public required string Name { get; init; }
        public NeedCategory? Need { get; init; }
        public DateOnly Since { get; init; }
        public string[] Categories { get; init; } = [];
        public string[] Subjects { get; init; } = [];
        public bool Remote { get; init; }
        public string[] DifficultyAreas { get; init; } = [];
        public string[] DifficultyTopics { get; init; } = [];
        public int[] DifficultyLevels { get; init; } = [];
        public int OpenRequests { get; init; }
    }

    public sealed record MentorRow
    {
        public Guid PersonId { get; init; }
        public Guid OrganizationId { get; init; }
        public required string TerritoryCode { get; init; }
        public required string Name { get; init; }
        public int Capacity { get; init; }
        public int Taken { get; init; }
        public string[] Topics { get; init; } = [];
        public string[] Areas { get; init; } = [];
        public string[] Subjects { get; init; } = [];
        public bool Remote { get; init; }
        public int Hours { get; init; }
    }

    public sealed record GroupRow(Guid Id, Guid MentorId, string AreaCode, int Seats, int Taken, int Version);

    sealed record Fact(Guid MentorId, Guid MenteeId, string Kind)
    {
        public Between On(Between before) => Kind switch
        {
            "Vetoed" => before with { Vetoed = true },
            "Together" => before with { Together = true },
            nameof(Opinion.Fits) or nameof(Opinion.WithCare) or nameof(Opinion.DoesNotFit) => before with { Opinion = Enum.Parse<Opinion>(Kind) },
            nameof(Earlier.EndedEarly) => before with { Earlier = Earlier.EndedEarly },
            nameof(Earlier.Completed) when before.Earlier == Earlier.Never => before with { Earlier = Earlier.Completed },
            _ => before,
        };
    }

    sealed record Lock(Guid MenteeId, Guid MentorId);

    public required IReadOnlyList<MenteeRow> Mentees { get; init; }
    public required IReadOnlyList<MentorRow> Mentors { get; init; }
    public required IReadOnlyList<GroupRow> Groups { get; init; }
    public required MatchInput Input { get; init; }

    /// <summary>Of one school: its own mentors, and those of the organization to which it has handed the component `Mentor`.</summary>
    public static async Task<MatchFacts> OfSchool(Db db, Guid school, TimeProvider time, CancellationToken ct)
    {
        var carriers = await db.List<Guid>(MatchSql.Carriers, new { school, Now = time.GetUtcNow().UtcDateTime }, ct);
        return await Load(db, [school], [school, .. carriers], time, ct);
    }

    /// <summary>Of all these schools together.</summary>
    public static Task<MatchFacts> OfSchools(Db db, Guid[] schools, TimeProvider time, CancellationToken ct) => Load(db, schools, schools, time, ct);

    static async Task<MatchFacts> Load(Db db, Guid[] organizations, Guid[] helping, TimeProvider time, CancellationToken ct) => await db.Many(
        MatchSql.Mentees + MatchSql.Mentors + MatchSql.Groups + MatchSql.Known + MatchSql.Locks,
        new
        {
            Organizations = organizations, Helping = helping, Now = time.GetUtcNow().UtcDateTime,
            SchoolYear = SchoolYear.Of(await RegionTime.TodayAt(organizations.Length > 0 ? organizations[0] : null, db, time, ct)),
        },
        async rows => Of(
            (await rows.ReadAsync<MenteeRow>()).AsList(), (await rows.ReadAsync<MentorRow>()).AsList(), (await rows.ReadAsync<GroupRow>()).AsList(),
            (await rows.ReadAsync<Fact>()).AsList(), (await rows.ReadAsync<Lock>()).AsList()), ct);

    static MatchFacts Of(List<MenteeRow> mentees, List<MentorRow> mentors, List<GroupRow> groups, List<Fact> facts, List<Lock> locks)
    {
        var (areas, topics, subjects) = (new CodeBits(), new CodeBits(), new CodeBits());
        var input = new MatchInput(
            [.. mentees.Select(row => new Mentee(row.PersonId, row.OrganizationId, row.TerritoryCode)
            {
                Difficulties = [.. row.DifficultyAreas.Select((area, i) =>
                    new Difficulty(areas.Of(area), topics.Of(row.DifficultyTopics[i] is { Length: > 0 } topic ? topic : null), row.DifficultyLevels[i]))],
                Subjects = subjects.Of(row.Subjects), Remote = row.Remote, Since = row.Since,
            })],
            [.. mentors.Select(row => new Mentor(row.PersonId, row.OrganizationId, row.TerritoryCode, row.Capacity, row.Taken)
            {
                Areas = areas.Of(row.Areas), Topics = topics.Of(row.Topics), Subjects = subjects.Of(row.Subjects), Remote = row.Remote,
            })])
        {
            Groups = [.. groups.Select(row => new Group(row.Id, row.MentorId, areas.Of(row.AreaCode), row.Seats - row.Taken))],
            Known = facts.GroupBy(fact => (fact.MenteeId, fact.MentorId))
                .ToDictionary(pair => pair.Key, pair => pair.Aggregate(Between.Nothing, (known, fact) => fact.On(known))),
            Locks = locks.ToDictionary(one => one.MenteeId, one => one.MentorId),
        };
        return new(areas, topics, subjects) { Mentees = mentees, Mentors = mentors, Groups = groups, Input = input };
    }

    MatchFacts(CodeBits areas, CodeBits topics, CodeBits subjects) => (_areas, _topics, _subjects) = (areas, topics, subjects);

    /// <summary>What the two have in common, as codes.</summary>
    public (string[] Areas, string[] Topics, string[] Subjects) Common(Mentee mentee, Mentor mentor)
    {
        var (areas, topics, subjects) = MatchScore.Common(mentee, mentor);
        return ([.. _areas.Names(areas)], [.. _topics.Names(topics)], [.. _subjects.Names(subjects)]);
    }

    public Between KnownOf(Guid mentee, Guid mentor) => Input.Known.GetValueOrDefault((mentee, mentor)) ?? Between.Nothing;
}
