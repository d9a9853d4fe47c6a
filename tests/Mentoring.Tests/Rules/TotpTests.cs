using Mentoring.Api.Features.Common.Identity;

namespace Mentoring.Tests.Rules;

public sealed class TotpTests
{
    /// <summary>The secret of RFC 6238's test vectors, "12345678901234567890", in Base32.</summary>
    const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [TestCase(59L, "287082")]
    [TestCase(1111111109L, "081804")]
    [TestCase(1234567890L, "005924")]
    [TestCase(20000000000L, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.That(Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))), Is.EqualTo(code));

    [TestCase(-2, ExpectedResult = false)]
    [TestCase(-1, ExpectedResult = true)]
    [TestCase(0, ExpectedResult = true)]
    [TestCase(1, ExpectedResult = true)]
    [TestCase(2, ExpectedResult = false)]
    public bool Clocks_may_differ_by_half_a_minute(int steps)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        return Totp.StepOf(Totp.Code(Secret, Totp.StepAt(now) + steps), Secret, now, lastUsed: null) is not null;
    }

    [Test]
    public void A_code_and_all_before_it_are_used_up_by_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);
        Assert.That(Totp.StepOf(Totp.Code(Secret, step), Secret, now, lastUsed: step), Is.Null);
        Assert.That(Totp.StepOf(Totp.Code(Secret, step - 1), Secret, now, lastUsed: step), Is.Null);
        Assert.That(Totp.StepOf(Totp.Code(Secret, step + 1), Secret, now, lastUsed: step), Is.EqualTo(step + 1));
    }

    [Test]
    public void Each_secret_is_new_and_long_enough() =>
        Assert.That(Enumerable.Range(0, 100).Select(_ => Totp.NewSecret()).Where(secret => secret.Length == 32).Distinct().Count(), Is.EqualTo(100));
}
