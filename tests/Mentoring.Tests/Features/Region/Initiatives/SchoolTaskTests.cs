using Dapper;
using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Features.Region.Initiatives;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Initiatives;

/// <summary>Tasks that a territory or a body sets schools, and what they report.</summary>
[Covers(nameof(SetSchoolTask), nameof(ListSchoolTasks), nameof(GetSchoolTask), nameof(ListSchoolReports), nameof(ExportSchoolReports),
    nameof(ListOwnSchoolTasks), nameof(ReportSchoolTask), nameof(AcceptSchoolReport), nameof(ReturnSchoolReport), nameof(WithdrawSchoolTask),
    nameof(ListSchoolTaskTargets), nameof(RemindSchoolTask))]
public sealed class SchoolTaskTests : InitiativesTest
{
    Guid _head, _coordinator;
    HttpClient _asHead = null!, _asCoordinator = null!;

    [SetUp]
    public async Task Officials()
    {
        (_head, _coordinator) = (await World.Account(Role.Head, School), await World.Account(Role.MunicipalCoordinator, World.Municipality));
        (_asHead, _asCoordinator) = (As(_head), As(_coordinator));
    }

    object Set(Guid[]? schools = null, int due = 10, string? territory = World.Municipality, Guid? body = null, Guid? initiative = null) => new
    {
        territoryCode = territory, bodyId = body, organizationIds = schools, title = "Провести декаду наставничества", text = "Сообщите, что прошло.",
        dueOn = $"{Today.AddDays(due):O}", initiativeId = initiative,
    };

    async Task<Guid> Given(Guid[]? schools = null, int due = 10, Guid? initiative = null) =>
        (Guid)(await _asCoordinator.Post("/api/v1/school-tasks", Set(schools ?? [School, Neighbour], due, initiative: initiative)).Gives(201))["id"]!;

    static string TaskAt(Guid task, string rest) => $"/api/v1/school-tasks/{task}{rest}";

    string Report(Guid task) => $"/api/v1/organizations/{School}/school-tasks/{task}/report";

    async Task<Guid> ReportId(Guid task) => (Guid)(await _asCoordinator.GetAsync(TaskAt(task, "/school-reports?status=Reported")).Ok())["items"]![0]!["id"]!;

    static async Task<IReadOnlyList<string?>> Waiting(HttpClient who) =>
        [.. (await who.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!.AsArray().Select(task => (string?)task!["kind"])];

    [Test]
    public async Task A_task_is_set_reported_returned_reported_anew_and_accepted()
    {
        var task = await Given();
        Assert.That(await Told(_head), Is.EqualTo(new[] { "SchoolTaskGiven" }));
        Assert.That(await Waiting(_asHead), Does.Contain("SchoolTaskToReport"));
        await _asHead.Post(Report(task), new { version = 1, text = "" }).PointsTo("/text");
        await _asHead.Post(Report(task), new { version = 1, text = "Провели" }).Ok();
        await _asHead.Post(Report(task), new { version = 2, text = "Ещё раз" }).IsProblem(409, "school-task.not-now");
        Assert.That(await Told(_coordinator), Is.EqualTo(new[] { "SchoolReportHandedIn" }));
        Assert.That(await Waiting(_asCoordinator), Does.Contain("SchoolReportToAccept"));
        var report = TaskAt(task, $"/school-reports/{await ReportId(task)}");
        await _asCoordinator.Post($"{report}/return", new { version = 1, remark = "Кто?" }).IsProblem(412, "version.stale");
        await _asCoordinator.Post($"{report}/return", new { version = 2, remark = "Кто участвовал?", dueOn = $"{Today.AddDays(20):O}" }).Ok();
        await _asCoordinator.Post($"{report}/accept", new { version = 3 }).IsProblem(409, "school-task.not-now");
        var own = (await _asHead.GetAsync($"/api/v1/organizations/{School}/school-tasks?search=декады").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((string?)own["status"], (string?)own["remark"], (string?)own["dueOn"]),
            Is.EqualTo(("Returned", "Кто участвовал?", $"{Today.AddDays(20):O}")));
        await _asHead.Post(Report(task), new { version = 3, text = "Провели, 40 педагогов" }).Ok();
        await _asCoordinator.Post($"{report}/accept", new { version = 4 }).Ok();
        Assert.That(await Told(_head), Is.SupersetOf(new[] { "SchoolReportSentBack", "SchoolReportTaken" }));
        var read = await _asCoordinator.GetAsync(TaskAt(task, "")).Ok();
        Assert.That(((int)read["schoolCount"]!, (int)read["accepted"]!, (int)read["reported"]!), Is.EqualTo((2, 1, 0)));
        using var file = await _asCoordinator.GetAsync(TaskAt(task, "/school-reports.csv"));
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("Провели, 40 педагогов"));
    }

