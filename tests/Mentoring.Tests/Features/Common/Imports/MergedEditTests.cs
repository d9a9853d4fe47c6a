using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Changes by hand before, between and after a merge and its undoing: each stays with the record that it is about.</summary>
public sealed class MergedEditTests : StaffEditTest
{
    const string People = "/api/v1/people";

    [Test]
    public async Task A_position_that_turned_since_goes_back_whole_with_its_post()
    {
        var (kept, absorbed, curator) = await Twins("psychologist");
        var before = (await Work(kept), await Work(absorbed));
        var merge = await Merge(curator, kept, absorbed);
        await Turn(kept, "teacher", "head", Today.AddDays(-40));
        await Turn(kept, "head", "teacher", Today.AddDays(-10));

        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That(await Work(kept), Is.EqualTo(before.Item1));
        Assert.That(await Work(absorbed), Is.EqualTo(new[]
        {
            $"teacher main 2020-09-01 {Today.AddDays(-40):O}", $"head main {Today.AddDays(-40):O} {Today.AddDays(-10):O}",
            $"teacher main {Today.AddDays(-10):O} ..",
        }), "no post of one is torn between two");
        Assert.That(await Edits(kept), Is.Empty);
        foreach (var edit in await Edits(absorbed)) await absorbed.Curator.Post($"{absorbed.Path}/edits/{edit!["id"]}/undo", new { }).Gives(204);
        Assert.That(await Work(absorbed), Is.EqualTo(before.Item2));
    }

