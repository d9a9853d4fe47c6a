using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.Region.Initiatives;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Initiatives;

/// <summary>What members bring, and who reads it.</summary>
[Covers(nameof(AddInitiativeFile), nameof(GetInitiativeFile), nameof(RemoveInitiativeFile))]
public sealed class InitiativeFileTests : InitiativesTest
{
    static readonly long Size = System.Text.Encoding.UTF8.GetByteCount("План группы");

    static string Of(Guid initiative, Guid file) => At(initiative, $"/files/{file}");

    static async Task<Guid> Brought(HttpClient who, Guid initiative) => (Guid)(await Bring(who, initiative).Gives(201))["id"]!;

    async Task<(long Rows, long Files)> Seen(Guid person, string account = "", Guid? organization = null)
    {
        await using var app = await Scoped(person, account, organization);
        return await app.QuerySingleAsync<(long, long)>(
            "select (select count(*) from initiative_file), (select count(*) from stored_file where kind = 'Initiative')");
    }

    async Task<NpgsqlConnection> Scoped(Guid person, string account = "", Guid? organization = null)
    {
        var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.person', @person, false), set_config('scope.permission', 'InitiativeWork', false),
                   set_config('scope.account', @account, false), set_config('scope.organizations', @organizations, false)
            """, new { person = $"{person}", account, organizations = $"{{{organization}}}" });
        return app;
    }

    async Task<(long Bytes, int Files)> Counted(Guid place) => await Sql.QuerySingleOrDefaultAsync<(long, int)>(
        "select bytes, files from storage_usage where organization_id = @place and owner = 'Kind' and owner_id = 'Initiative'", new { place });

    [SetUp]
    public Task NoFiles() => Sql.ExecuteAsync("delete from stored_file where kind = 'Initiative'");

    [Test]
    public async Task Members_bring_and_read_files_and_nobody_else_does()
    {
        var id = await Together();
        var file = await Brought(AsJoiner, id);
        Assert.That(await Told(LeaderAccount), Does.Contain("InitiativeFileBrought"));
        var listed = (await Read(AsLeader, id))["files"]!.AsArray().Single()!;
        Assert.That(((string?)listed["name"], (bool)listed["mayRemove"]!, (string?)listed["addedByName"]),
            Is.EqualTo(("план.txt", true, (string?)(await Read(AsLeader, id))["people"]![1]!["personName"])));
        var served = await AsLeader.GetAsync(Of(id, file));
        Assert.That(await served.Content.ReadAsStringAsync(), Is.EqualTo("План группы"));
        Assert.That(served.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));

        var stranger = await Colleague(School);
        Assert.That((await Read(stranger, id))["files"]!.AsArray(), Is.Empty);
        await stranger.GetAsync(Of(id, file)).IsProblem(404, "not-found");
        await Bring(stranger, id).IsProblem(403, "initiative.members-only");
        await (await As(Mentoring.Api.Platform.Role.MunicipalCoordinator, World.Municipality)).GetAsync(Of(id, file)).IsProblem(404, "not-found");
        Assert.That((await Seen(Leader), await Seen(Joiner), await Seen(await World.Teacher(School, "Чужая"), organization: School)),
            Is.EqualTo(((1L, 1L), (1L, 1L), (0L, 0L))));

        await AsJoiner.Post(At(id, "/leave"), new { }).Ok();
        await AsJoiner.GetAsync(Of(id, file)).IsProblem(404, "not-found");
        await AsJoiner.DeleteAsync(Of(id, file)).IsProblem(404, "not-found");
        Assert.That(await Seen(Joiner), Is.EqualTo((0L, 0L)));
        Assert.That((await Read(AsLeader, id))["files"]!.AsArray(), Has.Count.EqualTo(1), "what was brought stays");
    }

    [Test]
    public async Task Whoever_brought_it_takes_it_away_or_the_leader_and_no_other_member()
    {
        var id = await Together();
        var (own, other) = (await Brought(AsJoiner, id), await Brought(AsLeader, id));
        await AsJoiner.DeleteAsync(Of(id, other)).IsProblem(403, "initiative.file-others");
        await using (var app = await Scoped(Joiner))
        {
            Assert.That(await app.ExecuteAsync("delete from initiative_file where id = @other", new { other }), Is.Zero);
            Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync("delete from stored_file"));
            await app.ExecuteAsync("select initiative_file_drop(region_code, file_id) from initiative_file");
        }

        Assert.That(await Counted(School), Is.EqualTo((2 * Size, 2)), "what is named stays");
        await AsJoiner.DeleteAsync(Of(id, own)).Ok();
        await AsLeader.DeleteAsync(Of(id, own)).IsProblem(404, "not-found");
        await AsLeader.Post(At(id, "/close"), new { version = await Version(AsLeader, id), reason = "Собрали" }).Ok();
        await Bring(AsLeader, id).IsProblem(409, "initiative.not-now");
        Assert.That((int)(await AsJoiner.GetAsync(Of(id, other))).StatusCode, Is.EqualTo(200), "what is over is read on");
        await AsLeader.DeleteAsync(Of(id, other)).Ok();
        Assert.That(await Counted(School), Is.EqualTo((0L, 0)));
    }

    [Test]
    public async Task It_takes_room_where_the_initiative_is_at_home_and_is_refused_where_that_is_full()
    {
        var id = await Together();
        await Brought(AsJoiner, id);
        Assert.That((await Counted(School), await Counted(Neighbour)), Is.EqualTo(((Size, 1), (0L, 0))));
        await Sql.ExecuteAsync("""
            insert into storage_quota (region_code, organization_id, bytes, set_by, set_at)
            select region_code, id, 30, 'x', now() from organization where id = @School
            """, new { School });
        await Bring(AsJoiner, id).IsProblem(413, "storage.organization-full");
        await Bring(AsJoiner, id, "план.exe").IsProblem(400, "file.type");
        Assert.That((await Read(AsLeader, id))["files"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task There_are_a_hundred_at_most()
    {
        var id = await Together();
        await Brought(AsLeader, id);
        await Sql.ExecuteAsync("""
            insert into initiative_file (region_code, id, initiative_id, file_id, name, size, added_at, added_by, added_by_name)
            select region_code, gen_random_uuid(), initiative_id, file_id, name, size, added_at, added_by, added_by_name
              from initiative_file cross join generate_series(1, 99)
            """);
        await Bring(AsLeader, id).IsProblem(409, "initiative.files-many");
    }

    [Test]
    public async Task Whoever_leaves_work_reads_it_no_longer_and_what_was_brought_stays()
    {
        var id = await Together();
        await Brought(AsJoiner, id);
        await Sql.ExecuteAsync("update employment set ended_on = @day where person_id = @Joiner", new { day = Today.AddDays(-20), Joiner });
        await Run<FollowDepartures>(job => job.Run(default));
        Assert.That((await Seen(Joiner), await Seen(Leader)), Is.EqualTo(((0L, 0L), (1L, 1L))));
        Assert.That((await Read(AsLeader, id))["files"]!.AsArray(), Has.Count.EqualTo(1));
    }
}
