using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Notifications;

/// <summary>Who hears of what happens around programs: acts, the council, profiles, other schools.</summary>
public sealed class TellPeopleTests : NotificationTest
{
    string AtSchool(string part) => $"/api/v1/organizations/{School.Id}/{part}";

    async Task<(Guid Person, HttpClient Client)> Colleague(string name, Role? role = null)
    {
        var person = await World.Teacher(School.Id, name);
        return (person, As(role is { } held ? await World.Account(held, School.Id, person) : await World.Account(person)));
    }

    [Test]
    public async Task Every_audience_and_every_subject_can_be_asked_for()
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob("test");
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var (subject, program, organization) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var args = new
        {
            SubjectId = subject, ProgramId = program, OrganizationId = organization, RegionCode = "RU-NEW", Concerned = new[] { subject }, Today,
            Now = DateTime.UtcNow,
        };
        foreach (var audience in NotificationRules.Audiences) Assert.That(await db.List<Guid?>(audience.Accounts, args, default),
            Is.All.Null.Or.Empty, $"{audience}");
        foreach (var kind in NotificationRules.Kinds) Assert.That(await db.List<object>(kind.Value.Subject.Sql, args, default), Is.Empty, $"{kind.Key}");
    }

    [Test]
    public async Task An_act_goes_from_the_union_to_the_head_and_to_those_whom_it_concerns()
    {
        var (union, mentor) = ((await Colleague("Профсоюзова", Role.UnionRepresentative)).Client, (await Colleague("Опытная", Role.Mentor)).Client);
        var act = (Guid)(await Curator.Post(AtSchool("acts"), new { kind = "Regulation" }).Gives(201))["id"]!;
        await Curator.Post($"/api/v1/acts/{act}/request-cosign", new { version = 1 }).Ok();
        var asked = (await Told(union)).Single();
        Assert.That(((string?)asked["kind"], (string?)asked["topic"], (string?)asked["path"]), Is.EqualTo(("ActCosignRequested", "Acts", $"/documents/{act}")));

        await union.Post($"/api/v1/acts/{act}/cosign", new { version = 2, given = true }).Ok();
        Assert.That(await Kinds(Curator), Is.EqualTo(new[] { "ActCosigned" }));
        Assert.That(await Kinds(Head), Is.EqualTo(new[] { "ActAwaitsHead" }));

        await Head.Post($"/api/v1/acts/{act}/approve", new { version = 3, number = "17-од", signedOn = $"{Now:O}", effectiveOn = $"{Now:O}" }).Ok();
        Assert.That(await Kinds(mentor), Is.EqualTo(new[] { "ActInForce" }));
    }

    [Test]
    public async Task A_returned_act_reaches_its_author_alone()
    {
        var (_, other) = await Colleague("Вторая", Role.Curator);
        var act = (Guid)(await Curator.Post(AtSchool("acts"), new { kind = "Other" }).Gives(201))["id"]!;
        await Curator.Post($"/api/v1/acts/{act}/agree", new { version = 1 }).Ok();
        await Head.Post($"/api/v1/acts/{act}/return", new { version = 2, comment = "Уточните сроки" }).Ok();
        Assert.That(await Kinds(Curator), Is.EqualTo(new[] { "ActReturned" }));
        Assert.That(await Kinds(other), Is.Empty);
    }

    [Test]
    public async Task A_case_is_told_to_the_chair_and_its_arbiters_and_names_nothing()
    {
        var (chair, member, author) = (await Seated("Chair", "Председателева"), await Seated("Member", "Арбитрова"), await Colleague("Заявителева"));
        await Drain();
        await Sql.ExecuteAsync("delete from notification");
        var id = (Guid)(await author.Client.Post("/api/v1/cases",
            new { organizationId = School.Id, kind = "Complaint", about = "Curator", subject = "Тайная тема", statement = "Так было" }).Gives(201))["id"]!;
        var told = (await Told(chair.Client)).Single();
        Assert.That(((string?)told["kind"], (string?)told["path"]), Is.EqualTo(("CaseOpened", $"/cases/{id}")));
        Assert.That(told.ToJsonString(), Does.Not.Contain("Тайная").And.Not.Contain("Заявителева"));

        await chair.Client.Put($"/api/v1/cases/{id}/arbiters", new { version = 1, personIds = new[] { member.Person } }).Ok();
        Assert.That(await Kinds(member.Client), Is.EqualTo(new[] { "CaseAssigned" }));
        Assert.That(await Kinds(author.Client), Is.EqualTo(new[] { "CaseAssigned" }));
        foreach (var outsider in (HttpClient[])[Curator, Head, Council]) Assert.That(await Kinds(outsider), Is.Empty);
        Assert.That(await Sql.ExecuteScalarAsync<string>("select string_agg(detail::text, '') from audit_entry where subject_id = @id", new { id }),
            Does.Not.Contain($"{member.Person}"));

        await author.Client.Post("/api/v1/cases",
            new { organizationId = School.Id, kind = "Complaint", about = "CouncilChair", subject = "О председателе", statement = "Так было" }).Gives(201);
        Assert.That((await Kinds(chair.Client)).Count(kind => kind == "CaseOpened"), Is.EqualTo(1), "a case about the chair goes past the chair");
    }

    async Task<(Guid Person, HttpClient Client)> Seated(string seat, string name)
    {
        var colleague = await Colleague(name);
        var id = (Guid)(await Curator.Post(AtSchool("council/seats"), new { personId = colleague.Person, seat, basis = "Приказ № 14" }).Gives(201))["id"]!;
        Assert.That(await Kinds(colleague.Client), Is.EqualTo(new[] { "SeatOffered" }));
        await colleague.Client.Post($"/api/v1/council/seats/{id}/answer", new { version = 1, accepted = true }).Ok();
        if (seat == "Chair") await ConfirmRole(colleague.Person);
        return colleague;
    }

    [Test]
    public async Task A_delegation_is_told_to_the_side_whose_turn_it_is_and_before_it_ends()
    {
        var taker = await World.School();
        var takersHead = await As(Role.Head, taker);
        var id = (Guid)(await Head.Post(AtSchool("delegations"),
            new { takerId = taker, component = "Events", startsOn = $"{Now:O}", endsOn = $"{Now.AddDays(20):O}", basis = "Соглашение № 4" }).Gives(201))["id"]!;
        Assert.That(await Kinds(takersHead), Is.EqualTo(new[] { "DelegationOffered" }));
        Assert.That(await Kinds(Curator), Is.Empty);
        await takersHead.Post($"/api/v1/delegations/{id}/accept", new { version = 1 }).Ok();
        Assert.That(await Kinds(Head), Is.EqualTo(new[] { "DelegationAccepted" }));

        await Sql.ExecuteAsync("update delegation set status = 'InForce' where id = @id", new { id });
        await Run<RemindOfDays>(job => job.Run(default));
        Assert.That(await Kinds(Head), Does.Not.Contain("DelegationEnding"));
        await Sql.ExecuteAsync("update delegation set ends_on = @Soon where id = @id", new { id, Soon = Now.AddDays(5) });
        await Run<RemindOfDays>(job => job.Run(default));
        await Run<RemindOfDays>(job => job.Run(default));
        Assert.That((await Kinds(Head)).Count(kind => kind == "DelegationEnding"), Is.EqualTo(1));
        Assert.That(await Kinds(takersHead), Does.Contain("DelegationEnding"));
    }

    [Test]
    public async Task A_signal_is_told_to_the_pair_first_and_to_the_curator_when_the_school_sees_it()
    {
        await Sql.ExecuteAsync("""
            insert into risk_signal (id, organization_id, region_code, program_id, kind, found, expected, raised_on, shown_on)
            select gen_random_uuid(), organization_id, region_code, id, 'Silence', 30, 14, @Today, @Today + 7 from program where id = @Program
            """, new { Program, Today = Now });
        await Run<RemindOfDays>(job => job.Run(default));
        Assert.That(await Kinds(Mentor), Is.EqualTo(new[] { "SignalRaised" }));
        Assert.That(await Kinds(Mentee), Is.EqualTo(new[] { "SignalRaised" }));
        Assert.That(await Kinds(Curator), Does.Not.Contain("SignalShown"));
        await Sql.ExecuteAsync("update risk_signal set shown_on = @Today", new { Today = Now });
        await Run<RemindOfDays>(job => job.Run(default));
        Assert.That(await Kinds(Curator), Does.Contain("SignalShown"));
    }

    [Test]
    public async Task A_proposed_change_waits_for_the_signature_of_the_other_side()
    {
        await Mentor.Post($"{Path}/{Program}/extend", new { version = await Version(Program), endsOn = $"{Today.AddDays(260):O}", reason = "Не успели" })
            .Ok();
        Assert.That(await Kinds(Mentee), Is.EqualTo(new[] { "PlanAwaitsSignature" }));
        Assert.That(await Kinds(Mentor), Is.Empty);
    }

    [Test]
    public async Task A_training_reaches_those_invited_and_a_council_task_the_one_whom_it_names()
    {
        var (psychologist, named) = ((await Colleague("Психологова", Role.Psychologist)).Client, await Colleague("Единственная"));
        await psychologist.Post(AtSchool("psychology/trainings"), new
        {
            title = "Эмпатия на уроке", topic = "Empathy", about = "Как слышать", startsAt = Clock.GetUtcNow().AddDays(3), durationMinutes = 90,
            place = "Кабинет 4", people = new[] { named.Person },
        }).Gives(201);
        var told = (await Told(named.Client)).Single();
        Assert.That(((string?)told["kind"], (string?)told["title"], told["startsAt"] is not null), Is.EqualTo(("TrainingInvited", "Эмпатия на уроке", true)));

        await Council.Post(AtSchool("council/tasks"),
            new { kind = "Methodical", title = "Собрать материалы", responsibleName = "Единственная Анна Петровна", dueOn = $"{Now.AddDays(5):O}" }).Gives(201);
        Assert.That(await Kinds(named.Client), Does.Contain("CouncilTaskGiven"));
    }

    [Test]
    public async Task A_profile_waits_for_the_school_and_its_mentor_hears_of_the_answer()
    {
        await Mentor.Put(AtSchool($"people/{School.Mentor}/mentor-profile"), new JsonObject
        {
            ["version"] = 0, ["summary"] = "Учитель", ["trajectorySkills"] = "", ["supportSkills"] = "", ["capacityPrograms"] = 2, ["capacityHours"] = 8,
            ["remote"] = true,
            ["availableFrom"] = $"{Today:O}", ["topics"] = new JsonArray("teaching-methods"), ["areas"] = new JsonArray(), ["subjects"] = new JsonArray(),
        }).Ok();
        Assert.That(await Kinds(Curator), Is.EqualTo(new[] { "MentorProfileAwaits" }));
        var result = (Guid)(await Mentor.Post(AtSchool($"people/{School.Mentor}/mentor-profile/results"), new
        {
            text = "Выпускники сдали лучше", measure = "Средний балл ЕГЭ", evidence = "Справка № 12", achievedOn = $"{Today.AddDays(-30):O}",
            valueBefore = 61, valueAfter = 72.5,
        }).Gives(201))["id"]!;
        Assert.That(await Kinds(Curator), Is.EquivalentTo(new[] { "MentorProfileAwaits", "MentorResultAwaits" }));
        await Curator.Post($"/api/v1/mentor-results/{result}/decide", new { version = 1, confirmed = true }).Ok();
        await Curator.Post(AtSchool($"people/{School.Mentor}/mentor-profile/confirm"), new { version = 1 }).Ok();
        Assert.That(await Kinds(Mentor), Is.EquivalentTo(new[] { "MentorResultDecided", "MentorProfileConfirmed" }));
    }
}