    [Test]
    public async Task It_is_set_to_schools_of_the_own_territory_alone_and_by_a_body_to_those_it_stands_behind()
    {
        var far = await World.School("05701000", World.OtherRegion);
        await _asCoordinator.Post("/api/v1/school-tasks", Set([School, far])).PointsTo("/organizationIds/1", "school-task.organization-elsewhere");
        await _asCoordinator.Post("/api/v1/school-tasks", Set([School], territory: World.Region)).IsProblem(404, "not-found");
        await _asCoordinator.Post("/api/v1/school-tasks", Set([School], territory: null)).PointsTo("/territoryCode", "school-task.setter");
        await _asCoordinator.Post("/api/v1/school-tasks", Set([School], due: -1)).PointsTo("/dueOn", "school-task.due-day");
        await CentreHead.Post("/api/v1/school-tasks", Set(territory: null, body: Centre)).IsProblem(409, "school-task.nobody");
        await Opened(from: -5);
        Assert.That((int)(await CentreHead.Post("/api/v1/school-tasks", Set(territory: null, body: Centre)).Gives(201))["schools"]!, Is.EqualTo(1));
        await CentreHead.Post("/api/v1/school-tasks", Set(territory: null, body: await Body())).IsProblem(404, "not-found");
        Assert.That((int)(await Coordinator.Post("/api/v1/school-tasks", Set(territory: World.Region)).Gives(201))["schools"]!, Is.GreaterThan(1));
    }

    [Test]
    public async Task Those_can_be_chosen_who_can_be_set_it()
    {
        await Sql.ExecuteAsync("update organization set name_short = 'Школа у реки' where id = @School", new { School });
        var methodologist = await As(Role.Methodologist, Centre);
        async Task<IReadOnlyList<Guid>> Targets(HttpClient who, string of) =>
            [.. (await who.GetAsync($"/api/v1/school-tasks/targets?{of}").Ok())["items"]!.AsArray().Select(one => (Guid)one!["id"]!)];
        Assert.That(await Targets(methodologist, $"bodyId={Centre}"), Is.Empty);
        await Opened(from: -5);
        Assert.That(await Targets(methodologist, $"bodyId={Centre}"), Is.EqualTo(new[] { School }));
        await methodologist.Post("/api/v1/school-tasks", Set([School, Neighbour], territory: null, body: Centre))
            .PointsTo("/organizationIds/1", "school-task.organization-elsewhere");
        await methodologist.Post("/api/v1/school-tasks", Set([School], territory: null, body: Centre)).Gives(201);
        Assert.That(await Targets(_asCoordinator, $"territoryCode={World.Municipality}&search=у реки"), Is.EqualTo(new[] { School }));
        var page = await _asCoordinator.GetAsync($"/api/v1/school-tasks/targets?territoryCode={World.Municipality}&size=1").Ok();
        Assert.That(await Targets(_asCoordinator, $"territoryCode={World.Municipality}&size=200&cursor={Uri.EscapeDataString((string)page["next"]!)}"),
            Does.Not.Contain((Guid)page["items"]!.AsArray().Single()!["id"]!).And.Not.Empty);
        await _asCoordinator.GetAsync($"/api/v1/school-tasks/targets?territoryCode={World.Region}").IsProblem(404, "not-found");
        await _asCoordinator.GetAsync($"/api/v1/school-tasks/targets?bodyId={Centre}").IsProblem(404, "not-found");
        await _asCoordinator.GetAsync("/api/v1/school-tasks/targets").PointsTo("/territoryCode", "school-task.setter");
    }

    [Test]
    public async Task Schools_that_owe_a_report_are_reminded_once_a_day()
    {
        var task = await Given();
        await _asHead.Post(Report(task), new { version = 1, text = "Провели" }).Ok();
        Assert.That((int)(await _asCoordinator.Post(TaskAt(task, "/remind"), new { }).Ok())["reminded"]!, Is.EqualTo(1), "who has reported is not");
        Assert.That(await Told(_head), Does.Not.Contain("SchoolTaskReminder"));
        await _asCoordinator.Post(TaskAt(task, "/remind"), new { }).IsProblem(409, "school-task.none-to-remind");
        await Sql.ExecuteAsync("update school_task_report set reminded_at = reminded_at - interval '1 day' where task_id = @task", new { task });
        await _asCoordinator.Post(TaskAt(task, $"/school-reports/{await ReportId(task)}/return"), new { version = 2, remark = "Кто?" }).Ok();
        var rows = (await _asCoordinator.GetAsync(TaskAt(task, "/school-reports")).Ok())["items"]!.AsArray();
        var own = rows.Single(one => (Guid)one!["organizationId"]! == School)!;
        Assert.That(rows.Select(one => one!["remindedAt"] is null), Is.EquivalentTo(new[] { true, false }));
        await _asCoordinator.Post(TaskAt(task, "/remind"), new { reportIds = new[] { (Guid)own["id"]! } }).Ok();
        Assert.That(await Told(_head), Does.Contain("SchoolTaskReminder"));
        await _asHead.Post(Report(task), new { version = 3, text = "Провели, сорок человек" }).Ok();
        await Coordinator.Post(TaskAt(task, "/remind"), new { }).IsProblem(404, "not-found");
        await _asCoordinator.Post(TaskAt(task, "/remind"), new { reportIds = Array.Empty<Guid>() }).PointsTo("/reportIds");
    }