    [Test]
    public async Task A_post_of_both_that_turned_since_is_made_whole_before_the_records_part()
    {
        var (kept, absorbed, curator) = await Twins("teacher", from: "2019-09-01");
        var before = (await Work(kept), await Work(absorbed));
        var merge = await Merge(curator, kept, absorbed);
        await Turn(kept, "teacher", "head", Today.AddDays(-40));
        Assert.That(await MayUnmerge(curator, kept), Is.False);
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).IsProblem(409, "person.merge-turned");
        Assert.That(await Work(kept), Has.Exactly(2).Items);
        await Undo(kept).Gives(204);
        Assert.That(await MayUnmerge(curator, kept), Is.True);
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That((await Work(kept), await Work(absorbed)), Is.EqualTo(before));
    }

    [Test]
    public async Task Work_of_ones_own_that_turned_on_the_day_on_which_the_others_ended_stays()
    {
        var day = Today.AddDays(43);
        var (kept, absorbed, curator) = await Twins("teacher", other: "educator", until: day);
        var merge = await Merge(curator, kept, absorbed);
        await Turn(kept, "teacher", "head", day);
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That(await Work(kept), Is.EqualTo(new[] { $"teacher main 2020-09-01 {day:O}", $"head main {day:O} .." }));
        Assert.That(await Work(absorbed), Is.EqualTo(new[] { $"educator 2020-09-01 {day:O}" }));
        await Undo(kept).Gives(204);
        Assert.That(await Work(kept), Is.EqualTo(new[] { "teacher main 2020-09-01 .." }));
    }

    [Test]
    public async Task Work_of_both_that_turned_on_one_day_goes_with_whose_it_was()
    {
        var day = Today.AddDays(20);
        var (kept, absorbed, curator) = await Twins("teacher", other: "educator");
        var merge = await Merge(curator, kept, absorbed);
        await Turn(kept, "teacher", "head", day);
        await Turn(kept, "educator", "psychologist", day, main: false);
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That(await Work(kept), Is.EqualTo(new[] { $"teacher main 2020-09-01 {day:O}", $"head main {day:O} .." }));
        Assert.That(await Work(absorbed), Is.EqualTo(new[] { $"educator 2020-09-01 {day:O}", $"psychologist {day:O} .." }));
    }

    [Test]
    public async Task Work_of_both_that_a_roster_turned_on_one_day_goes_with_whose_it_was()
    {
        var (kept, absorbed, curator) = await Twins("teacher", other: "educator");
        await Sql.ExecuteAsync("""
            insert into person_source (organization_id, region_code, source_id, person_id)
            select o.id, o.region_code, s.source_id, s.person_id
              from organization o, (values ('user-1', @Kept), ('user-2', @Absorbed)) s (source_id, person_id) where o.id = @School;
            update employment set source_id = case person_id when @Kept then 'ra' else 'rb' end where organization_id = @School
            """, new { kept.School, Kept = kept.Person, Absorbed = absorbed.Person });
        var merge = await Merge(curator, kept, absorbed);
        await Applied(curator, kept.School, new Roster { Mode = "delta" }.Role(1, "head", id: "ra")
            .Role(2, "psychologist", main: false, id: "rb").Zip());
        Assert.That(await Work(kept), Has.Exactly(4).Items);

        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That(await Work(kept), Is.EqualTo(new[] { $"teacher main 2020-09-01 {Today:O}", $"head main {Today:O} .." }));
        Assert.That(await Work(absorbed), Is.EqualTo(new[] { $"educator 2020-09-01 {Today:O}", $"psychologist {Today:O} .." }));
    }

    [Test]
    public async Task Other_work_that_turned_on_the_day_on_which_that_of_both_ended_stands_in_nobodys_way()
    {
        var day = Today.AddDays(20);
        var (kept, absorbed, curator) = await Twins("teacher", from: "2019-09-01");
        await Sql.ExecuteAsync("""
            update employment set ended_on = @day where person_id = any(@People);
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @Person, 'educator', true, false, '2020-09-01' from organization where id = @School
            """, new { day, People = new[] { kept.Person, absorbed.Person }, kept.Person, kept.School });
        var merge = await Merge(curator, kept, absorbed);
        await Turn(kept, "educator", "psychologist", day, main: false);
        Assert.That(await MayUnmerge(curator, kept), Is.True);
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That(await Work(kept), Is.EqualTo(new[]
        {
            $"teacher main 2019-09-01 {day:O}", $"educator 2020-09-01 {day:O}", $"psychologist {day:O} ..",
        }));
        Assert.That(await Work(absorbed), Is.EqualTo(new[] { $"teacher main 2020-09-01 {day:O}" }));
    }

    [Test]
    public async Task An_end_that_came_since_goes_back_with_its_post_and_what_was_there_before_does_not_follow_it()
    {
        var (kept, absorbed, curator) = await Twins("psychologist", from: $"{Today.AddDays(1):O}");
        var merge = await Merge(curator, kept, absorbed);
        var post = (await Person(kept))["employments"]!.AsArray().Single(one => (string?)one!["positionCode"] == "teacher")!;
        await curator.Post($"{kept.Path}/employments/{post["id"]}/end",
            new { version = (int)post["version"]!, lastDay = Today.ToString("O"), reason = "Transfer" }).Ok();
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That(await Work(kept), Is.EqualTo(new[] { $"psychologist {Today.AddDays(1):O} .." }));
        Assert.That(await Work(absorbed), Is.EqualTo(new[] { $"teacher main 2020-09-01 {Today.AddDays(1):O}" }));
        await Undo(absorbed).Gives(204);
        Assert.That(await Work(absorbed), Is.EqualTo(new[] { "teacher main 2020-09-01 .." }));
    }

    [Test]
    public async Task Details_changed_in_the_absorbed_record_are_not_put_back_into_the_other()
    {
        var (kept, absorbed, curator) = await Twins("psychologist");
        await Revise(kept, await Family(kept), phone: "+74822000001").Ok();
        await Revise(absorbed, await Family(absorbed), phone: "+74822000003").Ok();
        await Revise(absorbed, await Family(absorbed), phone: "+74822000001").Ok();
        var merge = await Merge(curator, kept, absorbed);

        var edits = await Edits(kept);
        Assert.That(edits.Select(one => (bool)one!["mayUndo"]!), Is.EqualTo(new[] { false, false, true }));
        await Undo(kept).IsProblem(409, "staff-edit.other-record");
        Assert.That((string?)(await Person(kept))["phone"], Is.EqualTo("+74822000001"));
        await curator.Post($"{kept.Path}/edits/{edits[2]!["id"]}/undo", new { }).Gives(204);
        Assert.That((string?)(await Person(kept))["phone"], Is.Null);

        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        await Undo(absorbed).Gives(204);
        Assert.That((string?)(await Person(absorbed))["phone"], Is.EqualTo("+74822000003"));
    }

    [Test]
    public async Task What_a_record_had_of_another_for_a_time_is_not_put_back_when_they_have_parted()
    {
        var (kept, absorbed, curator) = await BornAndBare();
        var merge = await Merge(curator, kept, absorbed);
        await Corrected(kept, "1981-06-06", "own@school.example", "+74822000011").Ok();
        await Revise(kept, await Family(kept), phone: "+74822000012").Ok();
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();

        Assert.That((await Edits(kept)).Select(one => (bool)one!["mayUndo"]!), Is.EqualTo(new[] { true, false }));
        await Undo(kept).Gives(204);
        var edits = await Edits(kept);
        Assert.That(edits.Select(one => (bool)one!["mayUndo"]!), Is.EqualTo(new[] { false, false }));
        await curator.Post($"{kept.Path}/edits/{edits[1]!["id"]}/undo", new { }).IsProblem(409, "staff-edit.other-record");
        Assert.That(await Details(kept), Is.EqualTo(("1981-06-06", "own@school.example", "+74822000011")));
        Assert.That(await Details(absorbed), Is.EqualTo((PersonTwins.Birthday, "others@school.example", "+74822000003")));
        Assert.That(await Sql.ExecuteScalarAsync<int>("select cardinality(email_former) from person where id = @Person", new { kept.Person }), Is.Zero);
    }

    [Test]
    public async Task What_a_record_had_of_another_is_put_back_while_they_are_one_and_goes_when_they_part()
    {
        var (kept, absorbed, curator) = await BornAndBare();
        var merge = await Merge(curator, kept, absorbed);
        await Corrected(kept, "1981-06-06", "own@school.example", "+74822000011").Ok();
        await Undo(kept).Gives(204);
        Assert.That(await Details(kept), Is.EqualTo((PersonTwins.Birthday, "others@school.example", "+74822000003")));
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        Assert.That(await Details(kept), Is.EqualTo(((string?)null, (string?)null, (string?)null)));
    }

    [Test]
    public async Task What_was_ones_own_before_a_merge_is_put_back_after_it()
    {
        var (kept, absorbed, curator) = await Twins("psychologist");
        await Revise(kept, await Family(kept), phone: "+74822000021").Ok();
        var merge = await Merge(curator, kept, absorbed);
        await Revise(kept, await Family(kept), phone: "+74822000022").Ok();
        await curator.Post($"{People}/merges/{merge}/undo", new { version = 1 }).Ok();
        await Undo(kept).Gives(204);
        Assert.That((string?)(await Person(kept))["phone"], Is.EqualTo("+74822000021"));
    }

    [Test]
    public async Task A_change_of_a_post_that_both_records_told_is_the_absorbed_records_own()
    {
        var (kept, absorbed, curator) = await Twins("head");
        await Change(absorbed, "head", null).Ok();
        await Merge(curator, kept, absorbed);
        await Undo(kept).IsProblem(409, "staff-edit.other-record");
        Assert.That(await Work(kept), Is.EqualTo(new[] { "head main 2020-09-01 .." }));
    }

    [Test]
    public async Task A_change_of_a_post_that_went_over_is_taken_back_where_the_post_is()
    {
        var (kept, absorbed, curator) = await Twins("psychologist");
        await Change(absorbed, "head", null).Ok();
        await Merge(curator, kept, absorbed);
        await Undo(kept).Gives(204);
        Assert.That(await Work(kept), Has.Some.EqualTo("teacher main 2020-09-01 .."));
    }

    /// <summary>Of the one the name alone is known, of the other all.</summary>
    async Task<(One Kept, One Absorbed, HttpClient Curator)> BornAndBare()
    {
        var twins = await Twins("psychologist");
        await Sql.ExecuteAsync("""
            update person set birth_date = null where id = @Kept;
            update person set email = 'others@school.example', phone = '+74822000003' where id = @Absorbed
            """, new { Kept = twins.Kept.Person, Absorbed = twins.Absorbed.Person });
        return twins;
    }

    static async Task<HttpResponseMessage> Corrected(One one, string birth, string email, string phone)
    {
        var person = await Person(one);
        return await one.Curator.Put(one.Path, new
        {
            version = (int)person["version"]!, familyName = (string)person["familyName"]!, givenName = (string)person["givenName"]!,
            patronymic = (string?)person["patronymic"], birthDate = birth, email, phone,
        });
    }

    static async Task<(string?, string?, string?)> Details(One one)
    {
        var person = await Person(one);
        return ((string?)person["birthDate"], (string?)person["email"], (string?)person["phone"]);
    }

    static async Task<bool> MayUnmerge(HttpClient curator, One kept) =>
        (bool)(await curator.GetAsync($"{People}/merges?organizationId={kept.School}").Ok())["items"]![0]!["mayUndo"]!;

    async Task<(One Kept, One Absorbed, HttpClient Curator)> Twins(string position, string from = "2020-09-01", string other = "teacher",
        DateOnly? until = null)
    {
        var (school, curator) = await School();
        var name = PersonTwins.Name();
        One Of(Guid id) => new(school, curator, id, $"/api/v1/organizations/{school}/people/{id}", name);
        var kept = await PersonTwins.Record(Sql, school, name, from: from, main: position == "teacher", position: position);
        return (Of(kept), Of(await PersonTwins.Record(Sql, school, name, to: until?.ToString("O"), main: other == "teacher",
            position: other)), curator);
    }

    static async Task<Guid> Merge(HttpClient curator, One kept, One absorbed)
    {
        var preview = await curator.GetAsync($"{People}/{kept.Person}/merge?absorbedId={absorbed.Person}").Ok();
        return (Guid)(await curator.Post($"{People}/{kept.Person}/merge", new
        {
            version = (int)preview["survivor"]!["version"]!, absorbedId = absorbed.Person, absorbedVersion = (int)preview["absorbed"]!["version"]!,
        }).Ok())["id"]!;
    }

    static async Task Turn(One one, string position, string to, DateOnly from, bool main = true)
    {
        JsonNode post = (await Person(one))["employments"]!.AsArray()
            .Single(part => (string?)part!["positionCode"] == position && part["endedOn"] is null && (bool)part["isMain"]! == main)!;
        await one.Curator.Post($"{one.Path}/employments/{post["id"]}/change",
            new { version = (int)post["version"]!, positionCode = to, isMain = main, from = from.ToString("O") }).Ok();
    }

    static async Task<string> Family(One one) => (string)(await Person(one))["familyName"]!;
}
