using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Agenda;

[Covers(nameof(GetAgenda))]
public sealed class GetAgendaTests : ProgramTest
{
    static async Task<JsonNode> Agenda(HttpClient person) => await person.GetAsync("/api/v1/me/agenda").Ok();

    /// <summary>What waits of a program; measures before and after wait beside it from its first day on.</summary>
    static async Task<IEnumerable<JsonNode>> OfProgram(HttpClient person, Guid program) => (await Agenda(person))["tasks"]!.AsArray()
        .Where(t => (Guid?)t!["programId"] == program && (string?)t["kind"] is not ("ImpactBeforeDue" or "ImpactAfterDue")).Select(t => t!);

    static async Task<IEnumerable<string?>> Tasks(HttpClient person, Guid program) => (await OfProgram(person, program)).Select(t => (string?)t["kind"]);

    [Test]
    public async Task The_next_step_waits_for_the_one_who_takes_it()
    {
        var id = await Submitted();
        Assert.That(await Tasks(Mentor, id), Is.EqualTo(new[] { "ConsentToDecide" }));
        Assert.That(await Tasks(Council, id), Is.Empty);
        await Consent(Mentor, id);
        await Consent(Mentee, id);
        Assert.That(await Tasks(Mentor, id), Is.Empty);
        Assert.That(await Tasks(Council, id), Is.EqualTo(new[] { "ProgramToApproveCouncil" }));
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).Ok();
        Assert.That(await Tasks(Council, id), Is.Empty);
        Assert.That(await Tasks(Head, id), Is.EqualTo(new[] { "ProgramToApproveHead" }));
    }

    [Test]
    public async Task A_refusal_and_a_return_wait_for_the_curator()
    {
        var refused = await Submitted();
        await Consent(Mentor, refused, given: false);
        Assert.That(await Tasks(Curator, refused), Is.EqualTo(new[] { "ConsentRefused" }));

        var returned = await BeforeCouncil();
        await Council.Post($"{Path}/{returned}/decide-as-council", new { version = await Version(returned), decision = "Returned", comment = "x" }).Ok();
        Assert.That(await Tasks(Curator, returned), Is.EqualTo(new[] { "ProgramReturned" }));
    }

    [Test]
    public async Task A_draft_that_nobody_touches_is_stalled_after_two_weeks()
    {
        var id = await Draft();
        Assert.That(await Tasks(Curator, id), Is.Empty);
        Clock.Advance(TimeSpan.FromDays(15));
        Assert.That(await Tasks(Curator, id), Is.EqualTo(new[] { "DraftStalled" }));
    }

    [Test]
    public async Task Work_in_force_shows_what_is_near_overdue_first()
    {
        var id = await Active(p => p["activities"] = new JsonArray(Activity("Скоро", Now.AddDays(10)), Activity("Потом", Now.AddDays(40)),
            Activity("Было", Now.AddDays(1))));
        Assert.That(await Tasks(Mentee, id), Is.EqualTo(new[] { "ActivityDue", "ActivityDue" }));
        await Mentor.Post($"{Path}/{id}/meetings", new { startsAt = Clock.GetUtcNow().AddDays(1), durationMinutes = 30, mode = "Online", topic = "Встреча" })
            .Gives(201);

        var agenda = await Agenda(Mentee);
        Assert.That(agenda["meetings"]!.AsArray().Single()!["with"]!.AsArray().Select(w => (string?)w), Is.EqualTo(new[] { "Наставникова Анна Петровна" }));
        var own = agenda["programs"]!.AsArray().Single(p => (Guid)p!["id"]! == id)!;
        Assert.That(((string?)own["role"], (int)own["activitiesTotal"]!, own["nextMeetingAt"] is not null), Is.EqualTo(("Mentee", 3, true)));

        Clock.Advance(TimeSpan.FromDays(2.1));
        Assert.That((await OfProgram(Mentor, id)).Select(t => ((string?)t["kind"], (string?)t["title"], (bool)t["overdue"]!)), Is.EqualTo(new[]
        {
            ("MeetingToConfirm", "Встреча", true), ("ActivityDue", "Было", true), ("ActivityDue", "Скоро", false),
        }));
    }

    [Test]
    public async Task Notice_and_evaluation_wait_for_their_people()
    {
        var id = await Active(p => p["activities"] = new JsonArray(Activity("Дело", Now.AddDays(100))));
        await Mentee.Post($"{Path}/{id}/consents/revoke", new { reason = "x" }).Ok();
        Assert.That(await Tasks(Curator, id), Is.EqualTo(new[] { "ProgramEnding" }));
        Assert.That(await Tasks(Mentor, id), Is.EqualTo(new[] { "EvaluationDue" }));
    }

    [Test]
    public async Task A_program_whose_last_day_is_gone_waits_for_the_curator()
    {
        var id = await Active();
        await Sql.ExecuteAsync("update program set ends_on = @last where id = @id", new { id, last = Now.AddDays(-1) });
        Assert.That(await Tasks(Curator, id), Is.EqualTo(new[] { "ProgramToComplete" }));
        Assert.That(await Tasks(Mentor, id), Does.Not.Contain("ProgramToComplete"));
    }

    [Test]
    public async Task Each_kind_is_capped_and_counted()
    {
        var other = await Support.School.Make(World);
        var curator = As(other.CuratorAccount);
        for (var i = 0; i < 21; i++)
        {
            var id = (Guid)(await curator.Post(Path, Plan(p =>
            {
                p["organizationId"] = other.Id;
                p["participants"]![0]!["personId"] = other.Mentor;
                p["participants"]![1]!["personId"] = other.Mentee;
            })).Gives(201))["id"]!;
            await curator.Post($"{Path}/{id}/submit", new { version = 1 }).Ok();
        }

        var agenda = await Agenda(As(other.MentorAccount));
        Assert.That(agenda["tasks"]!.AsArray(), Has.Count.EqualTo(20));
        Assert.That((int)agenda["counts"]![0]!["count"]!, Is.EqualTo(21));
    }

    [Test]
    public async Task Somebody_without_programs_has_a_quiet_day_and_a_token_is_needed()
    {
        var agenda = await Agenda(As(await World.Account(await World.Teacher(School.Id))));
        Assert.That(agenda["tasks"]!.AsArray(), Is.Empty);
        await Anonymous().GetAsync("/api/v1/me/agenda").IsProblem(401, "token.missing");
    }
}
