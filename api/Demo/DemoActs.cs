using System.Security.Cryptography;
using System.Text;
using Dapper;
using Mentoring.Api.Features.School.LocalActs;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>The showcase schools' documents, at every point of their life, filled from the schools' own data.</summary>
sealed class DemoActs : IDemoArea
{
    public int Turn => 50;

    const int Seed = 351_8;

    sealed record School(Guid Id, string RegionCode, string Suffix, string Curator, string CuratorName, string Head, string HeadName, string Unionist,
        string UnionistName);

    /// <param name="SignedDaysAgo">Null before the approval.</param>
    /// <param name="EffectIn">Days from today; negative in the past.</param>
    /// <param name="Cosigns">What the union said of each edition in turn, with its words.</param>
    sealed record Story(ActKind Kind, ActStatus Status, int DraftedDaysAgo, int? SignedDaysAgo = null, int EffectIn = 0, string? Number = null,
        params (CosignStatus Status, string? Comment)[] Cosigns)
    {
        public string? Title { get; init; }
        public string? Returned { get; init; }
        public bool ReplacesPrevious { get; init; }
    }

    static readonly Story[] Full =
    [
        new(ActKind.IntroductionOrder, ActStatus.InForce, 470, 460, -450, "87-од"),
        new(ActKind.Regulation, ActStatus.Superseded, 468, 455, -450, "88-од", (CosignStatus.Given, null)),
        new(ActKind.Regulation, ActStatus.InForce, 110, 88, -84, "101-од",
            (CosignStatus.Refused, "Добавьте порядок назначения доплаты и право наставляемого на замену наставника."),
                (CosignStatus.Given, null)) { ReplacesPrevious = true },
        new(ActKind.ImplementationRoadmap, ActStatus.InForce, 100, 90, -84, "102-од"),
        new(ActKind.CuratorOrder, ActStatus.InForce, 95, 88, -84, "103-од"),
        new(ActKind.RightsMemo, ActStatus.InForce, 80, 70, -70, "110-од"),
        new(ActKind.CouncilOrder, ActStatus.Agreed, 6),
        new(ActKind.PayTerms, ActStatus.Draft, 20,
            Cosigns: (CosignStatus.Refused, "Размер выплаты за групповое наставничество не указан. Без суммы согласовать нельзя.")),
        new(ActKind.CollectiveAgreement, ActStatus.Draft, 9, Cosigns: (CosignStatus.Requested, null)),
        new(ActKind.Other, ActStatus.Approved, 12, 2, 9, "131-од") { Title = "План обучения наставников на второе полугодие" },
        new(ActKind.Other, ActStatus.Draft, 15) { Title = "Порядок посещения уроков наставниками", Returned = "Уточните, кто согласует расписание посещений." },
    ];

