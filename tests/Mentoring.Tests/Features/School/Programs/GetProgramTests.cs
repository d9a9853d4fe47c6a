using System.Net;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(GetProgram))]
public sealed class GetProgramTests : ProgramTest
{
    [Test]
    public async Task An_unchanged_program_answers_304_and_a_changed_one_anew()
    {
        var id = await Draft();
        using var first = await Curator.GetAsync($"{Path}/{id}");
        using var again = await Conditional(id, first.Headers.ETag!.ToString());
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(await again.Content.ReadAsStringAsync(), Is.Empty);

        await Curator.Post($"{Path}/{id}/submit", new { version = 1 }).Ok();
        using var changed = await Conditional(id, first.Headers.ETag!.ToString());
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    async Task<HttpResponseMessage> Conditional(Guid id, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Path}/{id}");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await Curator.SendAsync(request);
    }

    [Test]
    public async Task Only_the_school_and_the_participants_see_it()
    {
        var id = await Submitted();
        await Mentor.GetAsync($"{Path}/{id}").Ok();
        await Head.GetAsync($"{Path}/{id}").Ok();
        await Stranger.GetAsync($"{Path}/{id}").IsProblem(404, "not-found");
        await (await As(Role.RegionalAnalyst, World.Region)).GetAsync($"{Path}/{id}").IsProblem(403, "permission.missing");

        var other = await Support.School.Make(World);
        await As(other.MentorAccount).GetAsync($"{Path}/{id}").IsProblem(403, "permission.missing");
        await Curator.GetAsync($"{Path}/not-an-id").IsProblem(404, "not-found");
    }
}
