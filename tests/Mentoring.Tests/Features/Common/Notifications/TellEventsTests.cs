using Dapper;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Notifications;

/// <summary>Each event goes by the audit trail and the outbox to exactly those whom it concerns, of everybody at a school and around it.</summary>
public sealed class TellEventsTests : NotificationTest
{
    readonly Dictionary<string, Guid> _rows = [];
    readonly Dictionary<Guid, string> _people = [];

    Guid Named => _rows["Named"];

    [SetUp]
    public async Task FillTheSchool()
    {
        if (_rows.Count > 0) return;
        var place = new { organization_id = School.Id, region_code = World.Region };
        foreach (var (account, name) in (IEnumerable<(Guid, string)>)
            [(School.MentorAccount, "Mentor"), (School.MenteeAccount, "Mentee"), (School.CuratorAccount, "Curator"), (School.CouncilAccount, "Member"),
                (School.HeadAccount, "Head")])
            _people[account] = name;
        foreach (var (role, name) in (IEnumerable<(Role, string)>)
            [(Role.CouncilChair, "Chair"), (Role.UnionRepresentative, "Union"), (Role.Psychologist, "Psychologist"),
                (Role.CentreHead, "Centre")])
            _people[await World.Account(role, School.Id)] = name;
        _people[await World.Account(Role.RegionalCoordinator, World.Region)] = "Region";
        _people[await World.Account(Role.MunicipalCoordinator, World.Municipality)] = "Town";
        _people[await World.Account(Role.RegionalCoordinator, World.OtherRegion)] = "Elsewhere";
        _people[await World.Account(await World.Teacher(School.Id, "Посторонняя"))] = "Bystander";

        var proposer = await World.Teacher(School.Id, "Предлагаева");
        _people[await World.Account(proposer)] = "Proposer";
        (_rows["Named"], _rows["School"]) = (await World.Teacher(School.Id, "Единственная"), School.Id);
        _rows["Account"] = await World.Account(Named);
        _people[_rows["Account"]] = "Named";

        var by = $"{_rows["Account"]}";
        _rows["Assignment"] = await Sql.Row("role_assignment",
            new { organization_id = School.Id, region_code = World.Region, account_id = _rows["Account"], role = "SiteEditor", started_on = Today });
        _rows["Proposal"] = await Sql.Row("role_proposal",
            new { place.organization_id, place.region_code, account_id = _rows["Account"], role = "Psychologist" });
        _rows["Act"] = await Sql.Row("local_act", new { place.organization_id, place.region_code, created_by = by });
        _rows["Seat"] = await Sql.Row("council_seat", new { place.organization_id, place.region_code, person_id = Named });
        _rows["CouncilMeeting"] = await Sql.Row("council_meeting", place);
        var point = await Sql.Row("council_agenda_item", new { place.organization_id, place.region_code, meeting_id = _rows["CouncilMeeting"] });
        _rows["Decision"] = await Sql.Row("council_decision",
            new { place.organization_id, place.region_code, meeting_id = _rows["CouncilMeeting"], agenda_item_id = point });
        _rows["Task"] = await Sql.Row("council_task", new { place.organization_id, place.region_code, responsible_name = "Единственная Анна Петровна" });
        _rows["Incentive"] = await Sql.Row("incentive_proposal",
            new { place.organization_id, place.region_code, person_id = Named, proposed_by = proposer });
        _rows["Match"] = await Sql.Row("match_request", new
        {
            place.organization_id, place.region_code, mentor_organization_id = School.Id, mentor_id = School.Mentor, mentee_id = School.Mentee, slot = 1,
        });
        _rows["Practice"] = await Sql.Row("practice", new { place.organization_id, place.region_code, created_by = Named });
        await Sql.Row("practice_author", new { place.organization_id, place.region_code, practice_id = _rows["Practice"], person_id = Named });
        _rows["Post"] = await Sql.Row("site_post", place);
        await Sql.Row("site_post_person", new { place.organization_id, place.region_code, post_id = _rows["Post"], person_id = Named });
        _rows["Contract"] = await Sql.Row("partner_contract", new { place.organization_id, place.region_code, responsible_id = Named });
        _rows["Step"] = await Sql.Row("coordination_entry", new
        {
            place.organization_id, place.region_code, next_step = "Договориться", next_due_on = Today, next_responsible_id = Named,
        });
        _rows["Support"] = await Sql.Row("support_link", new
        {
            place.organization_id, place.region_code, body_id = await World.School(), ends_on = new DateOnly(2027, 9, 1),
        });
        var resource = await Sql.Row("resource", new { place.region_code, body_id = School.Id });
        _rows["ResourceRun"] = await Sql.Row("resource_run", new
        {
            place.region_code, resource_id = resource, body_id = School.Id, taken = 0, ends_on = new DateOnly(2026, 9, 5),
        });
        await Sql.Row("resource_place",
            new { place.organization_id, place.region_code, run_id = _rows["ResourceRun"], person_id = Named, body_id = School.Id });
        await TutorAndTeacher();
        await InitiativeAndTask();
        _rows["Offer"] = await Sql.Row("mentor_offer", new { place.organization_id, place.region_code, mentor_id = School.Mentor });
        _rows["OfferRequest"] = await Sql.Row("offer_request", new
        {
            place.organization_id, place.region_code, offer_id = _rows["Offer"], mentor_id = School.Mentor, mentee_id = School.Mentee,
            school_id = await World.School(),
        });
        _rows["Help"] = await Sql.Row("help_request", new
        {
            place.organization_id, place.region_code, body_id = await World.School(), person_id = Named,
            taken_by = $"{_people.Single(one => one.Value == "Bystander").Key}",
        });
        var instrument = await Sql.ExecuteScalarAsync<Guid>("select id from instrument limit 1");
        _rows["Diagnosis"] = await Sql.Row("diagnosis",
            new { place.organization_id, place.region_code, person_id = Named, author = "Self", status = "Draft", instrument_id = instrument });
        _rows["Training"] = await Sql.Row("training", place);
        _rows["Pulse"] = await Sql.Row("pulse", new { place.organization_id, place.region_code, closes_on = new DateOnly(2026, 10, 1) });
        _rows["Import"] = await Sql.Row("import", new { place.organization_id, place.region_code, created_by = by });
        _rows["Meeting"] = await Sql.Row("meeting", new { place.organization_id, place.region_code, program_id = Program });
        _rows["Activity"] = await Sql.Row("roadmap_activity", new { place.organization_id, place.region_code, program_id = Program });
        _rows["Version"] = await Sql.Row("program_version",
            new { place.organization_id, place.region_code, program_id = Program, kind = "Correction", status = "Proposed", number = 99 });
    }

