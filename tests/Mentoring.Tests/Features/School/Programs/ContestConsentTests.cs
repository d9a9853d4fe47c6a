using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>"I did not sign this": what follows, and how it is settled.</summary>
[Covers(nameof(ContestConsent), nameof(SettleConsent))]
public sealed class ContestConsentTests : ProgramTest
{
    const string Words = "Я была в отпуске и не входила в систему";

    // Who settles is somebody, and known to be: the accounts of offices that others use are nobody's.
    Guid _curator, _head;
    HttpClient _settlingCurator = null!, _settlingHead = null!, _settlingCouncil = null!;

    [OneTimeSetUp]
    public async Task CallSettlers()
    {
        async Task<Guid> Account(Role role, string name) => await World.Account(role, School.Id, await World.Teacher(School.Id, name));
        (_curator, _head) = (await Account(Role.Curator, "Кураторова"), await Account(Role.Head, "Директорова"));
        (_settlingCurator, _settlingHead, _settlingCouncil) = (As(_curator), As(_head), As(await Account(Role.CouncilMember, "Советова")));
        await Opened("administrator", "administrator-2");
    }

    /// <summary>The mentee's account, as the records have it.</summary>
    Task Opened(string invitedBy, string handedOverBy) => Sql.ExecuteAsync("""
        insert into identity.invitation (id, account_id, organization_id, region_code, delivery, code_hash, token_hash, invited_by, invited_by_name,
                                         invited_at, expires_at, document, handed_over_by, handed_over_by_name, handed_over_at, used_at)
        select gen_random_uuid(), @MenteeAccount, id, region_code, 'Sheet', 'x', 'x', @invitedBy, 'Первый', now(), now(), 'Passport', @handedOverBy, 'Второй',
               now(), now() from organization where id = @Id
        """, new { School.MenteeAccount, School.Id, invitedBy, handedOverBy });

    static JsonNode Own(JsonNode program, Guid person) => program["consents"]!.AsArray().First(c => (Guid)c!["personId"]! == person)!;

    async Task<Guid> ConsentOf(Guid program, Guid person) => (Guid)Own(await Read(program), person)["id"]!;

    /// <summary>The mentee says so of the own consent.</summary>
    async Task<Guid> Contested(Guid program)
    {
        var consent = await ConsentOf(program, School.Mentee);
        await Mentee.Post($"{Path}/{program}/consents/{consent}/contest", new { words = Words }).Ok();
        return consent;
    }

    Task<HttpResponseMessage> Settle(HttpClient official, Guid program, Guid consent, string outcome) =>
        official.Post($"{Path}/{program}/consents/{consent}/settle", new { outcome, reason = "Вход был с чужого устройства" });

