using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Platform;

/// <summary>What a query finds that forgot every predicate: only what the caller's scope holds.</summary>
public sealed class RowScopeTests : ProgramTest
{
    /// <summary>Tables of schools and people; each must hold rows for the test to mean anything.</summary>
    static readonly string[] Internal =
    [
        "program", "program_participant", "program_goal", "roadmap_activity", "consent", "program_approval", "program_evaluation",
        "meeting", "meeting_note", "audit_entry", "employment", "person",
    ];

    Guid _program;

    [OneTimeSetUp]
    public async Task FillEveryTable()
    {
        _program = await Active();
        var meeting = await HeldMeeting(_program);
        await Mentor.Put($"/api/v1/meetings/{meeting}/note", new { text = "Между нами" }).Ok();
        await Evaluate(_program);
    }

    /// <summary>The number of rows of each table that the API's role sees with this scope.</summary>
    async Task<Dictionary<string, long>> Seen(Guid? organization = null, Guid? program = null)
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("select set_config('scope.organizations', @organizations, true), set_config('scope.programs', @programs, true)",
            new { organizations = $"{{{organization}}}", programs = $"{{{program}}}" });
        var seen = new Dictionary<string, long>();
        foreach (var table in Internal) seen[table] = await app.ExecuteScalarAsync<long>($"select count(*) from {table}");
        return seen;
    }

    [Test]
    public async Task There_is_something_to_be_seen_in_every_table()
    {
        foreach (var table in Internal) Assert.That(await Sql.ExecuteScalarAsync<long>($"select count(*) from {table}"), Is.GreaterThan(0), table);
    }

    [Test]
    public async Task Without_a_scope_nothing_is_seen() => Assert.That((await Seen()).Values, Is.All.Zero);

    [Test]
    public async Task Another_school_sees_nothing() => Assert.That((await Seen(organization: await World.School())).Values, Is.All.Zero);

    [Test]
    public async Task The_school_sees_its_rows_but_the_notes_of_the_pair()
    {
        var seen = await Seen(organization: School.Id);
        Assert.That(seen.Where(table => table.Value == 0).Select(table => table.Key), Is.EqualTo(new[] { "meeting_note" }));
    }

    [Test]
    public async Task A_participant_sees_the_program_and_no_other_person()
    {
        var seen = await Seen(program: _program);
        Assert.That(seen.Where(table => table.Value == 0).Select(table => table.Key), Is.EquivalentTo(new[] { "employment", "person" }));
    }

    [Test]
    public async Task Nobody_writes_into_another_school()
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        Assert.That(await app.ExecuteAsync("update program set title = 'x'"), Is.Zero);
        Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync("update audit_entry set caller = 'x'"));
        Assert.ThrowsAsync<PostgresException>(() => app.ExecuteAsync("delete from audit_entry"));
    }

    [Test]
    public async Task Participants_list_their_own_programs_alone()
    {
        var third = await World.Teacher(School.Id, "Третьякова");
        await Draft(p => p["participants"]![1]!["personId"] = third);
        var mine = (await Mentee.GetAsync(Path).Ok())["items"]!.AsArray();
        Assert.That(mine.Select(p => (Guid)p!["id"]!), Is.EqualTo(new[] { _program }));
    }
}
