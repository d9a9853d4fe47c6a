using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(RenewInvitation))]
public sealed class RenewInvitationTests : InvitationTest
{
    Task<HttpResponseMessage> Renew(HttpClient official, object account, string delivery = "Mail", Guid? school = null) =>
        official.Post($"{Accounts}/{account}/invitations", new { organizationId = school ?? School, delivery });

    [Test]
    public async Task A_new_link_takes_the_place_of_the_one_before()
    {
        var invited = await Invited(await Teacher("again@school.example"), "again@school.example");
        var first = await TokenTo("again@school.example");
        await Renew(Head, invited["accountId"]!).Ok();
        await SetPassword(first).PointsTo("/token", "account.link-invalid");
        await SetPassword(await TokenTo("again@school.example")).Gives(204);
    }

    [Test]
    public async Task A_lost_password_holds_until_the_link_is_used_and_its_holder_is_told_at_once()
    {
        var person = await Teacher("lost@school.example");
        var account = await World.Account(person);
        var email = await WithPassword(account);
        await Renew(Head, account).Ok();
        await Browser().SignIn(email, Password).Gives(204);
        await Drain();
        var inbox = (await As(account).GetAsync("/api/v1/me/notifications").Ok())["items"]!.AsArray();
        Assert.That(inbox.Select(n => (string?)n!["kind"]), Does.Contain("AccountLinkIssued"));

        await SetPassword(await TokenTo("lost@school.example"), password: "quite another battery").Gives(204);
        await Browser().SignIn(email, Password).IsProblem(400, "session.wrong-credentials");
        await Browser().SignIn(email, "quite another battery").Gives(204);
    }

    [Test]
    public async Task A_mailbox_does_not_stand_in_for_the_second_factor_two_officials_do()
    {
        var account = await World.Account(await Teacher("factor@school.example"));
        var email = await WithPassword(account);
        var secret = (string)(await As(account).Post("/api/v1/me/totp").Ok())["secret"]!;
        await As(account).Put("/api/v1/me/totp", new { code = Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow())) }).Gives(204);

        await Renew(Head, account).Ok();
        await SetPassword(await TokenTo("factor@school.example")).Gives(204);
        await Browser().SignIn(email, Password).IsProblem(409, "session.code-required");

        var sheet = await Renew(Head, account, "Sheet").Ok();
        var token = (string)(await HandOver(Curator, sheet).Ok())["token"]!;
        await SetPassword(token, (string)sheet["code"]!).Gives(204);
        await Browser().SignIn(email, Password).Gives(204);
    }

    [Test]
    public async Task Neither_a_former_school_nor_one_of_two_opens_the_account_again()
    {
        var (left, both) = (await Teacher("left@school.example"), await Teacher("both@school.example"));
        var elsewhere = await World.School();
        await Sql.ExecuteAsync("update employment set ended_on = current_date - 1 where person_id = @left", new { left });
        var (former, busy) = (await World.Account(left), await World.Account(Role.Psychologist, elsewhere, both));
        foreach (var delivery in (string[])["Mail", "Sheet"])
        {
            await Renew(Head, former, delivery).IsProblem(404, "not-found");
            await Renew(Head, busy, delivery).IsProblem(409, "invitation.role-elsewhere");
        }

        await Sql.ExecuteAsync("update person set email = (select email from identity.account where id = @busy) where id = @both", new { busy, both });
        await Renew(Head, busy, "Sheet").IsProblem(409, "invitation.role-elsewhere");
        await Renew(Head, busy).Ok();
        await Sql.ExecuteAsync("update role_assignment set ended_on = current_date where account_id = @busy", new { busy });
        await Renew(Head, busy, "Sheet").Ok();
    }

    [TestCase("insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on) "
        + "select gen_random_uuid(), id, region_code, @person, 'teacher', true, false, current_date - 9 from organization where id = @elsewhere",
        TestName = "A_school_opens_no_account_of_who_works_elsewhere_too")]
    [TestCase("insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, granted_by) "
        + "select gen_random_uuid(), @account, 'UnionRepresentative', id, region_code, current_date + 9, 'test' from organization where id = @elsewhere",
        TestName = "A_school_opens_no_account_of_who_has_a_role_to_come_elsewhere")]
    public async Task Also(string insert)
    {
        var person = await Teacher($"{Guid.NewGuid():n}@school.example");
        var (account, elsewhere) = (await World.Account(person), await World.School());
        await Renew(Head, account, "Sheet").Ok();
        await Sql.ExecuteAsync(insert, new { person, account, elsewhere });
        await Renew(Head, account, "Sheet").IsProblem(409, "invitation.role-elsewhere");
    }

    [Test]
    public async Task Only_for_people_and_accounts_of_the_own_organization()
    {
        var account = await World.Account(await Teacher("own@school.example"));
        var (elsewhere, other) = (await World.School(), await World.Account());
        await Renew(await As(Role.Head, elsewhere), account).IsProblem(404, "not-found");
        await Renew(await As(Role.Head, elsewhere), account, school: elsewhere).IsProblem(404, "not-found");
        await Renew(Head, other).IsProblem(404, "not-found");
        await Renew(Head, Guid.NewGuid()).IsProblem(404, "not-found");
        await Renew(Curator, account).IsProblem(403, "permission.missing");
        await Head.Post($"{Accounts}/{account}/invitations", new { delivery = "Mail" }).PointsTo("/organizationId", "invitation.organization-missing");

        await World.Assign(other, Role.UnionRepresentative, School);
        await Renew(Head, other).Ok();
        await Drain();
        Assert.That(Mail.Letters.Select(letter => letter.To), Does.Contain($"{other:n}@test.example"));
        await Renew(Head, other, "Sheet").PointsTo("/delivery", "invitation.sheet-needs-person");
    }
}
