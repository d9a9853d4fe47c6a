using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>What is shown before somebody's work is ended by hand is what happens.</summary>
[Covers(nameof(GetEmploymentEnd))]
public sealed class GetEmploymentEndTests : LeavingTest
{
    [Test]
    public async Task The_programs_and_meetings_that_are_shown_are_left_and_called_off()
    {
        await World.Assign(School.MentorAccount, Role.Mentor, School.Id);
        await Plan(TimeSpan.FromDays(3));
        await Plan(TimeSpan.FromDays(4));
        var employment = await Sql.ExecuteScalarAsync<Guid>("select id from employment where person_id = @Mentor and organization_id = @Id",
            new { School.Mentor, School.Id });
        var path = $"/api/v1/organizations/{School.Id}/people/{School.Mentor}/employments/{employment}/end";
        var later = await Curator.GetAsync($"{path}?lastDay={Now.AddDays(30):O}").Ok();
        Assert.That(((int)later["meetings"]!, later["programs"]!.AsArray().Count), Is.EqualTo((0, 1)));
        var shown = await Curator.GetAsync($"{path}?lastDay={Now.AddDays(-1):O}").Ok();
        Assert.That(((int)shown["meetings"]!, (Guid)shown["programs"]![0]!["id"]!), Is.EqualTo((2, Program)));
        Assert.That((int)shown["roles"]!, Is.GreaterThan(0));

        await Curator.Post(path, new { version = 1, lastDay = $"{Now.AddDays(-1):O}", reason = "OwnWish" }).Ok();
        await Drain();
        await Sweep();
        Assert.That((string?)(await Participant(Program, School.Mentor))["leftOn"], Is.EqualTo($"{Now:O}"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from meeting where program_id = @Program and status = 'Cancelled'",
            new { Program }), Is.EqualTo(2));
        await Stranger.GetAsync($"{path}?lastDay={Now:O}").IsProblem(404, "not-found");
        await Mentor.GetAsync($"{path}?lastDay={Now:O}").IsProblem(403, "permission.missing");
    }
}
