using Mentoring.Api.Features.Common.Identity;

namespace Mentoring.Tests.Rules;

public sealed class PasswordsTests
{
    [TestCase("correct horse battery", ExpectedResult = null)]
    [TestCase("сорок кошек у окна", ExpectedResult = null)]
    [TestCase("tooshort123", ExpectedResult = "account.password-short")]
    [TestCase("ЙцукенгшщзХЪ", ExpectedResult = "account.password-common")]
    [TestCase("aaaaaaaaaaaaaaa", ExpectedResult = "account.password-common")]
    [TestCase("Anna@school.example", ExpectedResult = "account.password-common")]
    public string? A_password_is_long_and_not_guessed_at_once(string password) => Passwords.FaultOf(password, "anna@school.example");

    [Test]
    public void An_endless_one_is_refused_before_it_costs_time() =>
        Assert.That(Passwords.FaultOf(new string('x', 201), null), Is.EqualTo("account.password-long"));
}
