using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

[Covers(nameof(ListStaffAccounts))]
public sealed class ListStaffAccountsTests : IdentityTest
{
    [Test]
    public async Task A_head_finds_who_has_an_account_and_who_is_to_be_invited()
    {
        var school = await World.School();
        var head = await As(Role.Head, school);
        var (with, without) = (await World.Teacher(school, "Сёмина"), await World.Teacher(school, "Борисова"));
        var account = await World.Account(with);

        var all = (await head.GetAsync($"/api/v1/organizations/{school}/accounts").Ok()).AsArray();
        Assert.That(all.Select(p => ((Guid)p!["personId"]!, (Guid?)p["accountId"])), Is.EqualTo(new (Guid, Guid?)[] { (without, null), (with, account) }));
        Assert.That((await head.GetAsync($"/api/v1/organizations/{school}/accounts?search=семина").Ok()).AsArray(), Has.Count.EqualTo(1));
        Assert.That((await head.GetAsync($"/api/v1/organizations/{school}/accounts?position=deputy-head").Ok()).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Another_school_and_other_roles_find_nothing()
    {
        var school = await World.School();
        await (await As(Role.Head, await World.School())).GetAsync($"/api/v1/organizations/{school}/accounts").IsProblem(404, "not-found");
        await (await As(Role.Curator, school)).GetAsync($"/api/v1/organizations/{school}/accounts").IsProblem(403, "permission.missing");
        await (await As(Role.Head, school)).GetAsync($"/api/v1/organizations/{school}/accounts?search={new string('я', 201)}").PointsTo("/search");
    }
}