    /// <summary>A teacher of the school whose tutor is another's follower, at a body that somebody heads.</summary>
    async Task TutorAndTeacher()
    {
        var body = await World.School();
        _people[await World.Account(Role.CentreHead, body)] = "BodyHead";
        var of = new Dictionary<string, Guid>();
        foreach (var name in (string[])["Tutor", "Former", "Tutee"])
            _people[await World.Account(of[name] = await World.Teacher(name == "Tutee" ? School.Id : body, name))] = name;
        Task<Guid> Assigned(string tutor, Guid? follows, string status) => Sql.Row("tutor_assignment", new
        {
            organization_id = School.Id, region_code = World.Region, body_id = body, person_id = of["Tutee"], tutor_id = of[tutor], follows_id = follows,
            status,
        });
        _rows["Tutoring"] = await Assigned("Tutor", await Assigned("Former", null, "HandedOver"), "Ended");
        _rows["Route"] = await Sql.Row("route",
            new { organization_id = School.Id, region_code = World.Region, person_id = of["Tutee"], ends_on = new DateOnly(2031, 8, 31) });
        await Sql.ExecuteAsync("update route set reader_ids = array[@tutor] where id = @route", new { tutor = of["Tutor"], route = _rows["Route"] });
        _rows["Consultation"] = await Sql.Row("consultation", new { region_code = World.Region, assignment_id = _rows["Tutoring"] });
    }

