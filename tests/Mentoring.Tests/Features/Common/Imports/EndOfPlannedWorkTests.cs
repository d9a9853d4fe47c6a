using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>What is shown before work ends of which a change is planned.</summary>
public sealed class EndOfPlannedWorkTests : LeavingTest
{
    [Test]
    public async Task A_change_that_is_planned_and_goes_with_the_work_is_no_other_work()
    {
        var path = $"/api/v1/organizations/{School.Id}/people/{School.Mentor}/employments";
        var (employment, last) = (await Latest(), Guid.Empty);
        for (var change = 1; change <= 2; change++)
        {
            last = await Latest();
            await Curator.Post($"{path}/{last}/change", new
            {
                version = 1, positionCode = change == 1 ? "psychologist" : "head", isMain = true, from = $"{Now.AddMonths(change):O}",
            }).Ok();
        }

        var shown = await Curator.GetAsync($"{path}/{employment}/end?lastDay={Now.AddDays(-1):O}").Ok();
        Assert.That(((bool)shown["worksOn"]!, shown["programs"]!.AsArray().Select(p => (Guid)p!["id"]!).SingleOrDefault()), Is.EqualTo((false, Program)));
        var version = await Sql.ExecuteScalarAsync<int>("select version from employment where id = @employment", new { employment });
        await Curator.Post($"{path}/{employment}/end", new { version, lastDay = $"{Now.AddDays(-1):O}", reason = "OwnWish" }).Ok();
        await Drain();
        await Sweep();
        Assert.That((string?)(await Participant(Program, School.Mentor))["leftOn"], Is.EqualTo($"{Now:O}"));
    }

    Task<Guid> Latest() => Sql.ExecuteScalarAsync<Guid>(
        "select id from employment where person_id = @Mentor and organization_id = @Id order by started_on desc limit 1", new { School.Mentor, School.Id });
}
