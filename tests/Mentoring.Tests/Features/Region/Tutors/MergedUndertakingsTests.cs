using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

/// <summary>
/// What a person has once at a time and two records of the person have both: the one of the record that stays goes on, the other's ends
/// and stands in the history, and both go on again when the records are two again.
/// </summary>
public sealed class MergedUndertakingsTests : TutorTest
{
    static readonly string[] s_both =
    [
        "draft absorbed Draft", "draft kept Draft", "member absorbed In", "member kept In", "offer absorbed Open", "offer kept Open", "place absorbed Taken",
        "place kept Taken", "route absorbed SelfImage", "route kept SelfImage", "tutoring absorbed Active", "tutoring kept Active",
    ];

    [Test]
    public async Task One_of_each_goes_on_and_both_when_the_merge_is_taken_back()
    {
        var (kept, absorbed) = await PersonTwins.Pair(Sql, School);
        var (account, former) = (await World.Account(kept), await World.Account(absorbed));
        await Registered(capacity: 2);
        foreach (var (person, client) in new[] { (kept, As(account)), (absorbed, As(former)) })
        {
            await client.Post("/api/v1/routes", new { startsOn = $"{Today:O}", endsOn = $"{Today.AddYears(4):O}" }).Gives(201);
            await client.Post($"{Own}/{await Proposed(person)}/answer", new { version = 1, yes = true }).Ok();
        }

        await Sql.ExecuteAsync(Rows, new { kept, absorbed, School, Centre, Today });
        Assert.That(await Standing(kept, absorbed), Is.EqualTo(s_both));

        var curator = await As(Role.Curator, School);
        var merge = (Guid)(await curator.Post($"/api/v1/people/{kept}/merge", new { version = 1, absorbedId = absorbed, absorbedVersion = 1 }).Ok())["id"]!;
        Assert.That(await Standing(kept, absorbed), Is.EqualTo(new[]
        {
            "draft kept Draft", "draft kept Withdrawn", "member kept In", "member kept Left", "offer kept Ended", "offer kept Open", "place absorbed GivenUp",
            "place kept Taken", "route kept Closed", "route kept SelfImage", "tutoring kept Active", "tutoring kept Ended",
        }));
        Assert.That(await Sql.QuerySingleAsync<int>("select taken from resource_run"), Is.EqualTo(1));
        Assert.That((await As(account).GetAsync("/api/v1/routes").Ok()).AsArray(), Has.Count.EqualTo(2), "both are the person's");

        await curator.Post($"/api/v1/people/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That(await Standing(kept, absorbed), Is.EqualTo(s_both));
        Assert.That(await Sql.QuerySingleAsync<int>("select taken from resource_run"), Is.EqualTo(2));
    }

    async Task<IEnumerable<string>> Standing(Guid kept, Guid absorbed) => (await Sql.QueryAsync<string>("""
        select concat_ws(' ', kind, case person when @kept then 'kept' else 'absorbed' end, status)
          from (select 'offer' kind, mentor_id person, status from mentor_offer union all
                select 'tutoring', person_id, status from tutor_assignment union all
                select 'route', person_id, status from route union all
                select 'draft', person_id, status from diagnosis union all
                select 'member', person_id, status from initiative_member union all
                select 'place', person_id, case when given_up_at is null then 'Taken' else 'GivenUp' end from resource_place) s
         where person in (@kept, @absorbed)
        """, new { kept, absorbed })).Order(StringComparer.Ordinal);

    const string Rows = """
        insert into mentor_offer (region_code, id, organization_id, mentor_id, mentor_name, scope, areas, forms, kinds, remote, places, words, ends_on, status,
                                  proposed_at, decided_at, decided_by_name)
        select o.region_code, gen_random_uuid(), o.id, p, 'x', 'Region', '{methods}', '{}', '{}', false, 2, 'Помогу', @Today + 90, 'Open', now(), now(), 'x'
          from organization o, unnest(array[@kept, @absorbed]) p where o.id = @School;
        insert into instrument (id, code, edition, kind, name_ru, name_en, status, content, created_at, created_by)
        values (@kept, 'twins', 1, 'Deficits', 'Анкета', 'Form', 'Published', '{}', now(), 'test');
        insert into diagnosis (region_code, id, person_id, organization_id, kind, author, instrument_id, instrument_version, status, started_at)
        select o.region_code, gen_random_uuid(), p, o.id, 'Deficits', 'Self', @kept, 1, 'Draft', now()
          from organization o, unnest(array[@kept, @absorbed]) p where o.id = @School;
        insert into resource (region_code, id, body_id, kind_code, title, about, host, areas, sectors, format, is_open, status, created_at, created_by,
                              updated_at)
        select region_code, @kept, id, 'course', 'Курс', 'x', 'x', '{methods}', '{}', 'OnSite', false, 'Offered', now(), 'x', now()
          from organization where id = @Centre;
        insert into resource_run (region_code, id, resource_id, body_id, starts_on, ends_on, apply_until, places)
        select region_code, @absorbed, @kept, id, @Today + 30, @Today + 40, @Today + 20, 5 from organization where id = @Centre;
        insert into resource_place (region_code, run_id, person_id, body_id, organization_id, person_name, taken_at)
        select o.region_code, @absorbed, p, o.id, @School, 'x', now() from organization o, unnest(array[@kept, @absorbed]) p where o.id = @Centre;
        insert into initiative (region_code, id, organization_id, territory_code, leader_id, leader_name, member_ids, title, purpose, areas, scope,
                                by_invitation, status, created_at)
        select o.region_code, @kept, o.id, o.territory_code, e.person_id, 'x', '{}', 'Группа', 'x', '{}', 'Region', false, 'Running', now()
          from organization o join employment e on e.organization_id = o.id where o.id = @School and e.person_id not in (@kept, @absorbed) limit 1;
        insert into initiative_member (region_code, id, initiative_id, person_id, person_name, organization_id, status, asked_at)
        select o.region_code, gen_random_uuid(), @kept, p, 'x', o.id, 'In', now() from organization o, unnest(array[@kept, @absorbed]) p where o.id = @School
        """;
}
