using System.Security.Cryptography;
using System.Text;
using Mentoring.Api.Features.School.Programs;

namespace Mentoring.Tests.Rules;

public sealed class ProgramTermsTests
{
    static readonly ProgramTerms Terms = new("Помощь \"новичку\"", new DateOnly(2026, 9, 1), new DateOnly(2027, 5, 31), "teacher-teacher", 500_000);

    [Test]
    public void The_hash_can_be_computed_by_anybody_from_the_canonical_text()
    {
        const string canonical = """{"content":"Помощь \"новичку\"","endsOn":"2027-05-31","formCode":"teacher-"""
            + """teacher","payKopecks":500000,"startsOn":"2026-09-01"}""";
        Assert.That(Terms.Canonical, Is.EqualTo(canonical));
        Assert.That(Terms.Hash, Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))));
    }

    [Test]
    public void Every_term_counts()
    {
        ProgramTerms[] others =
        [
            Terms with { Content = "Другое" }, Terms with { StartsOn = Terms.StartsOn.AddDays(1) }, Terms with { EndsOn = Terms.EndsOn.AddDays(1) },
            Terms with { FormCode = "head-teacher" }, Terms with { PayKopecks = null }, Terms with { PayKopecks = 0 },
        ];
        Assert.That(others.Select(other => other.Hash).Append(Terms.Hash), Is.Unique);
    }
}