    [Test]
    public async Task Who_set_it_alone_reads_the_reports_and_a_school_its_own_alone()
    {
        var task = await Given([School]);
        await _asHead.Post(Report(task), new { version = 1, text = "Провели" }).Ok();
        await Coordinator.GetAsync(TaskAt(task, "")).IsProblem(404, "not-found");
        await Coordinator.GetAsync(TaskAt(task, "/school-reports")).IsProblem(404, "not-found");
        await CentreHead.GetAsync(TaskAt(task, "/school-reports")).IsProblem(404, "not-found");
        var other = await As(Role.Head, Neighbour);
        Assert.That((await other.GetAsync($"/api/v1/organizations/{Neighbour}/school-tasks").Ok())["items"]!.AsArray(), Is.Empty);
        await other.GetAsync($"/api/v1/organizations/{School}/school-tasks").IsProblem(404, "not-found");
        await other.Post(Report(task), new { version = 2, text = "x" }).IsProblem(404, "not-found");
        Assert.That((await _asCoordinator.GetAsync("/api/v1/school-tasks?waiting=true").Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task In_an_initiative_its_members_read_the_task_and_no_report_and_its_setter_reads_no_talk()
    {
        var initiative = await Together();
        var task = await Given([School], initiative: initiative);
        var read = (await Read(AsJoiner, initiative))["schoolTasks"]!.AsArray().Single()!;
        Assert.That(((Guid)read["id"]!, (int)read["schoolCount"]!), Is.EqualTo((task, 1)));
        Assert.That((await Read(await Colleague(School), initiative))["schoolTasks"]!.AsArray(), Is.Empty);
        await AsLeader.Post($"{At(initiative)}/entries", new { text = "Между нами" }).Gives(201);
        Assert.That((await _asCoordinator.GetAsync($"{At(initiative)}/entries").Ok())["items"]!.AsArray(), Is.Empty);
        await _asCoordinator.Post("/api/v1/school-tasks", Set([School], initiative: Guid.NewGuid()))
            .PointsTo("/initiativeId", "school-task.initiative-unknown");
    }

    [Test]
    public async Task What_is_overdue_is_said_to_both_and_what_is_near_once()
    {
        var task = await Given([School], due: 2);
        await Sql.ExecuteAsync("update school_task set set_at = set_at - interval '3 days'");
        await Run<RemindOfDays>(job => job.Run(default));
        Assert.That(await Told(_head), Does.Contain("SchoolTaskDue"));
        await Sql.ExecuteAsync("update school_task_report set due_on = due_on - 5 where task_id = @task", new { task });
        var due = (await _asHead.GetAsync("/api/v1/me/agenda").Ok())["tasks"]!.AsArray().Single(one => (string?)one!["kind"] == "SchoolTaskToReport")!;
        Assert.That((bool)due["overdue"]!, Is.True);
        Assert.That(await Waiting(_asCoordinator), Does.Contain("SchoolTaskOverdue"));
        Assert.That((await _asCoordinator.GetAsync(TaskAt(task, "/school-reports?overdue=true")).Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task It_is_withdrawn_from_whoever_is_not_done_with_it()
    {
        var task = await Given();
        await _asHead.Post(Report(task), new { version = 1, text = "Провели" }).Ok();
        await _asCoordinator.Post(TaskAt(task, $"/school-reports/{await ReportId(task)}/accept"), new { version = 2 }).Ok();
        await _asCoordinator.Post(TaskAt(task, "/withdraw"), new { version = 1, reason = "Отменено" }).Ok();
        await _asCoordinator.Post(TaskAt(task, "/withdraw"), new { version = 2, reason = "Отменено" }).IsProblem(409, "school-task.not-now");
        Assert.That(await Sql.QueryAsync<string>("select status from school_task_report where task_id = @task order by status", new { task }),
            Is.EqualTo(new[] { "Accepted", "Withdrawn" }));
    }
}
