using System.Text;
using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Region.HelpDesk;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.HelpDesk;

/// <summary>A question goes on with all that was said; who had it reads no more. Also when a statement forgets to ask.</summary>
[Covers(nameof(RedirectHelpRequest), nameof(ListHelpTargets))]
public sealed class RedirectHelpRequestTests : HelpDeskTest
{
    Guid _institute;
    HttpClient _expert = null!;

    [SetUp]
    public async Task AnotherBody()
    {
        _institute = await Body(kind: "Institute");
        _expert = await As(Role.Expert, _institute);
        await (await As(Role.CentreHead, _institute)).Post(Links(_institute), Opening([School], ["courses"])).Ok();
    }

    async Task<T> With<T>(Func<NpgsqlConnection, Task<T>> work, Guid? organization = null, Guid? person = null, string permission = "HelpDesk")
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.permission', @permission, true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", permission });
        return await work(app);
    }

    async Task<(int Requests, int Entries, int Files)> Seen(Guid id, Guid? organization = null, Guid? person = null, string permission = "HelpDesk") =>
        await With(app => app.QuerySingleAsync<(int, int, int)>("""
            select (select count(*)::int from help_request where id = @id), (select count(*)::int from help_entry where request_id = @id),
                   (select count(*)::int from stored_file where kind = 'Help')
            """, new { id }), organization, person, permission);

    [Test]
    public async Task The_other_body_gets_all_and_the_former_one_keeps_its_own_notes()
    {
        var id = await Asked();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("План урока")), "file", "plan.txt" } };
        await Asker.PostAsync(Help(id, "/files"), form).Gives(201);
        await Methodologist.Post(Help(id, "/entries"), new { text = "Не наше", @internal = true }).Gives(201);
        Assert.That(await Seen(id, Centre), Is.EqualTo((1, 2, 1)));
        Assert.That(await Seen(id, person: Teacher), Is.EqualTo((1, 1, 1)));
        Assert.That(await Seen(id, School), Is.EqualTo((0, 0, 0)), "not let see it");
        Assert.That(await Seen(id, Centre, permission: "StaffRead"), Is.EqualTo((0, 0, 0)), "by a right of another kind");
        Assert.That(await Seen(id), Is.EqualTo((0, 0, 0)));

        var targets = (await Methodologist.GetAsync(Help(id, "/targets")).Ok()).AsArray().Select(offer => (Guid)offer!["bodyId"]!).ToList();
        Assert.That(targets, Does.Contain(_institute).And.Not.Contain(Centre));
        await Methodologist.Post(Help(id, "/redirect"), new { version = 1, bodyId = Centre, text = "Себе" }).PointsTo("/bodyId", "help.body-not-offered");
        await Step(Methodologist, id, "redirect", new { bodyId = _institute, text = "Это к институту" })
            .ContinueWith(done => Assert.That((string?)done.Result["status"], Is.EqualTo("Asked")));

        await Methodologist.GetAsync(Help(id)).IsProblem(404, "not-found");
        Assert.That(await Seen(id, Centre), Is.EqualTo((0, 2, 0)), "its own note and that it passed the question on");
        Assert.That(await Seen(id, _institute), Is.EqualTo((1, 2, 1)));
        var read = await Read(_expert, id);
        Assert.That(read["entries"]!.AsArray().Select(entry => (string?)entry!["kind"]), Is.EqualTo(new[] { "File", "Step" }));
        Assert.That(await Told(AskerAccount), Does.Contain("HelpRedirected"));
        var sums = await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/help-load?since={Today.AddDays(-1):O}").Ok();
        Assert.That(((int)sums["asked"]!, (int)sums["passed"]!), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task Nobody_writes_into_what_is_not_theirs()
    {
        var id = await Asked(schoolSees: true);
        const string change = "update help_request set subject = 'x' where id = @id";
        Assert.That(await With(app => app.ExecuteAsync(change, new { id }), await World.School()), Is.Zero);
        Assert.That(await With(app => app.ExecuteAsync(change, new { id }), person: await World.Teacher(School)), Is.Zero);
        const string pass = "select help_pass(@id, @to, current_date, now())";
        Assert.That(await With(app => app.ExecuteScalarAsync<int>(pass, new { id, to = _institute }), School), Is.Zero);
        Assert.That(await Seen(id, School), Is.EqualTo((1, 0, 0)), "let see it");
        Assert.ThrowsAsync<PostgresException>(() => With(app => app.ExecuteAsync("delete from help_request"), Centre));
    }

    [Test]
    public async Task A_term_that_runs_out_is_told_to_the_head_and_later_to_the_region()
    {
        var id = await Asked();
        await Run<EscalateHelp>(job => job.Run(default));
        Assert.That((await Read(Asker, id))["escalatedAt"], Is.Null);
        await Sql.ExecuteAsync("update help_request set due_on = @day where id = @id", new { id, day = Today.AddDays(-1) });
        foreach (var _ in Enumerable.Range(0, 2)) await Run<EscalateHelp>(job => job.Run(default));
        Assert.That((await Told(CentreAccount)).Count(kind => kind == "HelpOverdue"), Is.EqualTo(1));
        var coordinator = await World.Account(Role.RegionalCoordinator, World.Region);
        await Sql.ExecuteAsync("update help_request set report_on = @day where id = @id", new { id, day = Today.AddDays(-1) });
        foreach (var _ in Enumerable.Range(0, 2)) await Run<EscalateHelp>(job => job.Run(default));
        Assert.That(await Told(coordinator), Is.EqualTo(new[] { "HelpEscalated" }));
        Assert.That((await Read(Asker, id))["entries"]!.AsArray().Select(entry => (string?)entry!["step"]), Is.EqualTo(new[] { "Escalate" }));
    }

    [Test]
    public async Task A_body_that_ends_leaves_no_question_open()
    {
        var id = await Asked();
        await Coordinator.Post($"/api/v1/organizations/{Centre}/end",
            new { version = 1, how = "Closed", on = $"{Today:O}", successorIds = Array.Empty<Guid>() }).Ok();
        await Sql.ExecuteAsync("update organization_handover set asked_at = asked_at - interval '1 hour' where organization_id = @Centre", new { Centre });
        await Run<SettleOrganization>(job => job.Run(default));
        Assert.That((string?)(await Read(Asker, id))["status"], Is.EqualTo("Withdrawn"));
        Assert.That(await Told(AskerAccount), Does.Contain("HelpWithdrawn"));
    }
}
