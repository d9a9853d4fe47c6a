using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>Two records of one person become one with both histories, and two again as they were.</summary>
[Covers(nameof(MergePeople))]
public sealed class MergePeopleTests : MonitoringTest
{
    const string People = "/api/v1/people";

    [Test]
    public async Task Everything_goes_to_the_record_that_stays_sums_follow_and_undoing_brings_all_of_it_back()
    {
        var school = await World.School();
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        var mentee = await World.Teacher(school, "Ученикова");
        var program = await Program(school, "2026-10-01T10:00Z");
        await Join(program, absorbed, "Mentor", "2026-10-01");
        await Join(program, mentee, "Mentee", "2026-10-01");
        await Consent(program, absorbed, "Given", "2026-10-01T09:00Z");
        var meeting = await Meeting(program, "2026-10-05T10:00Z");
        await Need(school, kept, 2026, "2026-09-10");
        await Need(school, absorbed, 2026, "2026-09-12");
        await Facts(school, program, meeting, kept, absorbed, mentee);
        var account = await World.Account(Role.Mentor, school, absorbed);
        await OpenMonths();
        await FullRollUp();
        Assert.That(await Kept(school, "2026-10", "active-programs"), Does.EndWith("/3"), "counted twice");
        var curator = await As(Role.Curator, school);
        var before = await PersonTwins.Everything(Sql);

        var preview = await curator.GetAsync($"{People}/{kept}/merge?absorbedId={absorbed}").Ok();
        Assert.That((preview["obstacles"]!.AsArray().Count, (int)preview["samePosts"]!), Is.EqualTo((0, 1)), preview.ToJsonString());
        Assert.That(preview["absorbed"]!["programs"]![0]!["role"]!.ToString(), Is.EqualTo("Mentor"));
        Assert.That(preview["absorbed"]!["rows"]!.AsArray().Select(row => (string)row!["code"]!), Is.EquivalentTo(
            new[] { "consent", "mentor_profile", "mentor_result", "mentoring_need" }), "what is confidential is not counted");
        var merged = await Merge(curator, preview);

        var read = await curator.GetAsync($"{People}/{kept}").Ok();
        Assert.That(read["programs"]!.AsArray().Select(one => (Guid)one!["id"]!), Is.EqualTo(new[] { program }));
        Assert.That(read["employments"]!.AsArray(), Has.Count.EqualTo(1), "one post, told twice");
        Assert.That((Guid)(await curator.GetAsync($"{People}/{absorbed}").Ok())["mergedInto"]!, Is.EqualTo(kept));
        var holder = As(account);
        Assert.That((Guid)(await holder.GetAsync("/api/v1/me").Ok())["personId"]!, Is.EqualTo(kept));
        await holder.GetAsync($"/api/v1/programs/{program}").Ok();
        Assert.That(await Confidential(kept), Is.EqualTo((1, 1, 1, 1)), "also what nobody but a few may read");
        await RollUp();
        Assert.That(await Kept(school, "2026-10", "active-programs"), Does.EndWith("/2"));
        Assert.That(await Differences(), Is.Zero);
        Assert.That(await Sql.ExecuteScalarAsync<long>(
            "select count(*) from audit_entry where operation = 'MergePeople' and organization_id = @school", new { school }), Is.EqualTo(1));

        await curator.Post($"{People}/merges/{merged}/undo", new { version = 1 }).Ok();
        Assert.That(await PersonTwins.Everything(Sql), Is.EqualTo(before));
        await RollUp();
        Assert.That(await Kept(school, "2026-10", "active-programs"), Does.EndWith("/3"));
        Assert.That(await Differences(), Is.Zero);
        await curator.Post($"{People}/merges/{merged}/undo", new { version = 2 }).IsProblem(409, "person.merge-undone");
    }

