using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Monitoring;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>What a merge must not do: open what is closed, make strangers one, or break a rule that holds elsewhere.</summary>
[Covers(nameof(UnmergePeople))]
public sealed class MergePeopleGuardsTests : MonitoringTest
{
    const string People = "/api/v1/people";

    [Test]
    public async Task Whoever_is_given_the_name_of_another_by_hand_does_not_become_that_person()
    {
        var school = await World.School();
        var (name, curator) = (PersonTwins.Name(), await As(Role.Curator, school));
        var absorbed = await PersonTwins.Record(Sql, school, name);
        var kept = await PersonTwins.Record(Sql, school, PersonTwins.Name(), birth: "1991-01-01");
        await Rename(curator, school, kept, name);
        foreach (var client in (HttpClient[])[curator, await As(Role.RegionalCoordinator, World.Region)])
        {
            foreach (var (stays, goes) in ((Guid, Guid)[])[(kept, absorbed), (absorbed, kept)])
                await Refused(client, stays, goes, "Unlike", 409, "person.merge-unlike");
        }

        var closed = (await Preview(curator, kept, absorbed))["absorbed"]!;
        Assert.That(((string)closed["name"]!, (string?)closed["birthDate"], closed["posts"]!.AsArray().Count), Is.EqualTo(("", (string?)null, 0)));

        await Sql.ExecuteAsync("update person set snils_key = 'same' || @school::text where id = any(@Ids)", new { school, Ids = new[] { kept, absorbed } });
        Assert.That(Obstacles(await Preview(curator, kept, absorbed)), Is.Empty, "the insurance number says who it is");
        await Sql.ExecuteAsync("update person set snils_key = null where id = any(@Ids)", new { Ids = new[] { kept, absorbed } });
        await Sql.ExecuteAsync("update staff_edit set made_at = made_at - interval '91 days' where person_id = @kept", new { kept });
        Assert.That(Obstacles(await Preview(curator, kept, absorbed)), Is.Empty, "nobody has objected for long");
    }

    [Test]
    public async Task Only_the_region_opens_to_an_account_what_is_closed_about_the_other_record()
    {
        var school = await World.School();
        var curator = await As(Role.Curator, school);
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        await World.Account(kept);
        var mentee = await World.Teacher(school, "Ученикова");
        var program = await Program(school, "2026-10-01T10:00Z");
        await Join(program, absorbed, "Mentor", "2026-10-01");
        await Join(program, mentee, "Mentee", "2026-10-01");
        Assert.That(Obstacles(await Preview(curator, kept, absorbed)), Is.Empty);
        await Sql.ExecuteAsync("""
            insert into meeting_note (region_code, id, meeting_id, program_id, organization_id, author_id, text)
            select region_code, gen_random_uuid(), @meeting, @program, id, @mentee, 'Заметка' from organization where id = @school
            """, new { school, program, mentee, meeting = await Meeting(program, "2026-10-05T10:00Z") });

        await Refused(curator, kept, absorbed, "PrivateRows", 403, "person.merge-private-rows");
        await Refused(curator, absorbed, kept, "PrivateRows", 403, "person.merge-private-rows");
        await Merge(await As(Role.RegionalCoordinator, World.Region), kept, absorbed);
    }

    [Test]
    public async Task A_post_told_twice_that_was_changed_by_hand_goes_with_its_change_and_comes_back()
    {
        var school = await World.School();
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        await Sql.ExecuteAsync("""
            insert into staff_edit (region_code, id, organization_id, person_id, employment_id, kind, effective_on, before, after, made_at, made_by)
            select region_code, gen_random_uuid(), organization_id, person_id, id, 'Work', '2026-10-01', '{}', '{}', now(), 'test'
              from employment where person_id = @absorbed
            """, new { absorbed });
        var before = await About(kept, absorbed);
        var curator = await As(Role.Curator, school);
        var merged = await Merge(curator, kept, absorbed);
        Assert.That(await Sql.ExecuteScalarAsync<long>(
            "select count(*) from staff_edit s join employment e on e.id = s.employment_id where s.person_id = @kept and e.person_id = @kept", new { kept }),
            Is.EqualTo(1));
        await curator.Post($"{People}/merges/{merged}/undo", new { version = 1 }).Ok();
        Assert.That(await About(kept, absorbed), Is.EqualTo(before));
    }

