using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Integration;

/// <summary>
/// The whole main job over HTTP: a school's own system drafts a program, people consent, decide, meet and evaluate, and the
/// curator completes it.
/// </summary>
public sealed class ProgramJourneyTests : ProgramTest
{
    const string System = "school-system";

    [Test]
    public async Task From_the_schools_system_to_the_completed_program()
    {
        var system = await SchoolsSystem();

        var id = (Guid)(await system.Post(Path, Plan()).Gives(201))["id"]!;
        await system.Post($"{Path}/{id}/submit", new { version = 1 }).Ok();
        ForgetGrants();
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = 2, decision = "Approved" }).IsProblem(409, "program.consents-missing");

        Assert.That(Names((await Mentor.GetAsync($"{Path}/{id}").Ok())["steps"]), Is.EqualTo(new[] { "ConsentsGiven", "ConsentRefused" }));
        await Consent(Mentor, id);
        await Consent(Mentee, id);

        Assert.That(Names((await Council.GetAsync($"{Path}/{id}").Ok())["steps"]), Is.EqualTo(new[] { "CouncilApprove", "CouncilReturn" }));
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).Ok();
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Active"));

        await MeetAsPlanned(id);
        await DoRoadmap(id);
        await Curator.Post($"{Path}/{id}/complete", new { version = await Version(id) }).IsProblem(409, "program.evaluation-missing");
        await Evaluate(id);

        await Curator.Post($"{Path}/{id}/complete", new { version = await Version(id) }).Ok();
        var done = await system.GetAsync($"{Path}/{id}").Ok();
        Assert.Multiple(() =>
        {
            Assert.That((string?)done["status"], Is.EqualTo("Completed"));
            Assert.That(done["evaluations"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(Names(done["steps"]), Is.Empty);
        });
        await Mentee.Put($"{Path}/{id}/evaluation", Evaluation()).IsProblem(409, "program.not-in-force");
        await Stranger.GetAsync($"{Path}/{id}").IsProblem(404, "not-found");
    }

    async Task MeetAsPlanned(Guid id)
    {
        var planned = await Mentee.Post($"{Path}/{id}/meetings",
            new { startsAt = Clock.GetUtcNow().AddDays(1), durationMinutes = 45, mode = "Online", topic = "Первый урок", place = "https://meet.example" })
                .Gives(201);
        Clock.Advance(TimeSpan.FromDays(1.1));
        await Mentor.Post($"/api/v1/meetings/{planned["id"]}/hold", new { version = 1, summary = "Разобрали урок" }).Ok();
        await Mentor.Put($"/api/v1/meetings/{planned["id"]}/note", new { text = "Между нами" }).Ok();
    }

    /// <summary>A machine client that may work in this school alone.</summary>
    async Task<HttpClient> SchoolsSystem()
    {
        await Sql.ExecuteAsync("""
            insert into role_assignment (id, client_id, role, organization_id, region_code, started_on, granted_by)
            select gen_random_uuid(), @System, 'IntegratingSystem', id, region_code, '2024-01-01', 'test' from organization where id = @Id
            """, new { System, School.Id });
        return WithToken(TestTokens.For(System));
    }
}