    /// <summary>An initiative that one leads and another is in, and a task that the town has set the school.</summary>
    async Task InitiativeAndTask()
    {
        var leader = await Sql.ExecuteScalarAsync<Guid>("select person_id from identity.account where id = @id",
            new { id = _people.Single(one => one.Value == "Bystander").Key });
        var place = new { organization_id = School.Id, region_code = World.Region };
        _rows["Initiative"] = await Sql.Row("initiative", new
        {
            place.organization_id, place.region_code, territory_code = World.Municipality, leader_id = leader, scope = "Region", status = "Running",
            ended_at = (DateTime?)null, member_ids = Array.Empty<Guid>(), waiting_ids = Array.Empty<Guid>(),
        });
        foreach (var person in (Guid[])[leader, Named])
            _rows["InitiativeMember"] = await Sql.Row("initiative_member", new
            {
                place.organization_id, place.region_code, initiative_id = _rows["Initiative"], person_id = person, status = "In",
            });
        _rows["InitiativeTask"] = await Sql.Row("initiative_task", new
        {
            place.region_code, initiative_id = _rows["Initiative"], taker_id = Named, status = "Taken",
        });
        _rows["InitiativeMeeting"] = await Sql.Row("initiative_meeting", new { place.region_code, initiative_id = _rows["Initiative"], status = "Planned" });
        var task = await Sql.Row("school_task", new
        {
            place.region_code, territory_code = World.Municipality, body_id = (Guid?)null, initiative_id = (Guid?)null, member_ids = (Guid[]?)null,
            set_by = $"{_people.Single(one => one.Value == "Town").Key}",
        });
        _rows["SchoolReport"] = await Sql.Row("school_task_report", new { place.organization_id, place.region_code, task_id = task, status = "Assigned" });
    }

    [TestCaseSource(typeof(ToldOf), nameof(ToldOf.Everything))]
    public async Task An_event_reaches_whom_it_concerns_and_nobody_else(ToldOf told)
    {
        await Sql.ExecuteAsync("update program set status = @Status, finished_at = now() where id = @Program", new { Status = told.Now.ToString(), Program });
        try
        {
            await Happen(told);
            Assert.That(await Heard(), Is.EqualTo(told.Told));
        }
        finally
        {
            await Sql.ExecuteAsync("update program set status = 'Active', finished_at = null where id = @Program", new { Program });
        }
    }

    [Test]
    public async Task What_an_outbox_holds_from_before_events_had_names_is_still_told()
    {
        await Happen(new(new Api.Features.School.Programs.ConsentDecided(Api.Features.School.Programs.ConsentStatus.Refused, 1, "ab", "Password"), "", ""));
        await Happen(new(new Api.Features.School.Risks.SignalReachedSchool(), "", ""));
        await Sql.ExecuteAsync("""
            update outbox_message set payload = payload - 'Event' || '{"Operation": "DecideConsent"}' where payload->>'Event' = 'ConsentDecided';
            update outbox_message set payload = payload - 'Event' || '{"Operation": "RemindOfDays", "Detail": {"due": "SignalShown"}}'
             where payload->>'Event' = 'SignalReachedSchool'
            """);
        Assert.That(await Sql.ExecuteScalarAsync<int>("select count(*)::int from outbox_message where not payload ? 'Event'"), Is.EqualTo(2));
        Assert.That(await Heard(), Is.EqualTo("ConsentRefused: Curator; SignalShown: Curator"));
    }

    [Test]
    public void Every_kind_and_every_rule_has_a_case_here()
    {
        var cases = ToldOf.Everything.ToList();
        var told = cases.SelectMany(one => one.Told.Split("; ", StringSplitOptions.RemoveEmptyEntries)).Select(kind => kind.Split(':')[0]).ToHashSet();
        Assert.That(Enum.GetNames<NotificationKind>().Except(told), Is.Empty);
        var rules = NotificationRules.Events.SelectMany(NotificationRules.Of)
            .Where(rule => !cases.Any(one => one.What.GetType() == rule.Event && rule.When(one.What, one.Now)));
        Assert.That(rules.Select(rule => $"{rule.Event.Name} → {rule.Kind}"), Is.Empty);
    }

    /// <summary>The command that writes it, as far as those who are told know of it.</summary>
    async Task Happen(ToldOf told)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob("test");
        var (db, audit) = (scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<Audit>());
        await using var transaction = await db.Begin(default);
        if (told.About == "Account") audit.AboutPlatform(told.What, _rows["Account"]);
        else audit.About(School.Id, World.Region, told.About == "" ? Program : _rows[told.About], told.What, Program, [Named]);
        await audit.Append("Test", default);
        await transaction.CommitAsync(default);
    }

    async Task<string> Heard()
    {
        await Drain();
        Assert.That(await Sql.QueryAsync<string>("select error from outbox_message where error is not null"), Is.Empty);
        var rows = await Sql.QueryAsync<(string Kind, Guid Account)>("select kind, account_id from notification");
        return string.Join("; ", rows.GroupBy(row => row.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind =>
            $"{kind.Key}: {string.Join(' ', kind.Select(row => _people.GetValueOrDefault(row.Account, "?")).Order(StringComparer.Ordinal))}"));
    }
}
