using Dapper;
using Mentoring.Api.Features.Region.Diagnosis;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Diagnosis;

[Covers(nameof(ShareDiagnosis))]
public sealed class ShareDiagnosisTests : DiagnosisTest
{
    [Test]
    public async Task The_schools_head_reads_it_when_the_teacher_says_so_and_no_longer_when_it_is_taken_back()
    {
        var (id, head) = (await Done(), await As(Role.Head, School));
        await head.GetAsync(At(id)).IsProblem(404, "not-found");
        await Share(id, [], [School]);
        var seen = await head.GetAsync(At(id)).Ok();
        Assert.That((seen["areas"]!.AsArray().Count, seen["readers"]!.AsArray().Count), Is.EqualTo((9, 0)));
        Assert.That((await head.GetAsync("/api/v1/diagnoses?view=Shared").Ok())["items"]!.AsArray(), Has.Count.EqualTo(1));
        await (await As(Role.Head, await World.School())).GetAsync(At(id)).IsProblem(404, "not-found");
        await Share(id, [], []);
        await head.GetAsync(At(id)).IsProblem(404, "not-found");
    }

    [Test]
    public async Task A_person_is_named_reads_and_is_told()
    {
        var id = await Done();
        await Share(id, [Expert], []);
        Assert.That((await AsExpert.GetAsync(At(id)).Ok())["areas"]!.AsArray(), Has.Count.EqualTo(9));
        await AsExpert.Put(At(id, "/readers"), new { version = 4, personIds = Array.Empty<Guid>(), organizationIds = Array.Empty<Guid>() })
            .IsProblem(404, "not-found");
        await Run<OutboxDrain>(drain => drain.Run(default));
        var told = await AsExpert.GetAsync("/api/v1/me/notifications").Ok();
        Assert.That(told["items"]!.AsArray().Select(item => (string?)item!["kind"]), Is.EqualTo(new[] { "DiagnosisShared" }));
    }

    [Test]
    public async Task Strangers_and_drafts_are_not_shared()
    {
        var draft = await Begun();
        await AsTeacher.Put(At(draft, "/readers"), new { version = 1, personIds = new[] { Expert }, organizationIds = Array.Empty<Guid>() })
            .IsProblem(409, "diagnosis.share-done");
        await Fill(AsTeacher, draft);
        await AsTeacher.Put(At(draft, "/readers"), new { version = 3, personIds = new[] { Guid.NewGuid() }, organizationIds = Array.Empty<Guid>() })
            .IsProblem(400, "diagnosis.reader");
        await AsTeacher.Put(At(draft, "/readers"), new { version = 3, personIds = Array.Empty<Guid>(), organizationIds = new[] { Guid.NewGuid() } })
            .IsProblem(400, "diagnosis.reader-organization");
    }

    async Task<(int Diagnoses, int Levels)> Seen(Guid? person = null, Guid? organization = null, string permission = "DiagnosisRead")
    {
        await using var app = await Scoped(person, organization, permission);
        return await app.QuerySingleAsync<(int, int)>("""
            select (select count(*)::int from diagnosis where person_id = @Teacher), (select count(*)::int from diagnosis_area where person_id = @Teacher)
            """, new { Teacher });
    }

    async Task<NpgsqlConnection> Scoped(Guid? person, Guid? organization, string permission)
    {
        var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, false), set_config('scope.person', @person, false),
                   set_config('scope.permission', @permission, false)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", permission });
        return app;
    }

    [Test]
    public async Task The_database_itself_closes_it_to_whom_the_teacher_has_not_named()
    {
        var id = await Done();
        Assert.That(await Seen(Teacher), Is.EqualTo((1, 9)));
        Assert.That(await Seen(Expert, School), Is.EqualTo((0, 0)), "neither the school nor the expert is named");
        await Share(id, [Expert], [School]);
        Assert.That(await Seen(Expert), Is.EqualTo((1, 9)));
        Assert.That(await Seen(null, School), Is.EqualTo((1, 9)));
        Assert.That(await Seen(null, School, "ProgramRead"), Is.EqualTo((0, 0)), "whoever may not read diagnoses there");
        Assert.That(await Seen(null, Centre), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task The_database_lets_readers_write_nothing()
    {
        var id = await Done();
        await Share(id, [Expert], [School]);
        await using var app = await Scoped(Expert, School, "DiagnosisRead");
        Assert.That(await app.ExecuteAsync("update diagnosis set status = 'Draft' where id = @id", new { id }), Is.Zero);
        Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync("update diagnosis_area set level = 0 where diagnosis_id = @id", new { id }));
        Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync("""
            insert into diagnosis_area select region_code, diagnosis_id, 'more', 1, rests_on, person_id, reader_ids, reader_organization_ids
              from diagnosis_area where diagnosis_id = @id limit 1
            """, new { id }));
    }
}
