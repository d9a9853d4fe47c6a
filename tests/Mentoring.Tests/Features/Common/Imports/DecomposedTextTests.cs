using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Systems that write й as и and a breve after it (NFD) bring people and schools that are found as anybody types them.</summary>
public sealed class DecomposedTextTests : ImportTest
{
    [TestCase("Чаи\u0306кина", "Чайкина")]
    [TestCase("Соловье\u0308ва", "Соловьёва")]
    [TestCase("Бои\u0306ко", "бои\u0306ко")]
    public async Task A_person_of_a_roster_is_found(string written, string typed)
    {
        var (school, curator) = await School();
        await Applied(curator, school, new Roster().User(1, family: written).Role(1).Zip());
        var found = await curator.GetAsync($"/api/v1/organizations/{school}/people?search={Uri.EscapeDataString(typed)}").Ok();
        Assert.That(found["items"]!.AsArray().Select(p => (string?)p!["name"]), Has.Exactly(1).Items.And.Some.StartsWith(CleanText.Of(written)));
    }

    [Test]
    public async Task An_organization_of_the_register_is_found()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var taken = await Taken(federal, Register.List(Register.Certificate("Школа имени Чаи\u0306ковского", Register.Ogrn(801))));
        Assert.That(Counts(taken), Is.EqualTo((1, 0, 0, 0)));
        var found = await federal.GetAsync($"/api/v1/organizations?search={Uri.EscapeDataString("Чайковского")}").Ok();
        Assert.That(found["items"]!.AsArray().Select(o => (string?)o!["nameFull"]), Is.EqualTo(new[] { "Школа имени Чайковского" }));
    }
}
