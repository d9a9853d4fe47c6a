using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Marking an activity as done, and taking it back.</summary>
[Covers(nameof(CompleteActivity), nameof(ReopenActivity))]
public sealed class CompleteActivityTests : ProgramTest
{
    async Task<(Guid Program, string Path)> FirstActivity()
    {
        var id = await Active();
        return (id, $"{Path}/{id}/activities/{(await Read(id))["activities"]![0]!["id"]}/done");
    }

    [Test]
    public async Task A_participant_ticks_and_unticks()
    {
        var (id, path) = await FirstActivity();
        var done = await Mentee.Put(path, new { version = 1, result = "Проведено" }).Ok();
        Assert.That((int)done["version"]!, Is.EqualTo(2));
        var activity = (await Read(id))["activities"]![0]!;
        Assert.That(((string?)activity["result"], (string?)activity["doneOn"] is not null), Is.EqualTo(("Проведено", true)));

        await Curator.DeleteAsync(path).Ok();
        Assert.That((await Read(id))["activities"]![0]!["doneOn"], Is.Null);
    }

    [Test]
    public async Task Two_ticks_at_once_do_not_overwrite_each_other()
    {
        var (_, path) = await FirstActivity();
        await Mentor.Put(path, new { version = 1 }).Ok();
        await Mentee.Put(path, new { version = 1 }).IsProblem(412, "version.stale");
        await Mentee.Put(path, new { version = 2, result = new string('x', 2001) }).PointsTo("/result");
    }

    [Test]
    public async Task Strangers_find_nothing_and_the_council_only_reads()
    {
        var (_, path) = await FirstActivity();
        await Stranger.Put(path, new { version = 1 }).IsProblem(404, "not-found");
        await Stranger.DeleteAsync(path).IsProblem(404, "not-found");
        await Council.Put(path, new { version = 1 }).IsProblem(403, "permission.missing");
        await Council.DeleteAsync(path).IsProblem(403, "permission.missing");
    }
}
