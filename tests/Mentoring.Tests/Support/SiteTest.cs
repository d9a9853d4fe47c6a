using Mentoring.Api.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Support;

/// <summary>A school whose editor writes for the public page.</summary>
public abstract class SiteTest : ApiTest
{
    Guid _editor, _person, _stranger;

    protected Guid School { get; private set; }
    protected Guid Teacher { get; private set; }
    protected HttpClient Editor => As(_editor);
    protected HttpClient Person => As(_person);

    /// <summary>The curator of a school in another region.</summary>
    protected HttpClient Stranger => As(_stranger);

    protected string Page => $"/site/{School}";

    [SetUp]
    public async Task OpenSchool()
    {
        School = await World.School();
        Teacher = await World.Teacher(School, "Наставникова");
        _editor = await World.Account(Role.SiteEditor, School);
        _person = await World.Account(Teacher);
        _stranger = await World.Account(Role.Curator, await World.School("05701000", World.OtherRegion));
    }

    protected async Task<Guid> Written(string title = "День открытых уроков", string body = "Приглашаем коллег.", params Guid[] people) =>
        (Guid)(await Editor.Post($"/api/v1/organizations/{School}/site/posts",
            new { category = "News", title, lead = "Коротко о главном", body, heldOn = "2026-12-05", personIds = people }).Gives(201))["id"]!;

    protected async Task<Guid> Published(string title = "День открытых уроков", string body = "Приглашаем коллег.", params Guid[] people)
    {
        var id = await Written(title, body, people);
        await Editor.Post($"/api/v1/site-posts/{id}/publish", new { version = 1 }).Ok();
        return id;
    }

    protected Task Release(bool released) => Person.Put($"/api/v1/me/site-releases/{School}", new { released }).Ok();

    /// <summary>As anybody reads it.</summary>
    protected async Task<string> Read(string path)
    {
        using var answer = await Anonymous().GetAsync(path);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200), (int)answer.StatusCode == 500 ? Failures.Last : path);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    protected Task Drain() => Services.GetRequiredService<OutboxDrain>().Run(default);
}
