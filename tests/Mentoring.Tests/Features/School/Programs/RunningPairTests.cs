using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Capacity and doubles, by every door through which a mentor gets a mentee.</summary>
[Covers(nameof(ReplaceMentor))]
public sealed class RunningPairTests : ProgramTest
{
    [SetUp]
    public async Task NothingRuns()
    {
        await Sql.ExecuteAsync("update program set status = 'EndedEarly', finished_at = now() where status in ('Active', 'Paused')");
        await Places(null);
    }

    [Test]
    public async Task A_second_program_of_the_same_pair_is_warned_of_when_drafted_and_refused_when_it_would_come_into_force()
    {
        await Active();
        var second = await BeforeHead();
        Assert.That(await Warnings(second), Is.EqualTo(new[] { "PairRuns" }));
        await Activate(second).IsProblem(409, "program.pair-runs");

        await EndRunning();
        Assert.That(await Warnings(second), Is.Empty);
        await Activate(second).Ok();
        Assert.That(await Warnings(second), Is.Empty, "nothing is warned of that runs");
    }

    [Test]
    public async Task A_paused_program_is_a_running_one()
    {
        var first = await Active();
        var second = await BeforeHead();
        await Curator.Post($"{Path}/{first}/pause", new { version = await Version(first) }).Ok();
        await Activate(second).IsProblem(409, "program.pair-runs");
        await Curator.Post($"{Path}/{first}/resume", new { version = await Version(first) }).Ok();
    }