    [Test]
    public async Task A_post_that_becomes_longer_may_not_reach_another_main_one()
    {
        var school = await World.School();
        var name = PersonTwins.Name();
        var kept = await PersonTwins.Record(Sql, school, name, to: "2021-09-01");
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @kept, 'head', false, true, '2022-01-01' from organization where id = @school
            """, new { school, kept });
        var absorbed = await PersonTwins.Record(Sql, school, name, from: "2021-01-01", to: "2022-06-01", main: false);
        await Refused(await As(Role.Curator, school), kept, absorbed, "TwoMainPosts", 409, "person.merge-two-main-posts");
    }

    [Test]
    public async Task No_pair_runs_two_programs_and_no_mentor_is_overfull_by_a_merge()
    {
        var school = await World.School();
        var curator = await As(Role.Curator, school);
        var (mentee, another) = (await World.Teacher(school, "Ученикова"), await World.Teacher(school, "Другая"));
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        await Pair(school, kept, mentee);
        var second = await Pair(school, absorbed, mentee);
        await Refused(curator, kept, absorbed, "PairRuns", 409, "person.merge-pair-runs");

        await Sql.ExecuteAsync("update program_participant set person_id = @another where program_id = @second and role = 'Mentee'", new { another, second });
        Assert.That(Obstacles(await Preview(curator, kept, absorbed)), Is.Empty, "who has no profile is not held to a number");
        await Sql.ExecuteAsync("""
            insert into mentor_profile (organization_id, region_code, person_id, status, available_from, confirmed_on, capacity_programs)
            select id, region_code, @kept, 'Confirmed', '2026-09-01', '2026-09-02', 1 from organization where id = @school
            """, new { school, kept });
        await Refused(curator, kept, absorbed, "MentorOverfull", 409, "person.merge-mentor-overfull");
        await Sql.ExecuteAsync("update program set starts_on = starts_on + 400, ends_on = ends_on + 400 where id = @second", new { second });
        Assert.That(Obstacles(await Preview(curator, kept, absorbed)), Is.Empty, "of two that follow each other each takes the one place in its turn");
        await Sql.ExecuteAsync("update program set starts_on = starts_on - 400, ends_on = ends_on - 400 where id = @second", new { second });
        await Sql.ExecuteAsync("update mentor_profile set capacity_programs = 2 where person_id = @kept", new { kept });
        await Merge(curator, kept, absorbed);

        var (first, twin) = await PersonTwins.Pair(Sql, school);
        var mentor = await World.Teacher(school, "Наставникова");
        await Pair(school, mentor, first);
        await Pair(school, mentor, twin);
        await Refused(curator, first, twin, "PairRuns", 409, "person.merge-pair-runs");
    }

    [Test]
    public async Task A_change_that_comes_while_the_merge_waits_is_looked_at_first()
    {
        var school = await World.School();
        var curator = await As(Role.Curator, school);
        var (kept, absorbed) = await PersonTwins.Pair(Sql, school);
        var preview = await Preview(curator, kept, absorbed);
        await using var other = await Services.GetRequiredService<Npgsql.NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await other.ExecuteAsync("select set_config('scope.system', 'on', true)");
        await other.ExecuteAsync("update person set version = version + 1 where id = @absorbed", new { absorbed });
        var merging = curator.Post($"{People}/{kept}/merge", Body(preview));
        for (var i = 0; i < 100 && !await Waits(); i++) await Task.Delay(50);
        await transaction.CommitAsync();
        await merging.IsProblem(412, "version.stale");
    }

    async Task<List<string>> About(params Guid[] people) =>
        [.. (await PersonTwins.Everything(Sql)).Where(row => people.Any(person => row.Contains(person.ToString(), StringComparison.Ordinal)))];

    Task<bool> Waits() => Sql.ExecuteScalarAsync<bool>(
        "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%person_merge%')");

    async Task<Guid> Pair(Guid school, Guid mentor, Guid mentee)
    {
        var program = await Program(school, "2026-10-01T10:00Z");
        await Join(program, mentor, "Mentor", "2026-10-01");
        await Join(program, mentee, "Mentee", "2026-10-01");
        return program;
    }

    static async Task Rename(HttpClient curator, Guid school, Guid person, string name) =>
        await curator.Put($"/api/v1/organizations/{school}/people/{person}", new
        {
            version = 1, familyName = name, givenName = "Анна", patronymic = "Петровна", birthDate = PersonTwins.Birthday,
        }).Ok();

    static async Task Refused(HttpClient client, Guid kept, Guid absorbed, string obstacle, int status, string code)
    {
        var preview = await Preview(client, kept, absorbed);
        Assert.That(Obstacles(preview), Is.EqualTo(new[] { obstacle }));
        await client.Post($"{People}/{kept}/merge", Body(preview)).IsProblem(status, code);
    }

    static Task<JsonNode> Preview(HttpClient client, Guid kept, Guid absorbed) => client.GetAsync($"{People}/{kept}/merge?absorbedId={absorbed}").Ok();

    static IEnumerable<string> Obstacles(JsonNode preview) => preview["obstacles"]!.AsArray().Select(one => (string)one!);

    static object Body(JsonNode preview) => new
    {
        version = (int)preview["survivor"]!["version"]!, absorbedId = (Guid)preview["absorbed"]!["personId"]!,
        absorbedVersion = (int)preview["absorbed"]!["version"]!,
    };

    static async Task<Guid> Merge(HttpClient client, Guid kept, Guid absorbed) =>
        (Guid)(await client.Post($"{People}/{kept}/merge", Body(await Preview(client, kept, absorbed))).Ok())["id"]!;
}
