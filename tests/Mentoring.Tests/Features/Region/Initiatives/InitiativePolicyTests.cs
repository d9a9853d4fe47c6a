using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Initiatives;

/// <summary>Who reads and writes initiatives and tasks for schools when a statement forgets to ask.</summary>
public sealed class InitiativePolicyTests : InitiativesTest
{
    static readonly string[] Inner = ["initiative_member", "initiative_entry", "initiative_task", "initiative_meeting", "initiative_file"];

    async Task<T> With<T>(
        Func<NpgsqlConnection, Task<T>> work, Guid? person = null, Guid? organization = null, string permission = "InitiativeWork", string territory = "",
        string region = "")
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.permission', @permission, true), set_config('scope.territories', @territories, true),
                   set_config('scope.regions', @regions, true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", permission, territories = $"{{{territory}}}", regions = $"{{{region}}}" });
        return await work(app);
    }

    async Task<string> Reads(
        Guid id, Guid? person = null, Guid? organization = null, string permission = "InitiativeWork", string territory = "", string region = "") =>
        await With(async app =>
        {
            var seen = new List<string>();
            if (await app.ExecuteScalarAsync<long>("select count(*) from initiative where id = @id", new { id }) > 0) seen.Add("initiative");
            foreach (var table in Inner)
                if (await app.ExecuteScalarAsync<long>($"select count(*) from {table} where initiative_id = @id", new { id }) > 0) seen.Add(table);
            return string.Join(' ', seen);
        }, person, organization, permission, territory, region);

    async Task<Guid> Filled(object? card = null)
    {
        var id = await Together(card);
        await AsLeader.Post(At(id, "/entries"), new { text = "С чего начнём?" }).Gives(201);
        await TaskIn(AsLeader, id);
        await Bring(AsLeader, id).Gives(201);
        await AsLeader.Post(At(id, "/meetings"), new { startsAt = Time.GetUtcNow().AddDays(1), durationMinutes = 30, topic = "Встреча" }).Gives(201);
        return id;
    }

    [Test]
    public async Task Members_read_all_of_it_and_others_within_the_scope_the_card_alone()
    {
        var id = await Filled();
        var all = $"initiative {string.Join(' ', Inner)}";
        var stranger = await World.Teacher(School, "Чужая");
        var far = await World.School("05701000", World.OtherRegion);
        Assert.That(await Reads(id, Leader, School), Is.EqualTo(all));
        Assert.That(await Reads(id, Joiner), Is.EqualTo(all), "wherever the member works");
        Assert.That(await Reads(id, stranger, School), Is.EqualTo("initiative"));
        Assert.That(await Reads(id, permission: "InitiativeRead", territory: World.Municipality), Is.EqualTo("initiative"), "the town");
        Assert.That(await Reads(id, permission: "InitiativeRead", region: World.Region), Is.EqualTo("initiative"), "the region");
        Assert.That(await Reads(id, permission: "SchoolTaskSet", region: World.Region), Is.EqualTo("initiative"));
        Assert.That(await Reads(id, stranger, School, "StaffRead"), Is.Empty, "by another right");
        Assert.That(await Reads(id, null, far), Is.Empty);
        Assert.That(await Reads(id, permission: "InitiativeRead", region: World.OtherRegion), Is.Empty);
        await AsJoiner.Post(At(id, "/leave"), new { }).Ok();
        Assert.That(await Reads(id, Joiner, Neighbour), Is.EqualTo("initiative initiative_member"), "who has left reads the own row alone");
    }

    [Test]
    public async Task One_by_invitation_is_nobodys_else()
    {
        var id = await Found(Card(byInvitation: true, scope: "Country"));
        Assert.That(await Reads(id, Joiner, Neighbour), Is.Empty);
        Assert.That(await Reads(id, permission: "InitiativeRead", region: World.Region), Is.Empty);
    }

