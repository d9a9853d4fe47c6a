using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>What two records have in common.</summary>
public enum LikenessReason
{
    /// <summary>The same insurance number.</summary>
    Snils,

    /// <summary>The same name and birth date.</summary>
    BirthDate,

    /// <summary>The same name and e-mail.</summary>
    Email,
}

/// <summary>What stands against making two records one.</summary>
public enum MergeObstacle
{
    /// <summary>Both take part in one program.</summary>
    SameProgram,

    /// <summary>Both have a main place of work at the same time, and not the same one.</summary>
    TwoMainPosts,

    /// <summary>Both sign in, and the record that would be absorbed has roles: rights do not travel by a merge.</summary>
    TwoAccounts,

    /// <summary>Neither the name nor the birth date says that it is one person.</summary>
    Unlike,

    /// <summary>Their insurance numbers differ.</summary>
    OtherSnils,

    /// <summary>One of the two is the caller.</summary>
    Oneself,

    /// <summary>One of the two works or worked where the caller decides nothing.</summary>
    OutOfReach,

    /// <summary>The same mentor and mentee would have two running programs.</summary>
    PairRuns,

    /// <summary>The mentor would have more running programs than the profile offers.</summary>
    MentorOverfull,

    /// <summary>What one of the two alone may read would be open to the other's account: whoever keeps the region decides.</summary>
    PrivateRows,
}

/// <summary>A record of a person, as far as it tells whether another one is the same person.</summary>
public sealed record PersonKey : IVersioned
{
    public Guid Id { get; init; }
    public string NameKey { get; init; } = "";
    public string GivenKey { get; init; } = "";
    public string PatronymicKey { get; init; } = "";
    public DateOnly? BirthDate { get; init; }
    public string? Email { get; init; }
    public string? SnilsKey { get; init; }
    public int Version { get; init; }
    public Guid[] OrganizationIds { get; init; } = [];
    public Guid? MergedInto { get; init; }
}

/// <summary>Two records of one person made one: whether they may be, and the queries that its slices share.</summary>
public static class PersonMerges
{
    public static IReadOnlyList<LikenessReason> Reasons(PersonKey a, PersonKey b)
    {
        var sameName = a.NameKey == b.NameKey && MayShare(a.PatronymicKey, b.PatronymicKey);
        List<LikenessReason> reasons = [];
        if (a.SnilsKey is not null && a.SnilsKey == b.SnilsKey) reasons.Add(LikenessReason.Snils);
        if (sameName && a.BirthDate is not null && a.BirthDate == b.BirthDate) reasons.Add(LikenessReason.BirthDate);
        if (sameName && a.Email is not null && a.Email == b.Email) reasons.Add(LikenessReason.Email);
        return reasons;
    }

    /// <summary>
    /// Null when the two may be one person: by the insurance number; by the name, unless patronymics or birth dates differ; or,
    /// of somebody who took another family name, by given name, birth date and either patronymic or e-mail.
    /// </summary>
    public static MergeObstacle? Contradiction(PersonKey a, PersonKey b)
    {
        if (a.SnilsKey is not null && b.SnilsKey is not null) return a.SnilsKey == b.SnilsKey ? null : MergeObstacle.OtherSnils;
        var sameBirth = a.BirthDate is not null && a.BirthDate == b.BirthDate;
        if (a.NameKey == b.NameKey && MayShare(a.PatronymicKey, b.PatronymicKey))
            return sameBirth || a.BirthDate is null || b.BirthDate is null ? null : MergeObstacle.Unlike;
        var sameSecond = a.Email is not null && a.Email == b.Email || a.PatronymicKey.Length > 0 && a.PatronymicKey == b.PatronymicKey;
        return sameBirth && a.GivenKey == b.GivenKey && sameSecond ? null : MergeObstacle.Unlike;
    }

    /// <summary>
    /// The same, asked also of the records as they were before somebody changed them by hand: whoever gives a record another
    /// one's name does not make it the same person.
    /// </summary>
    public static MergeObstacle? Contradiction(PersonKey a, PersonKey b, PersonKey formerA, PersonKey formerB) =>
        Contradiction(a, b) ?? Contradiction(formerA, formerB);

    static bool MayShare(string one, string other) => one.Length == 0 || other.Length == 0 || one == other;

    /// <summary>A school decides about people who are its own alone, a region about its people, an administrator about all.</summary>
    public static bool Covers(Scope scope, IReadOnlyCollection<Employer> employers) =>
        employers.Count > 0
        && (scope.Federation || employers.All(one => scope.Reaches(one.OrganizationId))
            || employers.All(one => scope.ReachesRegion(one.RegionCode)));

