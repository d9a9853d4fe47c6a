using Dapper;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Tutors;

/// <summary>Who reads and writes what is between a tutor and a teacher when a statement forgets to ask.</summary>
public sealed class TutorPolicyTests : TutorTest
{
    static readonly string[] Tables = ["tutor_assignment", "tutor_step", "consultation", "tutor_comment", "tutoring_mark"];

    Guid _tutoring;

    [SetUp]
    public async Task Together()
    {
        _tutoring = await Begun();
        await Tutor.Post($"{At(_tutoring)}/comment", new { text = "Начинаем" }).Gives(201);
        await Tutor.Post($"{At(_tutoring)}/mark", new { subject = "Work", says = "Works" }).Gives(201);
        await Tutor.Post($"{At(_tutoring)}/consultations", new { startsAt = Time.GetUtcNow().AddDays(1), durationMinutes = 30, topic = "Встреча" }).Gives(201);
    }

    async Task<T> With<T>(Func<NpgsqlConnection, Task<T>> work, string permission, Guid? organization = null, Guid? person = null)
    {
        await using var app = await Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await app.ExecuteAsync("""
            select set_config('scope.organizations', @organizations, true), set_config('scope.person', @person, true),
                   set_config('scope.permission', @permission, true)
            """, new { organizations = $"{{{organization}}}", person = $"{person}", permission });
        return await work(app);
    }

    static string Key(string table) => table == "tutor_assignment" ? "id" : "assignment_id";

    async Task<string> Reads(string permission, Guid? organization = null, Guid? person = null) => await With(async app =>
    {
        var seen = new List<string>();
        foreach (var table in Tables)
            if (await app.ExecuteScalarAsync<long>($"select count(*) from {table} where {Key(table)} = @_tutoring", new { _tutoring }) > 0) seen.Add(table);
        return string.Join(' ', seen);
    }, permission, organization, person);

    [Test]
    public async Task Everybody_concerned_reads_it_and_nobody_else()
    {
        var all = string.Join(' ', Tables);
        Assert.That(await Reads("TutoringRead", person: TeacherId), Is.EqualTo(all), "the teacher");
        Assert.That(await Reads("TutoringRead", person: TutorId), Is.EqualTo(all), "the tutor");
        Assert.That(await Reads("TutoringRead", School), Is.EqualTo(all), "who leads the school");
        Assert.That(await Reads("TutorManage", Centre), Is.EqualTo(all), "who runs the tutors");
        Assert.That(await Reads("SupportRead", Centre), Is.Empty, "who works at the body for something else");
        Assert.That(await Reads("StaffRead", School), Is.Empty, "who works at the school for something else");
        Assert.That(await Reads("TutoringRead", await World.School()), Is.Empty);
        Assert.That(await Reads("TutoringRead", person: (await Somebody("Чужая")).Person), Is.Empty);
        Assert.That(await Reads("TutorManage", await Body(kind: "Institute")), Is.Empty);
    }

    [Test]
    public async Task Of_what_is_over_the_tutor_reads_nothing()
    {
        await CentreHead.Post($"{Tutoring_}/{_tutoring}/end", new { version = 2, reason = "Всё" }).Ok();
        Assert.That(await Reads("TutoringRead", person: TutorId), Is.Empty);
        Assert.That(await Reads("TutoringRead", person: TeacherId), Is.EqualTo(string.Join(' ', Tables)));
    }

