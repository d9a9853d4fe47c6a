using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Identity;

/// <summary>An invitation, and the password that its link sets.</summary>
public sealed class InviteAccountTests : IdentityTest
{
    const string Path = "/api/v1/accounts";

    [Test]
    public async Task A_teacher_is_invited_sets_a_password_once_and_signs_in()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var invited = await head.Post(Path, new { email = "Anna@school.example", personId = await World.Teacher(school, "Орлова") }).Gives(201);
        var token = (string)invited["token"]!;

        await Anonymous().Post($"{Path}/password", new { token, password = "short" }).PointsTo("/password", "account.password-short");
        await Anonymous().Post($"{Path}/password", new { token, password = "йцукенгшщзхъ" }).PointsTo("/password", "account.password-common");
        await Anonymous().Post($"{Path}/password", new { token, password = Password }).Gives(204);
        await Anonymous().Post($"{Path}/password", new { token, password = "another horse battery" }).PointsTo("/token", "account.link-invalid");

        var tokens = await Browser().Tokens("anna@school.example", Password);
        var me = await WithToken((string)tokens["access_token"]!).GetAsync("/api/v1/me").Ok();
        Assert.That((string?)me["name"], Is.EqualTo("Орлова Анна Петровна"));
    }

    [Test]
    public async Task A_person_of_another_school_cannot_be_invited()
    {
        var head = await As(Role.Head, await World.School());
        await head.Post(Path, new { email = "x1@school.example", personId = await World.Teacher(await World.School()) }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_curator_invites_nobody()
    {
        var curator = await As(Role.Curator, await World.School());
        await curator.Post(Path, new { email = "x2@school.example", displayName = "Иванова" }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task An_e_mail_and_a_person_have_one_account()
    {
        var school = await World.School();
        var person = await World.Teacher(school);
        var head = await As(Role.Head, school);
        await head.Post(Path, new { email = "one@school.example", personId = person }).Gives(201);
        await head.Post(Path, new { email = "ONE@school.example", displayName = "Иванова" }).IsProblem(409, "account.email-taken");
        await head.Post(Path, new { email = "two@school.example", personId = person }).IsProblem(409, "account.person-taken");
        await head.Post(Path, new { email = "nobody", displayName = "Иванова" }).PointsTo("/email");
        await head.Post(Path, new { email = "three@school.example" }).PointsTo("/displayName");
    }

    [Test]
    public async Task The_token_is_kept_nowhere_not_even_for_a_repeated_request()
    {
        var head = await As(Role.Head, await World.School());
        head.DefaultRequestHeaders.Add(Idempotency.Header, "invite-1");
        await head.Post(Path, new { email = "kept@school.example", displayName = "Иванова" }).Gives(201);
        await head.Post(Path, new { email = "kept@school.example", displayName = "Иванова" }).IsProblem(409, "account.email-taken");
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from idempotency_key where operation = 'InviteAccount'"), Is.Zero);
    }
}
