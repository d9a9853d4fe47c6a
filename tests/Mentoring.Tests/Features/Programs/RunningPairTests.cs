using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Programs;

/// <summary>What is told of capacity and doubles before a program comes into force.</summary>
public sealed class RunningPairTests : ProgramTest
{
    [SetUp]
    public async Task NothingRuns()
    {
        await Sql.ExecuteAsync("update program set status = 'EndedEarly', finished_at = now() where status in ('Active', 'Paused')");
        await Places(null);
    }

    [Test]
    public async Task A_second_program_of_the_same_pair_is_warned_of()
    {
        await Active();
        var second = await BeforeHead();
        Assert.That(await Warnings(second), Is.EqualTo(new[] { "PairRuns" }));
        await EndRunning();
        Assert.That(await Warnings(second), Is.Empty);
        await Activate(second).Ok();
        Assert.That(await Warnings(second), Is.Empty, "nothing is warned of that runs");
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

    /// <summary>A program before the head, of the mentor and this mentee; the consents are not what is tried here.</summary>
    async Task<Guid> With(Guid mentee)
    {
        var id = await Draft(plan => plan["participants"]![1]!["personId"] = mentee);
        await Sql.ExecuteAsync("update program set status = 'Approved' where id = @id", new { id });
        return id;
    }

    async Task<HttpResponseMessage> Activate(Guid id) => await Head.Post($"{Path}/{id}/head-decision",
        new { version = await Version(id), decision = "Approved" });

    async Task<IEnumerable<string?>> Warnings(Guid id) => (await Read(id))["warnings"]!.AsArray().Select(warning => (string?)warning);

    /// <summary>The mentor's confirmed places; null for a mentor without a profile.</summary>
    Task Places(int? places) => Sql.ExecuteAsync("""
        delete from mentor_profile where person_id = @Mentor;
        insert into mentor_profile (organization_id, region_code, person_id, status, confirmed_on, capacity_programs, available_from)
        select id, region_code, @Mentor, 'Confirmed', '2024-01-01', @places, '2024-01-01' from organization where id = @Id and @places::int is not null
        """, new { School.Id, School.Mentor, places });
}