    [Test]
    public async Task An_active_program_rests_until_the_dispute_is_settled()
    {
        var id = await Active();
        var consent = await Contested(id);
        Assert.That(await Status(id), Is.EqualTo("Paused"));
        await Curator.Post($"{Path}/{id}/resume", new { version = await Version(id) }).IsProblem(409, "consent.contested");
        await Curator.Post($"{Path}/{id}/extend", new { version = await Version(id), endsOn = $"{Today.AddDays(250):O}", reason = "Больничный" })
            .IsProblem(409, "consent.contested");
        var shown = Own(await Read(id), School.Mentee);
        Assert.That(((string?)shown["status"], (string?)shown["contestWords"]), Is.EqualTo(("Contested", Words)));

        await Settle(_settlingCurator, id, consent, "Upheld").Ok();
        Assert.That((string?)Own(await Read(id), School.Mentee)["status"], Is.EqualTo("Given"));
        await Curator.Post($"{Path}/{id}/resume", new { version = await Version(id) }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Active"));
    }

    [Test]
    public async Task An_annulled_consent_ends_a_program_in_force()
    {
        var id = await Active();
        await Settle(_settlingCouncil, id, await Contested(id), "Annulled").Ok();
        var program = await Read(id);
        Assert.That(((string?)program["status"], (string?)program["finishReason"]), Is.EqualTo(("EndedEarly", "Вход был с чужого устройства")));
        Assert.That((string?)Own(program, School.Mentee)["status"], Is.EqualTo("Annulled"));
        Assert.That((string?)Own(program, School.Mentee)["settledByName"], Is.EqualTo("Test account"));
    }

    [Test]
    public async Task Before_it_is_in_force_a_contested_program_goes_no_further()
    {
        var id = await BeforeHead();
        var consent = await Contested(id);
        Assert.That(await Status(id), Is.EqualTo("Consent"));
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Approved" }).IsProblem(409, "consent.contested");
        await Settle(_settlingCurator, id, consent, "Upheld").Ok();
        Assert.That(await Status(id), Is.EqualTo("Council"), "who decides, decides on consents that nobody disputes");

        var other = await BeforeCouncil();
        await Settle(_settlingCurator, other, await Contested(other), "Annulled").Ok();
        var program = await Read(other);
        Assert.That((string?)program["status"], Is.EqualTo("Draft"));
        await Curator.Post($"{Path}/{other}/submit", new { version = (int)program["version"]! }).Ok();
    }

    [Test]
    public async Task A_dispute_about_terms_that_were_changed_holds_the_next_approval_up_but_not_the_person()
    {
        var id = await Submitted();
        await Consent(Mentee, id);
        var consent = await Contested(id);
        await Consent(Mentor, id, given: false);
        await Curator.Post($"{Path}/{id}/submit", new { version = await Version(id) }).Ok();
        await Consent(Mentor, id);
        await Consent(Mentee, id);
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).IsProblem(409, "consent.contested");
        await Settle(_settlingHead, id, consent, "Upheld").Ok();
        Assert.That((await Read(id))["consents"]!.AsArray().Single(c => (Guid)c!["id"]! == consent)!["status"]!.ToString(), Is.EqualTo("Superseded"));
        await Council.Post($"{Path}/{id}/decide-as-council", new { version = await Version(id), decision = "Approved" }).Ok();
    }

    [Test]
    public async Task Who_opened_the_persons_account_or_takes_part_does_not_settle_it()
    {
        var id = await Active();
        await Opened($"{_head}", $"{_curator}");
        var consent = await Contested(id);
        await Settle(_settlingHead, id, consent, "Upheld").IsProblem(403, "consent.settled-by-others");
        await Settle(_settlingCurator, id, consent, "Upheld").IsProblem(403, "consent.settled-by-others");
        await Settle(Council, id, consent, "Upheld").IsProblem(403, "caller.not-a-person");
        Assert.That(Names((await _settlingCurator.GetAsync($"{Path}/{id}").Ok())["actions"]), Does.Not.Contain("SettleConsent"));
        Assert.That(Names((await _settlingCouncil.GetAsync($"{Path}/{id}").Ok())["actions"]), Does.Contain("SettleConsent"));
        Assert.That(await _settlingCurator.Task("ConsentToSettle", consent), Is.Null);
        Assert.That(await _settlingCouncil.Task("ConsentToSettle", consent), Is.Not.Null);
        await Settle(Mentor, id, consent, "Upheld").IsProblem(403, "permission.missing");
        var elsewhere = await World.Account(Role.Curator, await World.School(), await World.Teacher(School.Id));
        await Settle(As(elsewhere), id, consent, "Upheld").IsProblem(404, "not-found");
        await _settlingCouncil.Post($"{Path}/{id}/consents/{consent}/settle", new { outcome = "Upheld", reason = "" }).PointsTo("/reason");
        await Settle(_settlingCouncil, id, consent, "Upheld").Ok();
        await Settle(_settlingCouncil, id, consent, "Upheld").IsProblem(409, "consent.not-contested");
        await Sql.ExecuteAsync("delete from identity.invitation where invited_by = @Head", new { Head = $"{_head}" });
    }

    [Test]
    public async Task Who_wrote_the_address_of_the_account_does_not_settle_it_nor_who_led_the_school_when_nobody_wrote_down_who_opened_it()
    {
        var id = await Active();
        var consent = await Contested(id);
        await Sql.ExecuteAsync("update person set email_by = @Curator where id = @Mentee", new { Curator = $"{_curator}", School.Mentee });
        await Settle(_settlingCurator, id, consent, "Upheld").IsProblem(403, "consent.settled-by-others");
        await Sql.ExecuteAsync("update person set email_by = null where id = @Mentee; update consent set invitation_id = null where id = @consent",
            new { School.Mentee, consent });
        await Settle(_settlingCurator, id, consent, "Upheld").IsProblem(403, "consent.settled-by-others");
        await Settle(_settlingHead, id, consent, "Upheld").IsProblem(403, "consent.settled-by-others");
        Assert.That(await _settlingHead.Task("ConsentToSettle", consent), Is.Null);
        await Settle(_settlingCouncil, id, consent, "Upheld").Ok();
    }

