using Mentoring.Api.Features.Common.Identity;

namespace Mentoring.Tests.Rules;

public sealed class InvitationSecretsTests
{
    [Test]
    public void A_token_names_its_invitation_and_no_two_are_alike()
    {
        var id = Guid.NewGuid();
        var (token, hash) = InvitationSecrets.NewToken(id);
        Assert.That(InvitationSecrets.Read(token) is var (found, kept) && found == id && kept.SequenceEqual(hash));
        Assert.That(InvitationSecrets.NewToken(id).Token, Is.Not.EqualTo(token));
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("00000000000000000000000000000000")]
    [TestCase("zz000000000000000000000000000000AAAA")]
    [TestCase("00000000000000000000000000000000 ?")]
    public void What_is_no_token_of_ours_is_told(string text) => Assert.That(InvitationSecrets.Read(text), Is.Null);

    [Test]
    public void A_code_is_read_as_people_type_it()
    {
        var code = InvitationSecrets.NewCode();
        Assert.That(code, Does.Match("^[A-HJ-NP-Z2-9]{8}$"));
        Assert.That(InvitationSecrets.Normal($" {code[..4].ToLowerInvariant()}-{code[4..]} "), Is.EqualTo(code));
    }

    [TestCase("anna@school.example", "a***@school.example")]
    [TestCase("not an address", "***")]
    public void An_address_is_recognised_by_its_owner_alone(string address, string masked) =>
        Assert.That(InvitationSecrets.Masked(address), Is.EqualTo(masked));
}
