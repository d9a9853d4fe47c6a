using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Region.Tutors;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

/// <summary>The working day of a tutor: who needs the tutor next and why, the route beside it, the consultations of the week.</summary>
[Covers(nameof(ListConsultations))]
public sealed class TutorDayTests : TutorTest
{
    async Task<JsonArray> Board() => (await Tutor.GetAsync("/api/v1/me/tutees").Ok())["items"]!.AsArray();

    async Task<string?> Need(Guid tutoring) => (string?)(await Board()).Single(one => (Guid)one!["id"]! == tutoring)!["need"];

    /// <returns>A route of the teacher's under way with one activity.</returns>
    async Task<Guid> Route(int endsIn)
    {
        var id = Guid.NewGuid();
        await Sql.ExecuteAsync("""
            insert into route (region_code, id, person_id, organization_id, status, starts_on, ends_on, image, created_at, last_activity_at)
            values ('RU-TVE', @id, @TeacherId, @School, 'InProgress', @from, @until, 'Учитель', now(), now());
            insert into route_activity (region_code, id, route_id, person_id, reader_ids, position, section, title, area_codes, finding_ids, starts_on, ends_on,
                                        product, status)
            select region_code, gen_random_uuid(), id, person_id, reader_ids, 1, 'A', 'Курс', '{}', '{}', starts_on, @endsOn, 'Разработка', 'Planned'
              from route where id = @id
            """, new { id, TeacherId, School, from = Today.AddDays(-100), until = Today.AddYears(4), endsOn = Today.AddDays(endsIn) });
        return id;
    }

    Task Consultation(Guid tutoring, double hours, string status = "Planned") => Sql.ExecuteAsync("""
        insert into consultation (region_code, id, assignment_id, status, starts_at, duration_minutes, topic, created_at, created_by)
        values ('RU-TVE', gen_random_uuid(), @tutoring, @status, @at, 45, 'О маршруте', now(), 'test')
        """, new { tutoring, status, at = Time.GetUtcNow().AddHours(hours).UtcDateTime });

    [Test]
    public async Task A_teacher_stands_where_the_tutor_is_needed_and_the_reason_is_said()
    {
        var id = await Begun();
        Assert.That(await Need(id), Is.EqualTo("NoRoute"));
        var route = await Route(60);
        Assert.That(await Need(id), Is.EqualTo("NothingPlanned"));
        await Consultation(id, 30);
        Assert.That(await Need(id), Is.EqualTo("Nothing"));
        await Sql.ExecuteAsync("update route_activity set ends_on = @on where route_id = @route", new { route, on = Today.AddDays(14) });
        Assert.That(await Need(id), Is.EqualTo("TermNear"));
        await Sql.ExecuteAsync("update route_activity set ends_on = @on where route_id = @route", new { route, on = Today.AddDays(-1) });
        Assert.That(await Need(id), Is.EqualTo("Overdue"));
        var row = (await Board()).Single()!;
        Assert.That(((Guid)row["routeId"]!, (string?)row["routeStatus"], (int)row["overdue"]!, (int)row["activities"]!, row["nextTermOn"]),
            Is.EqualTo((route, "InProgress", 1, 1, (JsonNode?)null)));
        await Consultation(id, -3);
        Assert.That(await Need(id), Is.EqualTo("ToRecord"));
        await Sql.ExecuteAsync("delete from consultation; update route_activity set ends_on = @on", new { on = Today.AddDays(60) });
        await Sql.ExecuteAsync("update tutor_assignment set changed_at = now() - interval '31 days'");
        Assert.That(await Need(id), Is.EqualTo("Silent"));
        var offered = await Proposed((await Somebody("Вторая")).Person);
        Assert.That(await Need(offered), Is.EqualTo("Unanswered"));
    }

    [Test]
    public async Task Before_a_yes_and_after_the_end_nothing_of_the_route_is_told()
    {
        var route = await Route(60);
        await Registered();
        var id = await Proposed();
        Assert.That((await Board()).Single()!["routeId"], Is.Null);
        await Teacher.Post($"{Own}/{id}/answer", new { version = 1, yes = true }).Ok();
        Assert.That((Guid)(await Read(Tutor, id))["routeId"]!, Is.EqualTo(route));
        Assert.That((await Read(await As(Api.Platform.Role.Curator, School), id))["routeId"], Is.Null, "the school reads its state alone");
        await CentreHead.Post($"{Tutoring_}/{id}/end", new { version = 2, reason = "Маршрут пройден" }).Ok();
        Assert.That(await Board(), Is.Empty);
        await Tutor.GetAsync(At(id)).IsProblem(404, "not-found");
        await Tutor.GetAsync($"/api/v1/routes/{route}/resource-suggestions").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Consultations_of_a_week_stand_in_one_list_of_the_tutors_own()
    {
        var id = await Begun();
        foreach (var hours in (double[])[-3, 30, 24 * 9]) await Consultation(id, hours);
        async Task<JsonArray> Week(HttpClient who) => (await who.GetAsync($"/api/v1/me/consultations?from={Today.AddDays(-1):O}").Ok()).AsArray();
        Assert.That((await Week(Tutor)).Select(one => ((bool)one!["toRecord"]!, (Guid)one["tutoringId"]!)), Is.EqualTo(new[] { (true, id), (false, id) }));
        Assert.That(await Week(Teacher), Is.Empty);
        Assert.That(await Week(As((await Worker("Другова")).Account)), Is.Empty);
        await Tutor.GetAsync("/api/v1/me/consultations?from=1900-01-01").PointsTo("/from");
        await CentreHead.Post($"{Tutoring_}/{id}/end", new { version = 2, reason = "Маршрут пройден" }).Ok();
        Assert.That(await Week(Tutor), Is.Empty);
    }
}