    [Test]
    public async Task A_merge_that_was_noted_before_keys_carried_the_region_is_undone_as_any_other()
    {
        var school = await World.School();
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        await Join(await Program(school, "2026-10-01T10:00Z"), absorbed, "Mentor", "2026-10-01");
        await Need(school, absorbed, 2026, "2026-09-12");
        var curator = await As(Role.Curator, school);
        var before = await PersonTwins.Everything(Sql);
        var merged = await Merge(curator, kept, absorbed);
        Assert.That(await Sql.ExecuteAsync("""
            update person_merge_row set key = key - 'region_code'
             where merge_id = @merged and source in ('program_participant', 'mentoring_need') and key ->> 'region_code' is not null
            """, new { merged }), Is.EqualTo(2));

        await curator.Post($"{People}/merges/{merged}/undo", new { version = 1 }).Ok();
        Assert.That(await PersonTwins.Everything(Sql), Is.EqualTo(before));
    }

    [Test]
    public async Task The_person_is_told_of_both()
    {
        var school = await World.School();
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        var account = await World.Account(kept);
        var curator = await As(Role.Curator, school);
        var merged = await Merge(curator, kept, absorbed);
        await curator.Post($"{People}/merges/{merged}/undo", new { version = 1 }).Ok();
        await Services.GetRequiredService<OutboxDrain>().Run(default);
        Assert.That(await Sql.QueryAsync<string>("select kind from notification where account_id = @account order by at, kind", new { account }),
            Is.EqualTo(new[] { nameof(NotificationKind.RecordsMerged), nameof(NotificationKind.RecordsParted) }));
    }

    [Test]
    public async Task Two_in_one_program_two_main_posts_and_two_accounts_with_roles_are_settled_first()
    {
        var (school, second) = (await World.School(), await World.School());
        var both = await World.Account(Role.Curator, school);
        await World.Assign(both, Role.Curator, second);
        var curator = As(both);

        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        var program = await Program(school, "2026-10-01T10:00Z");
        await Join(program, kept, "Mentor", "2026-10-01");
        await Join(program, absorbed, "Mentee", "2026-10-01");
        await Refused(curator, kept, absorbed, "person.merge-same-program");

        var name = PersonTwins.Name();
        await Refused(curator, await PersonTwins.Record(Sql, school, name), await PersonTwins.Record(Sql, second, name), "person.merge-two-main-posts");
        name = PersonTwins.Name();
        await Refused(curator, await PersonTwins.Record(Sql, school, name), await PersonTwins.Record(Sql, school, name, position: "head"),
            "person.merge-two-main-posts");

        (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        await World.Account(kept);
        await World.Account(Role.UnionRepresentative, school, absorbed);
        await Refused(curator, kept, absorbed, "person.merge-two-accounts");
        await Merge(curator, absorbed, kept);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from identity.account where person_id in (@kept, @absorbed)", new { kept, absorbed }),
            Is.EqualTo(2), "an account is nobody else's");
    }

    [Test]
    public async Task A_main_post_after_the_other_and_an_additional_one_beside_it_become_one_history()
    {
        var (school, second) = (await World.School(), await World.School());
        var coordinator = await As(Role.RegionalCoordinator, World.Region);
        var name = PersonTwins.Name();
        var kept = await PersonTwins.Record(Sql, school, name, to: "2026-02-01");
        var absorbed = await PersonTwins.Record(Sql, second, name, from: "2026-02-01");
        await Merge(coordinator, kept, absorbed);
        var third = await PersonTwins.Record(Sql, school, name, from: "2026-03-01", main: false);
        await Merge(coordinator, kept, third);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from employment where person_id = @kept", new { kept }), Is.EqualTo(3));
    }

    [Test]
    public async Task Whoever_looked_at_an_older_state_looks_again_and_later_merges_are_taken_back_first()
    {
        var school = await World.School();
        var curator = await As(Role.Curator, school);
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        var name = await Sql.ExecuteScalarAsync<string>("select family_name from person where id = @kept", new { kept });
        var third = await PersonTwins.Record(Sql, school, name!);
        await curator.Post($"{People}/{kept}/merge", new { version = 7, absorbedId = absorbed, absorbedVersion = 1 }).IsProblem(412, "version.stale");
        await curator.Post($"{People}/{kept}/merge", new { version = 1, absorbedId = kept, absorbedVersion = 1 }).IsProblem(400, "validation");
        var first = await Merge(curator, kept, absorbed);
        await curator.Post($"{People}/{kept}/merge", new { version = 2, absorbedId = absorbed, absorbedVersion = 2 }).IsProblem(409, "person.merged-already");
        var last = await Merge(curator, kept, third);
        await curator.Post($"{People}/merges/{first}/undo", new { version = 1 }).IsProblem(409, "person.merge-last");
        await curator.Post($"{People}/merges/{last}/undo", new { version = 1 }).Ok();
        await curator.Post($"{People}/merges/{first}/undo", new { version = 1 }).Ok();
    }

