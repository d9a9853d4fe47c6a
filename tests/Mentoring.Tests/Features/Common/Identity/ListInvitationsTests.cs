using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>Invitations that nobody has used yet; also taking one back.</summary>
[Covers(nameof(ListInvitations), nameof(WithdrawInvitation))]
public sealed class ListInvitationsTests : InvitationTest
{
    async Task<List<(string? Email, string? State, bool MayHandOver)>> Open(HttpClient reader) =>
        [.. (await reader.GetAsync($"/api/v1/organizations/{School}/invitations").Ok()).AsArray()
            .Select(i => ((string?)i!["email"], (string?)i["state"], (bool)i["mayHandOver"]!))];

    [Test]
    public async Task Both_officials_see_what_waits_and_who_is_to_act()
    {
        await Invited(await Teacher("a@school.example"), "a@school.example");
        var sheet = await Invited(await Teacher(), "b@school.example", "Sheet");
        Assert.That(await Open(Head), Is.EqualTo(new[] { ("b@school.example", "AwaitsHandOver", false), ("a@school.example", "Mailed", false) }));
        Assert.That((await Open(Curator))[0], Is.EqualTo(("b@school.example", "AwaitsHandOver", true)));

        var token = (string)(await HandOver(Curator, sheet).Ok())["token"]!;
        Assert.That((await Open(Curator))[0], Is.EqualTo(("b@school.example", "HandedOver", false)));
        for (var i = 0; i < 5; i++) (await SetPassword(token, "WRONG234")).Dispose();
        Assert.That((await Open(Head))[0].State, Is.EqualTo("Blocked"));
        await Sql.ExecuteAsync("update identity.invitation set expires_at = now() - interval '1 day' where organization_id = @School", new { School });
        Assert.That((await Open(Head)).Select(i => i.State), Is.All.EqualTo("Expired"));

        var first = (await Head.GetAsync($"/api/v1/organizations/{School}/invitations").Ok())[1]!;
        Assert.That((string?)first["sentTo"], Is.EqualTo("a***@school.example"));
        await Head.Post($"/api/v1/invitations/{first["id"]}/withdraw").Gives(204);
        await Head.Post($"/api/v1/invitations/{first["id"]}/withdraw").IsProblem(404, "not-found");
        Assert.That((await Open(Head)).Select(i => i.Email), Is.EqualTo(new[] { "b@school.example" }));
    }

    [Test]
    public async Task What_was_taken_back_opens_nothing()
    {
        var invited = await Invited(await Teacher("w@school.example"), "w@school.example");
        var token = await TokenTo("w@school.example");
        await Curator.Post($"/api/v1/invitations/{invited["invitationId"]}/withdraw").IsProblem(403, "permission.missing");
        await (await As(Role.Head, await World.School())).Post($"/api/v1/invitations/{invited["invitationId"]}/withdraw").IsProblem(404, "not-found");
        await Head.Post($"/api/v1/invitations/{invited["invitationId"]}/withdraw").Gives(204);
        await SetPassword(token).PointsTo("/token", "account.link-invalid");
    }

    [Test]
    public async Task Another_school_and_other_roles_see_nothing()
    {
        await (await As(Role.Head, await World.School())).GetAsync($"/api/v1/organizations/{School}/invitations").IsProblem(404, "not-found");
        await (await As(Role.Mentor, School)).GetAsync($"/api/v1/organizations/{School}/invitations").IsProblem(403, "permission.missing");
    }
}
