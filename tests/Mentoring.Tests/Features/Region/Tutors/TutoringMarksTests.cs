using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Region.Tutors;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Tests.Features.Region.Tutors;

/// <summary>What a tutor and the teacher's school each say, where they differ, and how they settle it.</summary>
[Covers(nameof(MarkTutoring), nameof(ListTutoringDifferences))]
public sealed class TutoringMarksTests : TutorTest
{
    Guid _tutoring;
    Guid _curatorAccount;
    HttpClient _curator = null!;

    [SetUp]
    public async Task Together()
    {
        _curatorAccount = await World.Account(Role.Curator, School);
        (_tutoring, _curator) = (await Begun(), As(_curatorAccount));
    }

    Task<HttpResponseMessage> Mark(HttpClient who, string subject, string says, string? words = null) =>
        who.Post($"{At(_tutoring)}/mark", new { subject, says, words });

    async Task<JsonArray> Differences(HttpClient who, Guid? school = null) =>
        (await who.GetAsync($"/api/v1/tutoring-differences{(school is { } id ? $"?organizationId={id}" : "")}").Ok())["items"]!.AsArray();

    async Task<JsonNode> Said(HttpClient who, string subject) =>
        (await Read(who, _tutoring))["said"]!.AsArray().Single(one => (string?)one!["subject"] == subject)!;

    [Test]
    public async Task The_schools_rows_speak_for_it_and_a_tutor_who_says_something_else_makes_a_difference_that_either_settles()
    {
        Assert.That((string?)(await Said(_curator, "Work"))["schoolSays"], Is.EqualTo("Works"));
        Assert.That((bool)(await Mark(Tutor, "Work", "Works").Gives(201))["differs"]!, Is.False);
        Assert.That((bool)(await Mark(Tutor, "Work", "Away", "Отпуск по уходу за ребёнком").Gives(201))["differs"]!, Is.True);
        Assert.That(await Told(_curatorAccount), Does.Contain("TutoringDiffers"));
        foreach (var side in (JsonArray[])[await Differences(Tutor), await Differences(_curator, School)])
            Assert.That(side.Select(one => ((string?)one!["said"]!["tutorSays"], (string?)one["said"]!["schoolSays"], (string?)one["said"]!["tutorWords"])),
                Is.EqualTo(new[] { ("Away", "Works", "Отпуск по уходу за ребёнком") }));
        Assert.That((string?)(await Tutor.GetAsync("/api/v1/me/tutees").Ok())["items"]![0]!["need"], Is.EqualTo("Differs"));
        await Mark(_curator, "Work", "Away").Gives(201);
        Assert.That((await Differences(Tutor)).Count + (await Differences(_curator, School)).Count, Is.Zero);
        Assert.That((await Said(Tutor, "Work"))["schoolAt"], Is.Not.Null);

        Assert.That((bool)(await Mark(_curator, "Goal", "Reached").Gives(201))["differs"]!, Is.False, "the tutor has said nothing of it");
        Assert.That((bool)(await Mark(Tutor, "Goal", "NotReached").Gives(201))["differs"]!, Is.True);
        await Mark(Tutor, "Goal", "Reached", "Посмотрела уроки").Gives(201);
        Assert.That(await Differences(Tutor), Is.Empty);
    }

    [Test]
    public async Task A_schools_mark_counts_until_its_rows_say_something_new()
    {
        await Mark(Tutor, "Route", "OnPlan").Gives(201);
        await Mark(_curator, "Route", "OnPlan").Gives(201);
        Assert.That(await Differences(Tutor), Is.Empty);
        await Sql.ExecuteAsync("""
            insert into route (region_code, id, person_id, organization_id, status, starts_on, ends_on, image, created_at, last_activity_at)
            values ('RU-TVE', @School, @TeacherId, @School, 'InProgress', @from, @until, 'Учитель', now(), now());
            insert into route_activity (region_code, id, route_id, person_id, reader_ids, position, section, title, area_codes, finding_ids, starts_on, ends_on,
                                        product, status)
            select region_code, gen_random_uuid(), id, person_id, reader_ids, 1, 'A', 'Курс', '{}', '{}', starts_on, starts_on + 1, 'Разработка', 'Planned'
              from route where id = @School
            """, new { TeacherId, School, from = Today.AddDays(-100), until = Today.AddYears(4) });
        Assert.That((await Differences(Tutor)).Select(one => ((string?)one!["said"]!["schoolSays"], one["said"]!["schoolAt"])),
            Is.EqualTo(new[] { ("Behind", (JsonNode?)null) }));
    }

