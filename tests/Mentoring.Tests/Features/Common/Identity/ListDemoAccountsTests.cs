using Mentoring.Api.Features.Common.Identity;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Identity;

public sealed class ListDemoAccountsTests : ApiTest
{
    [Test]
    public Task A_product_in_use_has_no_demo_accounts() => Anonymous().GetAsync("/api/v1/demo-accounts").IsProblem(404, "not-found");
}

[TestOf(nameof(ListDemoAccountsTests))]
[Covers(nameof(ListDemoAccounts))]
public sealed class ListDemoAccountsInDemoTests : ApiTest
{
    protected override void Configure(IWebHostBuilder host) => host.UseSetting("Demo:Enabled", "true");

    [Test]
    public async Task A_demo_shows_who_can_sign_in()
    {
        // Where somebody works already, the start does not make the demo country.
        await World.School();
        Services.GetRequiredService<DemoAccounts>().All = [new("head@demo.example", "demo password", "Орлова А. П.", "Head", "СОШ № 1")];
        var listed = await Anonymous().GetAsync("/api/v1/demo-accounts").Ok();
        Assert.That((string?)listed[0]!["email"], Is.EqualTo("head@demo.example"));
    }
}