    [Test]
    public async Task Nobody_lets_themselves_in_or_writes_in_anothers_name()
    {
        var (id, stranger) = (await Filled(), await World.Teacher(School, "Чужая"));
        Task<int> Run(string sql, Guid person) => With(app => app.ExecuteAsync(sql, new { id, person, School }), person, School);
        const string Join = """
            insert into initiative_member (region_code, id, initiative_id, person_id, person_name, organization_id, status, asked_at)
            select region_code, gen_random_uuid(), id, @person, 'x', @School, '{0}', now() from initiative where id = @id
            """;
        Assert.That(Refused(() => Run(Join.Replace("{0}", "In", StringComparison.Ordinal), stranger)), Is.EqualTo("42501"));
        Assert.That(Refused(() => Run(Join.Replace("{0}", "Invited", StringComparison.Ordinal), stranger)), Is.EqualTo("42501"));
        await With(async app =>
        {
            await app.ExecuteAsync(Join.Replace("{0}", "Asked", StringComparison.Ordinal), new { id, person = stranger, School });
            Assert.That(Refused(() => app.ExecuteAsync("update initiative_member set status = 'In' where person_id = @stranger", new { stranger })),
                Is.EqualTo("42501"));
            return 0;
        }, stranger, School);
        const string Say = """
            insert into initiative_entry (region_code, id, initiative_id, text, author_id, author_name, written_at)
            select region_code, gen_random_uuid(), id, 'x', leader_id, 'x', now() from initiative where id = @id
            """;
        Assert.That(Refused(() => Run(Say, Joiner)), Is.EqualTo("42501"));
        Assert.That(await Run("update initiative set title = 'x' where id = @id", Joiner), Is.Zero, "the leader alone");
        Assert.That(await Run("update initiative_task set title = 'x' where initiative_id = @id", stranger), Is.Zero);
        foreach (var table in Inner.Except(["initiative_file"]).Append("initiative"))
            Assert.That(Refused(() => Run($"delete from {table}", Leader)), Is.EqualTo("42501"), table);
    }

    [Test]
    public async Task A_report_is_read_by_its_school_and_by_whoever_set_the_task()
    {
        var coordinator = await As(Mentoring.Api.Platform.Role.MunicipalCoordinator, World.Municipality);
        var id = await Together();
        var task = (Guid)(await coordinator.Post("/api/v1/school-tasks", new
        {
            territoryCode = World.Municipality, organizationIds = new[] { School }, title = "Декада", text = "Сообщите", dueOn = $"{Today.AddDays(5):O}",
            initiativeId = id,
        }).Gives(201))["id"]!;
        async Task<(long Task, long Report)> Seen(Guid? person = null, Guid? organization = null, string permission = "SchoolTaskReport", string territory = "",
            string region = "") => await With(async app => (
                await app.ExecuteScalarAsync<long>("select count(*) from school_task where id = @task", new { task }),
                await app.ExecuteScalarAsync<long>("select count(*) from school_task_report where task_id = @task", new { task })),
            person, organization, permission, territory, region);
        Assert.That(await Seen(organization: School), Is.EqualTo((1L, 1L)), "the school");
        Assert.That(await Seen(permission: "SchoolTaskSet", territory: World.Municipality), Is.EqualTo((1L, 1L)), "who set it");
        Assert.That(await Seen(person: Joiner, permission: "InitiativeRead"), Is.EqualTo((1L, 0L)), "a member of its initiative");
        Assert.That(await Seen(organization: Neighbour), Is.EqualTo((0L, 0L)));
        Assert.That(await Seen(organization: School, permission: "InitiativeWork"), Is.EqualTo((0L, 0L)), "who works at the school");
        Assert.That(await Seen(permission: "SchoolTaskSet", region: World.Region), Is.EqualTo((0L, 0L)), "the region did not set it");
        Task<int> Change(string status, Guid organization) => With(app => app.ExecuteAsync(
            "update school_task_report set status = @status, text = 'x' where task_id = @task", new { task, status }), null, organization, "SchoolTaskReport");
        Assert.That(await Change("Reported", School), Is.EqualTo(1));
        Assert.That(await Change("Reported", Neighbour), Is.Zero);
        Assert.That(Refused(() => Change("Accepted", School)), Is.EqualTo("42501"), "nobody accepts the own report");
    }

    static string? Refused(Func<Task> work) => Assert.ThrowsAsync<PostgresException>(() => work())!.SqlState;
}