    [Test]
    public async Task What_is_wrong_is_refused_and_nobody_beside_the_two_marks()
    {
        await Mark(Tutor, "Work", "Behind").PointsTo("/says", "tutoring.mark-unknown");
        await Mark(Tutor, "Work", "Left", new string('x', 1001)).PointsTo("/words");
        await Mark(Teacher, "Work", "Left").IsProblem(403, "tutoring.sides-mark");
        await Mark(CentreHead, "Work", "Left").IsProblem(403, "permission.missing");
        await Mark(await As(Role.Curator, await World.School()), "Work", "Left").IsProblem(404, "not-found");
        await Tutor.GetAsync($"/api/v1/tutoring-differences?organizationId={School}").IsProblem(404, "not-found");
        await Mark(Tutor, "Work", "Left").Gives(201);
        Assert.That(await Differences(As((await Worker("Другова")).Account)), Is.Empty);
        Assert.That(await Differences(Teacher), Is.Empty);
        await CentreHead.Post($"{Tutoring_}/{_tutoring}/end", new { version = 2, reason = "Всё" }).Ok();
        await Mark(Tutor, "Work", "Works").IsProblem(404, "not-found");
        Assert.That((await Differences(Tutor)).Count + (await Differences(_curator, School)).Count, Is.Zero);
    }

    [Test]
    public async Task Differences_come_page_by_page()
    {
        foreach (var (subject, says) in (ValueTuple<string, string>[])[("Work", "Left"), ("Program", "Runs"), ("Route", "Behind")])
            await Mark(Tutor, subject, says).Gives(201);
        var (seen, next) = (new List<string?>(), (string?)"");
        while (next is not null)
        {
            var page = await Tutor.GetAsync($"/api/v1/tutoring-differences?size=2&cursor={Uri.EscapeDataString(next)}").Ok();
            seen.AddRange(page["items"]!.AsArray().Select(one => (string?)one!["said"]!["subject"]));
            next = (string?)page["next"];
        }

        Assert.That(seen, Is.EqualTo(new[] { "Program", "Route", "Work" }));
    }

    [Test]
    public async Task The_database_tells_what_both_say_to_those_concerned_alone_and_takes_a_mark_from_nobody_else()
    {
        await Mark(Tutor, "Work", "Left").Gives(201);
        var region = World.Region;
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

        const string Told = "select count(*)::int from tutoring_said(@region, @_tutoring)";
        Task<int> Seen(string permission, Guid? organization = null, Guid? person = null) =>
            With(app => app.ExecuteScalarAsync<int>(Told, new { region, _tutoring }), permission, organization, person);
        Assert.That((await Seen("TutoringRead", person: TutorId), await Seen("TutoringRead", person: TeacherId), await Seen("TutoringRead", School)),
            Is.EqualTo((4, 4, 4)));
        Assert.That((await Seen("StaffRead", School), await Seen("TutoringRead", await World.School()), await Seen("TutoringRead", person: Guid.NewGuid())),
            Is.EqualTo((0, 0, 0)));

        const string Add = """
            insert into tutoring_mark (region_code, id, assignment_id, side, subject, says, author_name, made_at)
            values ('RU-TVE', gen_random_uuid(), @_tutoring, 'School', 'Work', 'Works', 'x', now())
            """;
        foreach (var (permission, organization, person) in (ValueTuple<string, Guid?, Guid?>[])
            [("TutoringWrite", null, TeacherId), ("TutoringWrite", null, Guid.NewGuid()), ("StaffRead", School, null)])
        {
            var refused = Assert.ThrowsAsync<PostgresException>(
                () => With(app => app.ExecuteAsync(Add, new { _tutoring }), permission, organization, person));
            Assert.That(refused!.SqlState, Is.EqualTo("42501"), permission);
        }

        Assert.That(await With(app => app.ExecuteAsync(Add, new { _tutoring }), "TutoringWrite", School), Is.EqualTo(1));
    }
}
