using System.Text.RegularExpressions;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>The list says when a program last changed, by all that its row shows.</summary>
public sealed partial class UpdatedAtTests : MeetingTest
{
    [Test]
    public async Task What_the_row_shows_moves_when_it_was_updated_and_no_version()
    {
        var version = await Version(Program);
        var activity = (await Read(Program))["activities"]![0]!;
        await Moves("an activity is done", () => Mentee.Put($"{Path}/{Program}/activities/{activity["id"]}/done",
            new { version = (int)activity["version"]!, result = "Сделано" }).Ok());
        await Moves("it is open again", () => Mentee.DeleteAsync($"{Path}/{Program}/activities/{activity["id"]}/done").Ok());
        await Moves("a meeting was held", () => HeldMeeting(Program));
        Guid meeting = default;
        await Moves("a meeting is planned", async () => meeting = await Plan(TimeSpan.FromDays(1)));
        await Moves("it is moved", () => Mentor.Put($"/api/v1/meetings/{meeting}",
            new { version = 1, startsAt = Clock.GetUtcNow().AddDays(2), durationMinutes = 45, mode = "Online", topic = "x" }).Ok());
        await Moves("it is cancelled", () => Mentor.Post($"/api/v1/meetings/{meeting}/cancel", new { version = 2, reason = "x" }).Ok());
        Assert.That(await Version(Program), Is.EqualTo(version), "nobody's form is stale for it");
        var listed = (await Curator.GetAsync($"{Path}?sort=UpdatedAt&direction=Desc&size=1").Ok())["items"]!.AsArray().Single()!;
        Assert.That((Guid)listed["id"]!, Is.EqualTo(Program));
    }

    [Test]
    public void Whoever_writes_what_the_row_shows_says_when()
    {
        var writing = Repository.Files("api/Features", ".cs").Select(File.ReadAllText).Where(text => Write().IsMatch(text)).ToList();
        Assert.That(writing, Has.Count.GreaterThan(8));
        Assert.That(writing.Where(text => !text.Contains(".Touch(", StringComparison.Ordinal) && !text.Contains("updated_at", StringComparison.Ordinal)
            && !text.Contains("class CallOff", StringComparison.Ordinal)
            && !text.Contains("class ProgramPlanStore", StringComparison.Ordinal)).Select(text => text.Split("class ")[1].Split('\n')[0]), Is.Empty);
    }

    async Task Moves(string because, Func<Task> act)
    {
        await Sql.ExecuteAsync("update program set updated_at = '2020-01-01' where id = @Program", new { Program });
        await act();
        Assert.That((DateTime)(await Read(Program))["updatedAt"]!, Is.GreaterThan(new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Utc)), because);
    }

    [GeneratedRegex(@"(?:insert into|delete from|\bupdate) (?:meeting|roadmap_activity|program_participant)\b")]
    private static partial Regex Write();
}