    public static Problem Refusal(MergeObstacle obstacle) => obstacle switch
    {
        MergeObstacle.SameProgram => new RuleViolation("person.merge-same-program"),
        MergeObstacle.TwoMainPosts => new RuleViolation("person.merge-two-main-posts"),
        MergeObstacle.TwoAccounts => new RuleViolation("person.merge-two-accounts"),
        MergeObstacle.OtherSnils => new RuleViolation("person.merge-other-snils"),
        MergeObstacle.PairRuns => new RuleViolation("person.merge-pair-runs"),
        MergeObstacle.MentorOverfull => new RuleViolation("person.merge-mentor-overfull"),
        MergeObstacle.PrivateRows => new Forbidden("person.merge-private-rows"),
        MergeObstacle.Unlike => new RuleViolation("person.merge-unlike"),
        MergeObstacle.Oneself => new Forbidden("person.merge-oneself"),
        _ => new Forbidden("person.merge-reach"),
    };

    public sealed record Employer(Guid OrganizationId, string RegionCode);

    /// <param name="Employers">Where either of the two works or worked.</param>
    public sealed record Pair(PersonKey First, PersonKey Second, IReadOnlyList<Employer> Employers);

    /// <summary>The two records with all that stands against joining them; one that is not there or not open is not found.</summary>
    public static async Task<(Pair Pair, IReadOnlyList<MergeObstacle> Obstacles)> Judge(
        Db db, Caller caller, Guid survivor, Guid absorbed, DateTimeOffset now, CancellationToken ct)
    {
        var asked = new { Ids = new[] { survivor, absorbed }, Since = now.AddDays(-DaysOfEdits).UtcDateTime };
        var keys = await db.List<PersonKey>(Keys, asked, ct);
        if (keys.Count < 2) throw new NotFound();
        if (keys.Any(key => key.MergedInto is not null)) throw new RuleViolation("person.merged-already");
        var (first, second) = (keys.Single(key => key.Id == survivor), keys.Single(key => key.Id == absorbed));
        var employers = await db.List<Employer>(EmployersSql, new { Ids = first.OrganizationIds.Union(second.OrganizationIds).ToArray() }, ct);
        var told = await db.List<string>("select unnest(person_merge_obstacles(@survivor, @absorbed))", new { survivor, absorbed }, ct);
        List<MergeObstacle> obstacles = [];
        if (!Covers(caller.Scope, employers)) obstacles.Add(MergeObstacle.OutOfReach);
        if (caller.Scope.Person is { } self && (self == survivor || self == absorbed)) obstacles.Add(MergeObstacle.Oneself);
        var former = (await db.List<PersonKey>(FormerKeys, asked, ct)).ToDictionary(key => key.Id);
        if (Contradiction(first, second, former[survivor], former[absorbed]) is { } contradiction) obstacles.Add(contradiction);
        obstacles.AddRange(told.Select(Enum.Parse<MergeObstacle>));
        return (new(first, second, employers), obstacles);
    }

    /// <summary>For so long what stood before a change by hand says who somebody is.</summary>
    const int DaysOfEdits = 90;

    const string FormerKeys = """
        select p.id, translate(lower(f.family_name || ' ' || f.given_name), 'ё', 'е') name_key, translate(lower(f.given_name), 'ё', 'е') given_key,
               translate(lower(coalesce(f.patronymic, '')), 'ё', 'е') patronymic_key, f.birth_date, lower(f.email) email, p.snils_key
          from person p
         cross join lateral (
            select coalesce(jsonb_object_agg(w.key, w.value), '{}') was
              from (select distinct on (b.key) b.key, b.value from staff_edit s cross join lateral jsonb_each(s.before) b
                     where s.person_id = p.id and s.kind = 'Details' and s.undone_at is null and s.made_at > @Since order by b.key, s.made_at) w) of_edits
         cross join lateral jsonb_populate_record(p, was) f
         where p.id = any(@Ids)
        """;

    const string Keys = """
        select id, name_key, translate(lower(given_name), 'ё', 'е') given_key, translate(lower(coalesce(patronymic, '')), 'ё', 'е') patronymic_key,
               birth_date, lower(email) email, snils_key, version, organization_ids, merged_into
          from person where id = any(@Ids) and pseudonymised_at is null
        """;

    /// <summary>Of these organizations, for whoever is asked whether they are in reach.</summary>
    public const string EmployersSql = "select id organization_id, region_code from organization where id = any(@Ids) order by id";
}
