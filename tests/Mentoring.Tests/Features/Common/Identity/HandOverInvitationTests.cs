using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>A sheet takes two officials: one gives the code, the other the link.</summary>
[Covers(nameof(HandOverInvitation))]
public sealed class HandOverInvitationTests : InvitationTest
{
    [Test]
    public async Task With_the_sheet_of_one_and_the_code_of_the_other_the_person_sets_a_password()
    {
        var invited = await Invited(await Teacher("told@school.example"), "vera@school.example", "Sheet");
        Assert.That(invited.ToJsonString(), Does.Not.Contain("token"));
        var sheet = await HandOver(Curator, invited).Ok();
        Assert.That(sheet.ToJsonString(), Does.Not.Contain((string)invited["code"]!));
        Assert.That(((string?)sheet["name"], (string?)sheet["email"]), Is.EqualTo(("Орлова Анна Петровна", "vera@school.example")));

        var (token, code) = ((string)sheet["token"]!, (string)invited["code"]!);
        await SetPassword(token).IsProblem(409, "invitation.code-required");
        await SetPassword(token, "WRONG234").PointsTo("/code", "invitation.code-wrong");
        await SetPassword(token, $"{code[..4].ToLowerInvariant()} {code[4..]}").Gives(204);
        await Browser().SignIn("vera@school.example", Password).Gives(204);
        Assert.That(await LettersTo("told@school.example"), Has.Count.EqualTo(3), "of the invitation, of the hand-over and of the password");
    }

    [Test]
    public async Task After_five_wrong_codes_not_even_the_right_one_opens_the_account()
    {
        var invited = await Invited(await Teacher(), "guessed@school.example", "Sheet");
        var token = (string)(await HandOver(Curator, invited).Ok())["token"]!;
        for (var left = 4; left > 0; left--)
        {
            var wrong = await SetPassword(token, "WRONG234").IsProblem(400, "invitation.code-wrong");
            Assert.That((string?)wrong["errors"]!["/code"]![0], Does.Contain($"left: {left}"));
        }

        await SetPassword(token, "WRONG234").IsProblem(409, "invitation.code-blocked");
        await SetPassword(token, (string)invited["code"]!).PointsTo("/token", "account.link-invalid");
        Assert.That(await HasPassword(invited), Is.False);
    }

    [Test]
    public async Task Neither_who_invited_nor_who_is_invited_nor_an_account_of_nobody_hands_over()
    {
        var person = await Teacher();
        var invited = await Invited(person, "two@school.example", "Sheet");
        await HandOver(Head, invited).IsProblem(403, "invitation.own");
        await World.Assign((Guid)invited["accountId"]!, Role.Curator, School);
        await HandOver(As((Guid)invited["accountId"]!), invited).IsProblem(403, "invitation.own");
        await HandOver(As(await World.Account(Role.Curator, School)), invited).IsProblem(403, "invitation.hand-over-as-person");
        await HandOver(As(await World.Account(Role.Mentor, School, await World.Teacher(School))), invited).IsProblem(403, "permission.missing");
        await HandOver(As(await World.Account(Role.Curator, await World.School(), await World.Teacher(School))), invited).IsProblem(404, "not-found");
        Assert.ThrowsAsync<Npgsql.PostgresException>(() => Sql.ExecuteAsync("""
            update identity.invitation
               set token_hash = 'x', document = 'Passport', handed_over_by = invited_by, handed_over_by_name = '', handed_over_at = now() where id = @id
            """, new { id = (Guid)invited["invitationId"]! }), "the database holds it too");
        await HandOver(await As(Role.SystemAdministrator, "RU"), invited).Ok();
    }

    [Test]
    public async Task A_sheet_is_handed_over_once_in_time_and_with_a_document()
    {
        var mailed = await Invited(await Teacher("m@school.example"), "m@school.example");
        await HandOver(Curator, mailed).IsProblem(409, "invitation.no-sheet-to-hand-over");

        var invited = await Invited(await Teacher(), "once@school.example", "Sheet");
        await Curator.Post($"/api/v1/invitations/{invited["invitationId"]}/hand-over", new { }).PointsTo("/document");
        await HandOver(Curator, invited).Ok();
        await HandOver(Curator, invited).IsProblem(409, "invitation.no-sheet-to-hand-over");

        var late = await Invited(await Teacher(), "late2@school.example", "Sheet");
        await Sql.ExecuteAsync("update identity.invitation set expires_at = now() - interval '1 minute' where id = @id",
            new { id = (Guid)late["invitationId"]! });
        await HandOver(Curator, late).IsProblem(409, "invitation.over");
    }
}
