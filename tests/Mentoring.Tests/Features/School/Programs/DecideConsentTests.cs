using Dapper;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Programs;

[Covers(nameof(DecideConsent))]
public sealed class DecideConsentTests : ProgramTest
{
    [Test]
    public async Task The_last_consent_puts_the_program_before_the_council()
    {
        var id = await Submitted();
        await Consent(Mentor, id);
        Assert.That(await Status(id), Is.EqualTo("Consent"));
        await Consent(Mentee, id);
        Assert.That(await Status(id), Is.EqualTo("Council"));
    }

    [Test]
    public async Task A_refusal_returns_the_draft_with_the_persons_own_words()
    {
        var id = await Submitted();
        await Consent(Mentor, id);
        await Consent(Mentee, id, given: false, "Нет времени до января");

        var program = await Read(id);
        Assert.That((string?)program["status"], Is.EqualTo("Draft"));
        Assert.That(program["consents"]!.AsArray().Select(c => ((string?)c!["status"], (string?)c["reason"])),
            Is.EquivalentTo(new[] { ("Superseded", (string?)null), ("Refused", "Нет времени до января") }));
        await Curator.Post($"{Path}/{id}/submit", new { version = (int)program["version"]! }).Ok();
        Assert.That((int)(await Read(id))["termsVersion"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task Nobody_consents_to_terms_that_were_not_shown()
    {
        var id = await Submitted();
        var seen = await Mentor.GetAsync($"{Path}/{id}").Ok();
        var other = new string('0', 64);
        await Mentor.Post($"{Path}/{id}/consents/decide", new { given = true, termsVersion = 1, termsHash = other }).IsProblem(409, "consent.terms-changed");
        await Mentor.Post($"{Path}/{id}/consents/decide", new { given = true, termsVersion = 2, termsHash = (string)seen["termsHash"]! })
            .IsProblem(409, "consent.terms-changed");
        await Mentor.Post($"{Path}/{id}/consents/decide", new { given = true, termsVersion = 1, termsHash = "x" }).PointsTo("/termsHash");
    }

    [Test]
    public async Task Only_a_participant_consents()
    {
        var id = await Submitted();
        var body = new { given = true, termsVersion = 1, termsHash = new string('0', 64) };
        await Curator.Post($"{Path}/{id}/consents/decide", body).IsProblem(403, "permission.missing");

        var other = await Support.School.Make(World);
        await Sql.ExecuteAsync("""
            insert into program_participant select id, organization_id, region_code, @person, 'N', organization_id, 'Mentor', starts_on from program
                where id = @id
            """,
            new { id = await Draft(), person = other.Mentor });
        await As(other.MentorAccount).Post($"{Path}/{id}/consents/decide", body).IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_consent_is_decided_once()
    {
        var id = await Submitted();
        await Consent(Mentor, id);
        await Mentor.Post($"{Path}/{id}/consents/decide", new { given = false, termsVersion = 1, termsHash = new string('0', 64) })
            .IsProblem(409, "consent.not-asked");
    }
}
