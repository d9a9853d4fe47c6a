using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Agenda;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Agenda;

/// <summary>What waits around programs: signatures, acts, seats, profiles, other schools. Each with the rights of its own act.</summary>
public sealed class SchoolAgendaTests : ProgramTest
{
    string AtSchool(string part) => $"/api/v1/organizations/{School.Id}/{part}";

    async Task<(Guid Person, HttpClient Client)> Colleague(string name, Role? role = null)
    {
        var person = await World.Teacher(School.Id, name);
        return (person, As(role is { } held ? await World.Account(held, School.Id, person) : await World.Account(person)));
    }

    [Test]
    public async Task Whoever_holds_every_role_is_asked_every_question()
    {
        var (person, _) = await Colleague("Всемогущая");
        var account = await World.Account();
        await Sql.ExecuteAsync("""
            update identity.account set person_id = null where person_id = @person; update identity.account set person_id = @person where id = @account
            """, new { person, account });
        foreach (var role in (Role[])[Role.Head, Role.Curator, Role.UnionRepresentative, Role.SiteEditor]) await World.Assign(account, role, School.Id);
        // Whoever leads a school holds what is confidential at another one at most.
        foreach (var role in (Role[])[Role.CouncilChair, Role.Psychologist]) await World.Assign(account, role, await World.School());
        await As(account).GetAsync("/api/v1/me/agenda").Ok();
        await (await As(Role.RegionalCoordinator, World.Region)).GetAsync("/api/v1/me/agenda").Ok();
        Assert.That(AgendaQuestion.Statements, Has.Count.GreaterThan(15));
    }

    [Test]
    public async Task An_act_waits_for_the_union_then_for_the_head_and_a_returned_one_for_its_author()
    {
        var union = (await Colleague("Профсоюзова", Role.UnionRepresentative)).Client;
        var act = (Guid)(await Curator.Post(AtSchool("acts"), new { kind = "Regulation" }).Gives(201))["id"]!;
        await Curator.Post($"/api/v1/acts/{act}/request-cosign", new { version = 1 }).Ok();
        Assert.That((string?)(await union.Tasks("ActToCosign")).Single()["path"], Is.EqualTo($"/documents/{act}"));
        Assert.That(await Head.Tasks("ActToApprove"), Is.Empty);

        await union.Post($"/api/v1/acts/{act}/cosign", new { version = 2, given = true }).Ok();
        var waits = (await Head.Tasks("ActToApprove")).Single();
        Assert.That(((Guid)waits["subjectId"]!, (int)waits["version"]!, waits["programId"]), Is.EqualTo((act, 3, (JsonNode?)null)));
        await Head.Post($"/api/v1/acts/{act}/return", new { version = 3, comment = "Уточните сроки" }).Ok();
        Assert.That(await Curator.Tasks("ActToRevise"), Has.Count.EqualTo(1));
        Assert.That(await Stranger.Tasks("ActToRevise"), Is.Empty);
    }

    [Test]
    public async Task A_change_of_a_plan_waits_for_those_who_have_not_signed_it()
    {
        var id = await Active();
        await Mentor.Post($"{Path}/{id}/extend", new { version = await Version(id), endsOn = $"{Today.AddDays(260):O}", reason = "Не успели" }).Ok();
        Assert.That((string?)(await Mentee.Tasks("PlanToSign")).Single()["path"], Is.EqualTo($"/programs/{id}?tab=versions"));
        Assert.That(await Mentor.Tasks("PlanToSign"), Is.Empty);
    }

    [Test]
    public async Task A_recorded_meeting_waits_for_the_other_side_until_it_is_confirmed()
    {
        var id = await Active();
        var meeting = await HeldMeeting(id);
        Assert.That(await Mentor.Tasks("RecordToConfirm"), Is.Empty);
        Assert.That((Guid)(await Mentee.Tasks("RecordToConfirm")).Single()["subjectId"]!, Is.EqualTo(meeting));
        await Mentee.Post($"/api/v1/meetings/{meeting}/confirm", new { version = 1 }).Ok();
        Assert.That(await Mentee.Tasks("RecordToConfirm"), Is.Empty);
    }

    [Test]
    public async Task A_seat_waits_for_the_person_and_a_case_for_nobody_but_the_chair()
    {
        var (person, client) = await Colleague("Приглашённая");
        await Curator.Post(AtSchool("council/seats"), new { personId = person, seat = "Chair", basis = "Приказ № 14" }).Gives(201);
        var seat = (await client.Tasks("SeatToAnswer")).Single();
        await client.Post($"/api/v1/council/seats/{seat["subjectId"]}/answer", new { version = (int)seat["version"]!, accepted = true }).Ok();
        await ConfirmRole(person);

        var author = (await Colleague("Заявителева")).Client;
        await author.Post("/api/v1/cases",
            new { organizationId = School.Id, kind = "Complaint", about = "Curator", subject = "Тайная тема", statement = "Так было" }).Gives(201);
        Services.GetRequiredService<Access>().Forget((await Sql.QuerySingleAsync<Guid>("select id from identity.account where person_id = @person",
            new { person })).ToString());
        Assert.That(await client.Tasks("CaseToAssign"), Has.Count.EqualTo(1));
        foreach (var outsider in (HttpClient[])[Curator, Head, Council,
            author]) Assert.That((await outsider.GetAsync("/api/v1/me/agenda").Ok()).ToJsonString(), Does.Not.Contain("Тайная"));
    }

    [Test]
    public async Task The_school_confirms_profiles_and_completes_its_census_and_the_head_decides_on_incentives()
    {
        await Sql.ExecuteAsync("""
            insert into mentor_profile (organization_id, region_code, person_id, available_from) select id, region_code, @Mentor, '2024-01-01'
                from organization where id = @Id;
            insert into census (id, organization_id, region_code, school_year, opened_on, due_on) select gen_random_uuid(), id, region_code, 2020,
                '2020-09-01', '2021-01-15' from organization where id = @Id;
            insert into incentive_proposal (id, organization_id, region_code, person_id, person_name, kind, function, incentive, grounds, status, proposed_by,
                proposed_by_name, proposed_at)
            select gen_random_uuid(), id, region_code, @Mentor, 'Наставникова', 'NonMaterial', 'Moral', 'Благодарность', 'Помог', 'Supported', @Mentee,
                   'Новичкова', now() from organization where id = @Id
            """, School);
        var profile = (await Head.Tasks("MentorToConfirm")).Single();
        Assert.That((string?)profile["path"], Is.EqualTo($"/school/{School.Id}/mentors/{School.Mentor}"));
        Assert.That(await Curator.Tasks("MentorToConfirm"), Has.Count.EqualTo(1));
        Assert.That((bool)(await Curator.Tasks("CensusToComplete")).Single()["overdue"]!, Is.True);
        Assert.That((string?)(await Head.Tasks("IncentiveToDecide")).Single()["person"], Is.EqualTo("Наставникова"));
        Assert.That(await Curator.Tasks("IncentiveToDecide"), Is.Empty);
    }

    [Test]
    public async Task An_offered_component_waits_for_the_other_organizations_head()
    {
        var taker = await World.School();
        await Head.Post(AtSchool("delegations"), new
        {
            takerId = taker, component = "Events", startsOn = $"{Now:O}", endsOn = $"{Now.AddDays(20):O}",
            basis = "Соглашение № 4"
        }).Gives(201);
        Assert.That(await (await As(Role.Head, taker)).Tasks("DelegationToAnswer"), Has.Count.EqualTo(1));
        Assert.That(await Head.Tasks("DelegationToAnswer"), Is.Empty);
    }
}