    async Task Refused(HttpClient client, Guid kept, Guid absorbed, string code)
    {
        var preview = await client.GetAsync($"{People}/{kept}/merge?absorbedId={absorbed}").Ok();
        Assert.That(preview["obstacles"]!.AsArray(), Is.Not.Empty, code);
        await client.Post($"{People}/{kept}/merge", Body(preview)).IsProblem(409, code);
    }

    static object Body(JsonNode preview) => new
    {
        version = (int)preview["survivor"]!["version"]!, absorbedId = (Guid)preview["absorbed"]!["personId"]!,
        absorbedVersion = (int)preview["absorbed"]!["version"]!, reason = "Одна и та же трудовая книжка",
    };

    static async Task<Guid> Merge(HttpClient client, JsonNode preview) =>
        (Guid)(await client.Post($"{People}/{preview["survivor"]!["personId"]}/merge", Body(preview)).Ok())["id"]!;

    static async Task<Guid> Merge(HttpClient client, Guid kept, Guid absorbed) =>
        await Merge(client, await client.GetAsync($"{People}/{kept}/merge?absorbedId={absorbed}").Ok());

    async Task<long> Differences() =>
        await Sql.ExecuteScalarAsync<long>("select count(*) from indicator_difference where reconciliation_id = @id", new { id = await Reconcile() });

    Task<(int, int, int, int)> Confidential(Guid person) => Sql.QuerySingleAsync<(int, int, int, int)>("""
        select (select count(*)::int from readiness_check where person_id = @person),
               (select count(*)::int from arbitration_case where complainant_id = @person),
               (select count(*)::int from arbitration_case where @person = any(arbiter_ids)),
               (select count(*)::int from meeting_note where author_id = @person)
        """, new { person });

    /// <summary>A profile of each, of which one has results; what a psychologist, arbiters and the pair alone read; what other systems call them.</summary>
    Task Facts(Guid school, Guid program, Guid meeting, Guid kept, Guid absorbed, Guid mentee) => Sql.ExecuteAsync("""
        insert into mentor_profile (organization_id, region_code, person_id, status, available_from, confirmed_on)
        select id, region_code, person, 'Confirmed', '2026-09-01', '2026-09-02' from organization, unnest(array[@kept, @absorbed]) person where id = @school;
        insert into mentor_result (id, organization_id, region_code, person_id, text, measure, achieved_on)
        select gen_random_uuid(), id, region_code, @absorbed, 'Результат', 'Баллы', '2026-06-01' from organization where id = @school;
        insert into readiness_check (id, organization_id, region_code, person_id, checked_on, motivation, openness, own_handwriting, reflection, conclusion,
                                     recommendation)
        select gen_random_uuid(), id, region_code, @absorbed, '2026-09-15', 3, 3, 3, 3, 'Ready', '' from organization where id = @school;
        insert into arbitration_case (id, organization_id, region_code, kind, about, status, subject, statement, complainant_id, complainant_name,
                                      arbiter_ids, opened_at)
        select gen_random_uuid(), o.id, region_code, 'Complaint', 'Mentee', 'Opened', 'Тема', 'Текст', who, 'Имя', arbiters, now()
          from organization o, (values (@absorbed, array[]::uuid[]), (@mentee, array[@absorbed])) c (who, arbiters) where o.id = @school;
        insert into meeting_note (region_code, id, meeting_id, program_id, organization_id, author_id, text)
        select region_code, gen_random_uuid(), @meeting, @program, id, @absorbed, 'Заметка' from organization where id = @school;
        insert into person_source (organization_id, region_code, source_id, person_id)
        select id, region_code, 'user-1', @kept from organization where id = @school union all
        select id, region_code, 'user-2', @absorbed from organization where id = @school
        """, new { school, program, meeting, kept, absorbed, mentee });
}