    [Test]
    public async Task Each_writes_the_own_part_alone()
    {
        async Task<int> Changes(string sql, string permission, Guid? organization = null, Guid? person = null) =>
            await With(app => app.ExecuteAsync(sql, new { _tutoring }), permission, organization, person);
        const string Assignment = "update tutor_assignment set note = 'x' where id = @_tutoring";
        const string Consultation = "update consultation set topic = 'x' where assignment_id = @_tutoring";
        Assert.That(await Changes(Assignment, "TutoringWrite", person: TeacherId), Is.EqualTo(1));
        Assert.That(await Changes(Assignment, "TutorManage", Centre), Is.EqualTo(1));
        Assert.That(await Changes(Assignment, "TutoringWrite", person: TutorId), Is.Zero);
        Assert.That(await Changes(Assignment, "TutoringWrite", School), Is.Zero);
        Assert.That(await Changes(Assignment, "TutoringRead", person: TeacherId), Is.Zero);
        Assert.That(await Changes(Consultation, "TutoringWrite", person: TutorId), Is.EqualTo(1));
        Assert.That(await Changes(Consultation, "TutoringWrite", School), Is.Zero);
        foreach (var table in Tables)
        {
            var delete = $"delete from {table} where {Key(table)} = @_tutoring";
            Assert.That(Assert.ThrowsAsync<PostgresException>(() => Changes(delete, "TutorManage", Centre))!.SqlState, Is.EqualTo("42501"), table);
        }


        Assert.ThrowsAsync<PostgresException>(() => Changes("update tutor_step set reason = 'x' where assignment_id = @_tutoring", "TutorManage", Centre));
    }

    [Test]
    public async Task A_comment_belongs_to_its_assignment_whatever_the_statement_says()
    {
        var (stranger, _) = await Somebody("Чужая");
        const string Add = """
            insert into tutor_comment (region_code, id, assignment_id, organization_id, body_id, person_id, is_open, author_name, side, said, said_at)
            values ('RU-TVE', gen_random_uuid(), @_tutoring, @School, @Centre, @stranger, true, 'x', 'Teacher', 'x', now())
            """;
        var refused = Assert.ThrowsAsync<PostgresException>(() =>
            With(app => app.ExecuteAsync(Add, new { _tutoring, School, Centre, stranger }), "TutoringWrite", person: stranger));
        Assert.That(refused!.SqlState, Is.EqualTo("42501"));
    }

    [Test]
    public async Task The_registry_is_open_to_whoever_runs_it_and_each_tutor_reads_the_own_row()
    {
        Task<long> Seen(string permission, Guid? organization = null, Guid? person = null) =>
            With(app => app.ExecuteScalarAsync<long>("select count(*) from tutor where body_id = @Centre", new { Centre }), permission, organization, person);
        Assert.That((await Seen("TutorManage", Centre), await Seen("TutoringRead", person: TutorId)), Is.EqualTo((1L, 1L)));
        Assert.That((await Seen("SupportRead", Centre), await Seen("TutoringRead", person: TeacherId), await Seen("TutorManage", School)),
            Is.EqualTo((0L, 0L, 0L)));
    }

    [Test]
    public async Task Who_could_be_tutored_is_told_to_whoever_runs_the_tutors_of_that_body_alone()
    {
        await Somebody("Свободная");
        Task<long> Told(string permission, Guid organization) =>
            With(app => app.ExecuteScalarAsync<long>("select count(*) from tutorable(@Centre)", new { Centre }), permission, organization);
        Assert.That(await Told("TutorManage", Centre), Is.GreaterThan(0));
        Assert.That(await Told("TutoringRead", Centre), Is.Zero);
        Assert.That(await Told("TutorManage", await Body(kind: "Institute")), Is.Zero);
    }

    [Test]
    public async Task One_tutor_is_at_work_with_a_teacher_at_a_time()
    {
        var refused = Assert.ThrowsAsync<PostgresException>(() => Sql.ExecuteAsync("""
            insert into tutor_assignment (region_code, id, organization_id, body_id, person_id, person_name, tutor_id, tutor_name, status, changed_at,
                changed_by, created_at)
            select region_code, gen_random_uuid(), organization_id, body_id, person_id, person_name, tutor_id, tutor_name, 'Active', now(), 'x', now()
              from tutor_assignment where id = @_tutoring
            """, new { _tutoring }));
        Assert.That(refused!.ConstraintName, Is.EqualTo("tutor_assignment_one_active"));
    }
}