    /// <summary>A school that has just begun.</summary>
    static readonly Story[] Beginnings =
    [
        new(ActKind.IntroductionOrder, ActStatus.InForce, 75, 70, -69, "64-од"),
        new(ActKind.Regulation, ActStatus.Agreed, 20, Cosigns: (CosignStatus.Given, null)),
        new(ActKind.ImplementationRoadmap, ActStatus.Draft, 5),
    ];

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var random = new DemoRandom(Seed);
        foreach (var school in await connection.QueryAsync<School>(SchoolsSql))
        {
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            var facts = ActFacts.Values(await connection.QuerySingleAsync<ActFacts.Facts>(ActFacts.Sql, new { school.Id, Today = today }), today);
            Guid? previous = null;
            foreach (var story in school.Suffix == "-vladivostok" ? Beginnings : Full) previous = await Write(connection, school, story, facts, previous,
                random, now);
        }
    }

    static async Task<Guid> Write(NpgsqlConnection connection, School school, Story story, IReadOnlyDictionary<string, string?> facts, Guid? previous,
        DemoRandom random, DateTimeOffset now)
    {
        var (drafted, today) = (now.UtcDateTime.AddDays(-story.DraftedDaysAgo), DateOnly.FromDateTime(now.UtcDateTime));
        var id = random.Id(drafted);
        var template = ActTemplates.BuiltIn[story.Kind];
        var title = story.Title ?? ActTemplates.Fill(template.Title, facts);
        var body = ActTemplates.Fill(story.Title is null ? template.Body
            : template.Body.Replace($"# {template.Title}", $"# {story.Title}", StringComparison.Ordinal), facts);
        var editions = Math.Max(1, story.Cosigns.Length);
        var signed = story.SignedDaysAgo is { } ago ? today.AddDays(-ago) : (DateOnly?)null;
        var steps = editions + (2 * story.Cosigns.Length) + (signed is null ? 0 : 2);
        await connection.ExecuteAsync(ActSql, new
        {
            id, Organization = school.Id, school.RegionCode, Kind = story.Kind.ToString(), title, Status = story.Status.ToString(), editions,
            NeedsUnion = ActLifecycle.AsksUnion(story.Kind),
            Supersedes = story.ReplacesPrevious ? previous : null, story.Number, signed,
            Effective = signed is null ? null : today.AddDays(story.EffectIn) as DateOnly?,
            By = signed is null ? null : school.Head, ByName = signed is null ? null : school.HeadName,
            Ended = story.Status == ActStatus.Superseded ? today.AddDays(-84) : (DateOnly?)null,
            school.Curator, drafted, Updated = signed is { } day ? day.ToDateTime(new(9, 0), DateTimeKind.Utc)
                : now.UtcDateTime.AddDays(-story.DraftedDaysAgo / 2), steps,
        });
        for (var edition = 1; edition <= editions; edition++)
        {
            var written = drafted.AddDays(3 * (edition - 1));
            var text = edition == editions ? body : body[..body.LastIndexOf('\n')];
            await connection.ExecuteAsync(VersionSql, new
            {
                id, edition, Organization = school.Id, school.RegionCode, title, text,
                Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{text}"))),
                Reason = edition > 1 ? "По замечаниям профсоюза" : null, school.Curator, school.CuratorName, written,
            });
            if (story.Cosigns.Length < edition) continue;
            var (answer, comment) = story.Cosigns[edition - 1];
            var isOpen = answer == CosignStatus.Requested;
            await connection.ExecuteAsync(CosignSql, new
            {
                CosignId = random.Id(written.AddHours(2)), id, Organization = school.Id, school.RegionCode, edition, Answer = answer.ToString(),
                Requested = written.AddHours(2),
                Decided = isOpen ? null : written.AddDays(1) as DateTime?, By = isOpen ? null : school.Unionist, ByName = isOpen ? null : school.UnionistName,
                comment,
            });
        }

        if (story.Returned is { } word)
            await connection.ExecuteAsync(ReturnSql,
                new
                {
                    ReturnId = random.Id(drafted.AddDays(4)), id, Organization = school.Id, school.RegionCode, word, At = drafted.AddDays(4), school.Head,
                    school.HeadName
                });
        return id;
    }

    const string SchoolsSql = """
        select o.id, o.region_code, split_part(replace(c.email, 'curator', ''), '@', 1) suffix, c.id::text curator, c.display_name curator_name,
               h.id::text head, h.display_name head_name, u.id::text unionist, u.display_name unionist_name
          from identity.account c
          join role_assignment r on r.account_id = c.id and r.role = 'Curator'
          join organization o on o.id = r.organization_id
          join identity.account h on h.email = replace(c.email, 'curator', 'head')
          join identity.account u on u.email = replace(c.email, 'curator', 'union')
         order by c.email
        """;

    const string ActSql = """
        insert into local_act (id, organization_id, region_code, kind, title, status, edition, needs_union, supersedes_id, number, signed_on, effective_on,
                               approved_by, approved_by_name, ended_on, created_by, created_at, updated_at, version)
        values (@id, @Organization, @RegionCode, @Kind, @title, @Status, @editions, @NeedsUnion, @Supersedes, @Number, @signed, @Effective,
                @By, @ByName, @Ended, @Curator, @drafted, @Updated, @steps)
        """;

    const string VersionSql = """
        insert into local_act_version (act_id, edition, organization_id, region_code, title, body, body_hash, reason, written_by, written_by_name, written_at)
        values (@id, @edition, @Organization, @RegionCode, @title, @text, @Hash, @Reason, @Curator, @CuratorName, @written)
        """;

    const string CosignSql = """
        insert into act_cosign (id, act_id, organization_id, region_code, edition, status, requested_at, decided_at, decided_by, decided_by_name, comment)
        values (@CosignId, @id, @Organization, @RegionCode, @edition, @Answer, @Requested, @Decided, @By, @ByName, @comment)
        """;

    const string ReturnSql = """
        insert into act_return (id, act_id, organization_id, region_code, edition, comment, returned_at, returned_by, returned_by_name)
        values (@ReturnId, @id, @Organization, @RegionCode, 1, @word, @At, @Head, @HeadName)
        """;
}
