using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.School.Impact;

/// <summary>Who reads answers and sums when a statement forgets to ask.</summary>
public sealed class ImpactPolicyTests : ImpactTest
{
    async Task<T> With<T>(Func<NpgsqlConnection, Task<T>> work, Guid? organization = null, Guid? person = null, Guid? program = null,
        string permission = "ImpactRead")
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.programs', @programs, true), set_config('scope.permission', @permission, true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", programs = $"{{{program}}}", permission });
        return await work(app);
    }

    Task<long> Rows(string table, Guid? organization = null, Guid? person = null, Guid? program = null, string permission = "ImpactRead") =>
        With(app => app.ExecuteScalarAsync<long>($"select count(*) from {table}"), organization, person, program, permission);

    [Test]
    public async Task Answers_are_their_authors_until_shared_and_that_they_were_given_is_the_pairs_and_the_schools()
    {
        await Term(10, 200);
        await Sent(Mentee, "Mentee", "Before", 3);
        Assert.That(await Rows("impact_answer", person: School.Mentee), Is.EqualTo(1));
        Assert.That(await Rows("impact_answer", School.Id), Is.Zero);
        Assert.That(await Rows("impact_answer", person: School.Mentor, program: Program), Is.Zero);
        Assert.That(await Rows("impact_measure", School.Id), Is.EqualTo(1));
        Assert.That(await Rows("impact_measure", person: School.Mentor, program: Program), Is.EqualTo(1));
        Assert.That(await Rows("impact_measure", School.Id, permission: "ProgramRead"), Is.Zero);
        Assert.That(await Rows("impact_measure", await World.School()), Is.Zero);
        await Mentee.Post(At("/Before/share"), new { version = 2, shared = true }).Ok();
        Assert.That(await Rows("impact_answer", School.Id), Is.EqualTo(1));
        Assert.That(await Rows("impact_answer", person: School.Mentor, program: Program), Is.EqualTo(1));
        Assert.That(await Rows("impact_answer", person: School.Mentor, program: Program, permission: "ProgramRead"), Is.Zero);
        foreach (var (organization, person) in new[] { (School.Id, Guid.Empty), (Guid.Empty, School.Mentor) })
            Assert.That(await With(app => app.ExecuteAsync("update impact_answer set shared = false"), organization, person, Program, "ImpactTake"), Is.Zero);
    }

    [Test]
    public async Task Sums_are_made_for_the_school_in_scope_alone()
    {
        await Pair(Mentee, "Mentee", 3, 4);
        const string Sums = "select count(*) from impact_sums(@Id, extract(year from now() - interval '8 months')::int)";
        Task<long> Count(Guid? organization, string permission = "ImpactRead") =>
            With(app => app.ExecuteScalarAsync<long>(Sums, new { School.Id }), organization, permission: permission);
        Assert.That(await Count(School.Id), Is.GreaterThan(0));
        Assert.That(await Count(await World.School()), Is.Zero);
        Assert.That(await Count(School.Id, "ProgramRead"), Is.Zero);
    }

    [Test]
    public async Task What_the_school_says_of_itself_and_adaptation_are_not_for_everybody()
    {
        await Term(100, 100);
        await Mentor.Put($"{Path}/{Program}/adaptations/{School.Mentee}", new { version = 0, adaptedOn = Today }).Ok();
        Assert.That(await Rows("adaptation", School.Id), Is.EqualTo(1));
        Assert.That(await Rows("adaptation", School.Id, permission: "ProgramRead"), Is.Zero);
        Assert.That(await With(app => app.ExecuteAsync("update adaptation set days = 0"), School.Id), Is.Zero);
        await Sql.ExecuteAsync("""
            insert into school_impact (region_code, organization_id, school_year, moment, edition, answers, scores, taken_on, said_by_name)
            select region_code, id, 2025, 'Before', 1, '{}', '{}', '2025-09-01', 'x' from organization where id = @Id
            """, new { School.Id });
        Assert.That(await Rows("school_impact", School.Id), Is.EqualTo(1));
        Assert.That(await Rows("school_impact", await World.School()), Is.Zero);
        Assert.That(await With(app => app.ExecuteAsync("update school_impact set edition = 2"), School.Id), Is.Zero);
    }
}