    [Test]
    public async Task Sending_a_program_back_ends_no_dispute_before_it_begins()
    {
        var id = await BeforeHead();
        var consent = await ConsentOf(id, School.Mentee);
        await Head.Post($"{Path}/{id}/decide-as-head", new { version = await Version(id), decision = "Returned", comment = "Доработать" }).Ok();
        Assert.That((string?)Own(await Read(id), School.Mentee)["status"], Is.EqualTo("Superseded"));
        Assert.That(Names((await Mentee.GetAsync($"{Path}/{id}").Ok())["actions"]), Does.Contain("ContestConsent"));
        await Mentee.Post($"{Path}/{id}/consents/{consent}/contest", new { words = Words }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Draft"));
        await Settle(_settlingCouncil, id, consent, "Annulled").Ok();
        Assert.That((string?)Own(await Read(id), School.Mentee)["status"], Is.EqualTo("Annulled"));
    }

    [Test]
    public async Task Who_contests_may_also_take_consent_back()
    {
        var id = await Active();
        var consent = await Contested(id);
        Assert.That(Names((await Mentee.GetAsync($"{Path}/{id}").Ok())["actions"]), Does.Contain("RevokeConsent"));
        await Mentee.Post($"{Path}/{id}/consents/revoke", new { reason = "Не участвую" }).Ok();
        Assert.That((await Read(id))["noticeUntil"], Is.Not.Null);
        await Settle(_settlingCouncil, id, consent, "Upheld").IsProblem(409, "consent.not-contested");
    }

    [Test]
    public async Task What_is_contested_or_annulled_is_not_given()
    {
        var id = await Active();
        await Sql.ExecuteAsync("delete from indicator_stale");
        await Contested(id);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from indicator_stale where organization_id = @Id", School), Is.Positive);
    }

    [Test]
    public async Task Only_the_own_consent_that_stands_is_contested()
    {
        var id = await Submitted();
        var consent = await ConsentOf(id, School.Mentee);
        await Mentee.Post($"{Path}/{id}/consents/{consent}/contest", new { words = Words }).IsProblem(409, "consent.not-given");
        await Consent(Mentee, id);
        await Mentor.Post($"{Path}/{id}/consents/{consent}/contest", new { words = Words }).IsProblem(404, "not-found");
        await Curator.Post($"{Path}/{id}/consents/{consent}/contest", new { words = Words }).IsProblem(403, "permission.missing");
        await Mentee.Post($"{Path}/{id}/consents/{consent}/contest", new { words = "" }).PointsTo("/words");
        var other = (await Support.School.Make(World)).MenteeAccount;
        await As(other).Post($"{Path}/{id}/consents/{consent}/contest", new { words = Words }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task The_school_and_its_coordinators_are_told()
    {
        var id = await Active();
        var town = await As(Role.MunicipalCoordinator, World.Municipality);
        var (region, elsewhere) = (await As(Role.RegionalCoordinator, World.Region), await As(Role.RegionalCoordinator, World.OtherRegion));
        await Contested(id);
        await Services.GetRequiredService<OutboxDrain>().Run(default);
        (HttpClient, string)[] told = [(Curator, "ConsentContested"), (Head, "ConsentContested"), (Council, "ConsentContested"),
            (town, "ConsentContestedNearby"), (region, "ConsentContestedNearby")];
        foreach (var (reader, kind) in told)
            Assert.That((await reader.GetAsync("/api/v1/me/notifications").Ok())["items"]!.AsArray().Select(n => (string?)n!["kind"]), Does.Contain(kind));
        Assert.That((await elsewhere.GetAsync("/api/v1/me/notifications").Ok())["items"]!.AsArray(), Is.Empty);
        var nearby = (await town.GetAsync("/api/v1/me/notifications").Ok())["items"]![0]!;
        Assert.That(nearby.ToJsonString(), Does.Not.Contain("Новичкова").And.Not.Contain("Первый год"));
    }
}
