using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.School.PupilResults;

/// <summary>Who reads and writes figures when a statement forgets to ask, and what the database holds whoever writes.</summary>
public sealed class PupilResultPolicyTests : PupilResultsTest
{
    async Task<T> With<T>(Func<NpgsqlConnection, Task<T>> work, Guid? organization = null, Guid? person = null, Guid? account = null,
        string permission = "PupilResultRead")
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.account', @account, true), set_config('scope.permission', @permission, true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", account = $"{account}", permission });
        return await work(app);
    }

    Task<long> Rows(Guid? organization = null, Guid? person = null, string permission = "PupilResultRead") =>
        With(app => app.ExecuteScalarAsync<long>("select (select count(*) from pupil_result) + (select count(*) from pupil_result_change)"),
            organization, person, permission: permission);

    Task<int> Write(Guid? organization = null, Guid? person = null, Guid? account = null, string permission = "PupilResultWrite") =>
        With(app => app.ExecuteAsync("update pupil_result set successful = 1"), organization, person, account, permission);

    [Test]
    public async Task Rows_are_read_by_the_school_with_the_right_the_teacher_and_the_mentor_of_a_running_program()
    {
        var id = await Entered(Mentee);
        await Correct(Curator, id, 1, Figure(26, 21)).Ok();
        Assert.That(await Rows(School.Id), Is.EqualTo(2));
        Assert.That(await Rows(School.Id, permission: "ProgramRead"), Is.Zero);
        Assert.That(await Rows(School.Id, permission: "PupilResultImport"), Is.Zero);
        Assert.That(await Rows(await World.School()), Is.Zero);
        Assert.That(await Rows(person: School.Mentee), Is.EqualTo(2));
        Assert.That(await Rows(person: School.Mentor), Is.Zero);
        await Active();
        Assert.That(await Rows(person: School.Mentor), Is.EqualTo(2));
        Assert.That(await Rows(person: await World.Teacher(School.Id)), Is.Zero, "a colleague");
        await EndRunning();
        Assert.That(await Rows(person: School.Mentor), Is.Zero);
    }

    [Test]
    public async Task A_teacher_writes_the_own_word_alone()
    {
        var id = await Entered(Mentee);
        Assert.That(await Write(person: School.Mentee, account: School.MenteeAccount), Is.EqualTo(1));
        Assert.That(await Write(person: School.Mentor, account: School.MentorAccount), Is.Zero);
        Assert.That(await Write(School.Id), Is.EqualTo(1));
        Assert.That(await Write(School.Id, permission: "PupilResultRead"), Is.Zero);
        await Correct(Curator, id, 1, Figure(26, 21)).Ok();
        Assert.That(await Write(person: School.Mentee, account: School.MenteeAccount), Is.Zero);
        Assert.ThrowsAsync<PostgresException>(() => With(app => app.ExecuteAsync("delete from pupil_result"), School.Id, permission: "PupilResultWrite"));
    }

    [TestCase("successful = 27", "pupil_result_counts")]
    [TestCase("grade = 9", "pupil_result_grade")]
    [TestCase("term = 'Year'", "pupil_result_parts")]
    [TestCase("counted_on = make_date(school_year, 8, 31)", "pupil_result_year")]
    public async Task The_database_holds_what_figures_must_be(string change, string constraint)
    {
        await Entered();
        var refused = Assert.ThrowsAsync<PostgresException>(() => Sql.ExecuteAsync($"update pupil_result set {change}"));
        Assert.That(refused!.ConstraintName, Is.EqualTo(constraint));
    }
}