    [Test]
    public async Task A_mentor_without_a_free_place_is_warned_of_and_the_staff_list_tells_load_and_places()
    {
        await Places(2);
        var third = await With(await World.Teacher(School.Id, "Третья"));
        await Activate(await With(await World.Teacher(School.Id, "Первая"))).Ok();
        Assert.That(await Warnings(third), Is.Empty);
        await Activate(await With(await World.Teacher(School.Id, "Вторая"))).Ok();
        Assert.That(await Warnings(third), Is.EqualTo(new[] { "MentorFull" }));
        var listed = (await Curator.GetAsync($"/api/v1/organizations/{School.Id}/people?search=Наставникова").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((int)listed["mentorPrograms"]!, (int)listed["mentorPlaces"]!), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task Four_programs_drafted_straight_for_one_pair_come_into_force_once()
    {
        await Places(3);
        var programs = new List<Guid>();
        for (var i = 0; i < 4; i++) programs.Add(await BeforeHead(plan => plan["title"] = "Пара повторно"));
        await Activate(programs[0]).Ok();
        foreach (var again in programs[1..]) await Activate(again).IsProblem(409, "program.pair-runs");
        Assert.That(await Running(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_paused_program_keeps_its_place_and_is_taken_up_again_even_when_the_mentor_has_fewer_places_by_then()
    {
        await Places(2);
        var first = await With(await World.Teacher(School.Id, "Первая"));
        await Activate(first).Ok();
        await Activate(await With(await World.Teacher(School.Id, "Вторая"))).Ok();
        await Curator.Post($"{Path}/{first}/pause", new { version = await Version(first) }).Ok();
        var third = await With(await World.Teacher(School.Id, "Третья"));
        await Activate(third).IsProblem(409, "program.mentor-full");

        await Places(1);
        await Curator.Post($"{Path}/{first}/resume", new { version = await Version(first) }).Ok();
        Assert.That(await Running(), Is.EqualTo(2), "what runs goes on");
        await Sql.ExecuteAsync("update program set status = 'Completed', finished_at = now() where id = @first", new { first });
        await Activate(third).IsProblem(409, "program.mentor-full");
    }

    [TestCase("Draft", null), TestCase("Paused", "program.mentor-full")]
    public async Task A_profile_not_confirmed_yet_offers_what_it_says_and_a_paused_one_nothing(string status, string? refused)
    {
        await Places(1);
        await Sql.ExecuteAsync("""
            update mentor_profile set status = @status, confirmed_on = case @status when 'Draft' then null else confirmed_on end where person_id = @Mentor
            """, new { status, School.Mentor });
        var first = await With(await World.Teacher(School.Id, "Первая"));
        if (refused is not null)
        {
            Assert.That(await Warnings(first), Is.EqualTo(new[] { "MentorFull" }));
            await Activate(first).IsProblem(409, refused);
            return;
        }

        await Activate(first).Ok();
        await Activate(await With(await World.Teacher(School.Id, "Вторая"))).IsProblem(409, "program.mentor-full");
    }

    [Test]
    public async Task A_group_takes_one_place_and_none_of_it_is_taken_twice()
    {
        await Places(2);
        var (first, second) = (await World.Teacher(School.Id, "Первая"), await World.Teacher(School.Id, "Вторая"));
        var group = await With(first, second, await World.Teacher(School.Id, "Третья"));
        await Activate(group).Ok();
        await Activate(await With(second)).IsProblem(409, "program.pair-runs");
        await Activate(await With(await World.Teacher(School.Id, "Четвёртая"))).Ok();
        await Activate(await With(await World.Teacher(School.Id, "Пятая"))).IsProblem(409, "program.mentor-full");
    }

    [Test]
    public async Task Of_two_mentees_who_come_at_once_one_gets_the_last_place()
    {
        await Places(1);
        var programs = new List<Guid>();
        foreach (var name in (string[])["Первая", "Вторая", "Третья", "Четвёртая"]) programs.Add(await With(await World.Teacher(School.Id, name)));
        var answers = await Task.WhenAll(programs.Select(Activate));
        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        foreach (var late in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK)) await Task.FromResult(late).IsProblem(409, "program.mentor-full");
        Assert.That(await Running(), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_programs_that_come_into_force_at_once_one_is_refused()
    {
        var (first, second) = (await BeforeHead(), await BeforeHead());
        var answers = await Task.WhenAll(Activate(first), Activate(second));
        Assert.That(answers.Select(answer => answer.StatusCode), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
    }

    [Test]
    public async Task No_mentor_gets_more_programs_than_places_whoever_the_mentees_are()
    {
        await Places(2);
        var third = await With(await World.Teacher(School.Id, "Третья"));
        await Activate(await With(await World.Teacher(School.Id, "Первая"))).Ok();
        Assert.That(await Warnings(third), Is.Empty);
        await Activate(await With(await World.Teacher(School.Id, "Вторая"))).Ok();
        Assert.That(await Warnings(third), Is.EqualTo(new[] { "MentorFull" }));
        await Activate(third).IsProblem(409, "program.mentor-full");

        var listed = (await Curator.GetAsync($"/api/v1/organizations/{School.Id}/people?search=Наставникова").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((int)listed["mentorPrograms"]!, (int)listed["mentorPlaces"]!), Is.EqualTo((2, 2)));
        await Places(3);
        await Activate(third).Ok();
    }

    [Test]
    public async Task A_replacement_gives_no_mentee_to_whoever_has_no_place_or_the_mentee_already()
    {
        var incoming = await World.Teacher(School.Id, "Занятая");
        var newcomer = As(await World.Account(incoming));
        await Sql.ExecuteAsync("""
            insert into mentor_profile (organization_id, region_code, person_id, status, confirmed_on, capacity_programs, available_from)
            select id, region_code, @incoming, 'Confirmed', '2024-01-01', 0, '2024-01-01' from organization where id = @Id
            """, new { incoming, School.Id });
        var id = await Active();
        await Curator.Post($"{Path}/{id}/replace-mentor",
            new { version = await Version(id), leavingId = School.Mentor, incomingId = incoming, reason = "Переезд" }).Ok();
        await newcomer.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
        await Mentee.Post($"{Path}/{id}/plan-versions/2/sign").IsProblem(409, "program.mentor-full");

        await Sql.ExecuteAsync("update mentor_profile set capacity_programs = 5 where person_id = @incoming", new { incoming });
        var other = await With(School.Mentee);
        await Sql.ExecuteAsync("update program_participant set person_id = @incoming where program_id = @other and role = 'Mentor'", new { incoming, other });
        await Activate(other).Ok();
        await Mentee.Post($"{Path}/{id}/plan-versions/2/sign").IsProblem(409, "program.pair-runs");
        await Sql.ExecuteAsync("update program set status = 'Completed', finished_at = now() where id = @other", new { other });
        await Mentee.Post($"{Path}/{id}/plan-versions/2/sign").Ok();
    }

    [Test]
    public async Task The_database_itself_refuses_whoever_joins_a_running_program_later()
    {
        await Places(1);
        await Activate(await With(await World.Teacher(School.Id, "Первая"))).Ok();
        var other = await With(await World.Teacher(School.Id, "Вторая"));
        await Sql.ExecuteAsync("delete from program_participant where program_id = @other and role = 'Mentor'", new { other });
        await Activate(other).Ok();
        var refused = Assert.ThrowsAsync<Npgsql.PostgresException>(() => Sql.ExecuteAsync("""
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
            select id, organization_id, region_code, @Mentor, 'x', organization_id, 'Mentor', current_date + 2 from program where id = @other
            """, new { other, School.Mentor }));
        Assert.That(refused!.ConstraintName, Is.EqualTo("program_mentor_capacity"));
    }

    [Test]
    public async Task Whoever_is_taken_back_into_a_running_program_needs_a_place_too()
    {
        await Places(1);
        var first = await With(await World.Teacher(School.Id, "Первая"));
        await Activate(first).Ok();
        await Sql.ExecuteAsync("update program_participant set left_on = current_date where program_id = @first and role = 'Mentor'", new { first });
        await Activate(await With(await World.Teacher(School.Id, "Вторая"))).Ok();
        var refused = Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            Sql.ExecuteAsync("update program_participant set left_on = null where program_id = @first", new { first }));
        Assert.That(refused!.ConstraintName, Is.EqualTo("program_mentor_capacity"));
    }

    /// <summary>A program before the head, of the mentor and these mentees; the consents are not what is tried here.</summary>
    async Task<Guid> With(params Guid[] mentees)
    {
        var id = await Draft(plan =>
        {
            var people = plan["participants"]!.AsArray();
            people.RemoveAt(1);
            foreach (var mentee in mentees) people.Add(new JsonObject { ["personId"] = mentee, ["role"] = "Mentee" });
        });
        await Sql.ExecuteAsync("update program set status = 'Approved' where id = @id", new { id });
        return id;
    }

    async Task<HttpResponseMessage> Activate(Guid id) => await Head.Post($"{Path}/{id}/decide-as-head",
        new { version = await Version(id), decision = "Approved" });

    /// <summary>Programs that the mentor leads.</summary>
    Task<long> Running() => Sql.ExecuteScalarAsync<long>("""
        select count(*) from program_participant i join program p on p.id = i.program_id and p.status in ('Active', 'Paused')
         where i.person_id = @Mentor and i.role = 'Mentor' and i.left_on is null
        """, new { School.Mentor });

    async Task<IEnumerable<string?>> Warnings(Guid id) => (await Read(id))["warnings"]!.AsArray().Select(warning => (string?)warning);

    /// <summary>The mentor's confirmed places; null for a mentor without a profile.</summary>
    Task Places(int? places) => Sql.ExecuteAsync("""
        delete from mentor_profile where person_id = @Mentor;
        insert into mentor_profile (organization_id, region_code, person_id, status, confirmed_on, capacity_programs, available_from)
        select id, region_code, @Mentor, 'Confirmed', '2024-01-01', @places, '2024-01-01' from organization where id = @Id and @places::int is not null
        """, new { School.Id, School.Mentor, places });
}
