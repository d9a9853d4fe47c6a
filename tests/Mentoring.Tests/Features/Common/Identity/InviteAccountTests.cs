using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>An invitation goes to the person alone.</summary>
[Covers(nameof(InviteAccount))]
public sealed class InviteAccountTests : InvitationTest
{
    [Test]
    public async Task A_teacher_is_invited_by_mail_sets_a_password_once_and_signs_in()
    {
        var invited = await Invited(await Teacher("Anna@school.example"), "anna@school.example");
        Assert.That((string?)invited["sentTo"], Is.EqualTo("A***@school.example"));
        Assert.That(invited.ToJsonString(), Does.Not.Contain("token"));
        var token = await TokenTo("Anna@school.example");

        await SetPassword(token, password: "short").PointsTo("/password", "account.password-short");
        await SetPassword(token, password: "йцукенгшщзхъ").PointsTo("/password", "account.password-common");
        await SetPassword(token).Gives(204);
        await SetPassword(token, password: "another horse battery").PointsTo("/token", "account.link-invalid");

        var tokens = await Browser().Tokens("anna@school.example", Password);
        var me = await WithToken((string)tokens["access_token"]!).GetAsync("/api/v1/me").Ok();
        Assert.That((string?)me["name"], Is.EqualTo("Орлова Анна Петровна"));
    }

    [Test]
    public async Task Who_is_on_no_staff_list_is_written_to_at_the_address_given()
    {
        var invited = await Head.Post(Accounts, new { email = "guest@school.example", displayName = "Гостева", organizationId = School }).Gives(201);
        await SetPassword(await TokenTo("guest@school.example")).Gives(204);
        Assert.That(await HasPassword(invited));
        await Head.Post(Accounts, new { email = "sheet@school.example", displayName = "Гостева", organizationId = School, delivery = "Sheet" })
            .PointsTo("/delivery", "invitation.sheet-needs-person");
    }

    [Test]
    public async Task A_link_is_mailed_to_the_address_that_somebody_else_wrote_into_the_staff_list_and_to_no_other()
    {
        var me = (await Head.GetAsync("/api/v1/me").Ok())["accountId"]!.ToString();
        await Mailed(await Teacher("known@school.example"), "other@school.example").IsProblem(409, "invitation.contact-differs");
        await Mailed(await Teacher(), "none@school.example").IsProblem(409, "invitation.contact-unproven");
        await Mailed(await Teacher("mine@school.example", by: me), "mine@school.example").IsProblem(409, "invitation.contact-unproven");
        var nobody = (await World.Account()).ToString();
        await Mailed(await Teacher("ghost@school.example", by: nobody), "ghost@school.example").IsProblem(409, "invitation.contact-unproven");
        const string made = "select count(*) from identity.account where email in ('other@school.example', 'mine@school.example')";
        Assert.That(await Sql.ExecuteScalarAsync<long>(made), Is.Zero);

        await Mailed(await Teacher("system@school.example", by: "school-system"), "system@school.example").Gives(201);
        var moved = await Teacher("moved@school.example", by: "school-system");
        await Sql.ExecuteAsync("update person set email_former = '{before@school.example}' where id = @moved", new { moved });
        await Mailed(moved, "moved@school.example").IsProblem(409, "invitation.contact-unproven");
        var curator = (await Curator.GetAsync("/api/v1/me").Ok())["accountId"]!.ToString();
        await Mailed(await Teacher("colleague@school.example", by: curator), "colleague@school.example").Gives(201);

        Task<HttpResponseMessage> Mailed(Guid person, string email) => Head.Post(Accounts, new { email, personId = person, organizationId = School });
    }

    [Test]
    public async Task Addresses_that_stood_there_before_are_told_of_the_account_and_of_its_password()
    {
        var person = await Teacher("now@school.example");
        await Sql.ExecuteAsync("update person set email_former = '{before@school.example}' where id = @person", new { person });
        await Invited(person, "now@school.example");
        Assert.That((await LettersTo("before@school.example")).Single(), Does.Contain("на ваше имя").And.Not.Contain("set-password").And.Not.Contain("Орлова"));

        await SetPassword(await TokenTo("now@school.example")).Gives(204);
        Assert.That(await LettersTo("before@school.example"), Has.Count.EqualTo(2));
        Assert.That(await LettersTo("now@school.example"), Has.Some.Contains("задан пароль вашей учётной записи"));
    }

    [Test]
    public async Task A_person_of_another_school_cannot_be_invited()
    {
        var other = await World.Teacher(await World.School());
        await Head.Post(Accounts, new { email = "x1@school.example", personId = other, organizationId = School }).IsProblem(404, "not-found");
        var elsewhere = await World.School();
        await Head.Post(Accounts, new { email = "x1@school.example", displayName = "Иванова", organizationId = elsewhere }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_curator_invites_nobody() =>
        await Curator.Post(Accounts, new { email = "x2@school.example", displayName = "Иванова", organizationId = School })
            .IsProblem(403, "permission.missing");

    [Test]
    public async Task An_e_mail_and_a_person_have_one_account()
    {
        var person = await Teacher("one@school.example");
        await Invited(person, "one@school.example");
        await Head.Post(Accounts, new { email = "ONE@school.example", displayName = "Иванова", organizationId = School }).IsProblem(409, "account.email-taken");
        await Head.Post(Accounts, new { email = "two@school.example", personId = person, organizationId = School }).IsProblem(409, "account.person-taken");
        await Head.Post(Accounts, new { email = "nobody", displayName = "Иванова", organizationId = School }).PointsTo("/email");
        await Head.Post(Accounts, new { email = "three@school.example", organizationId = School }).PointsTo("/displayName");
        await Head.Post(Accounts, new { email = "four@school.example", displayName = "Иванова" })
            .PointsTo("/organizationId", "invitation.organization-missing");
    }

    [Test]
    public async Task Secrets_are_kept_as_hashes_and_not_for_a_repeated_request()
    {
        var head = As((Guid)(await Head.GetAsync("/api/v1/me").Ok())["accountId"]!);
        head.DefaultRequestHeaders.Add(Idempotency.Header, "invite-1");
        var body = new { email = "kept@school.example", personId = await Teacher(), organizationId = School, delivery = "Sheet" };
        var invited = await head.Post(Accounts, body).Gives(201);
        await head.Post(Accounts, body).IsProblem(409, "account.email-taken");
        var token = (string)(await HandOver(Curator, invited).Ok())["token"]!;

        var row = await Sql.ExecuteScalarAsync<string>("select i::text from identity.invitation i where id = @id", new { id = (Guid)invited["invitationId"]! });
        Assert.That(row, Does.Not.Contain(token[32..]).And.Not.Contain((string)invited["code"]!));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from idempotency_key where operation = 'InviteAccount'"), Is.Zero);
    }

    [Test]
    public async Task A_link_is_over_after_seven_days()
    {
        var invited = await Invited(await Teacher("late@school.example"), "late@school.example");
        var token = await TokenTo("late@school.example");
        await Sql.ExecuteAsync("update identity.invitation set expires_at = expires_at - interval '7 days' where id = @id",
            new { id = (Guid)invited["invitationId"]! });
        await SetPassword(token).PointsTo("/token", "account.link-invalid");
    }
}
