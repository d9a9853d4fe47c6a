using System.Globalization;
using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Tests.Features.Region.Tutors;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>The load of tutors stands at their body; what a tutor does with a teacher is an exchange of the teacher's school.</summary>
public sealed class TutorSumsTests : TutorTest
{
    Sums _sums = null!;

    [SetUp]
    public void Count() => _sums = new(Services, Sql, Today);

    async Task End(Guid organization)
    {
        await Coordinator.Post($"/api/v1/organizations/{organization}/end",
            new { version = 1, how = "Closed", on = $"{Today:O}", staff = "Release" }).Ok();
        await Sql.ExecuteAsync("update organization_handover set asked_at = asked_at - interval '1 hour' where organization_id = @organization",
            new { organization });
        await Run<SettleOrganization>(job => job.Run(default));
    }

    [Test]
    public async Task Load_is_teachers_of_places_and_another_number_of_places_leaves_months_before_alone()
    {
        await Sql.ExecuteAsync("delete from support_link where body_id <> @Centre; delete from tutor where body_id <> @Centre", new { Centre });
        Assert.That(await _sums.Now(Centre, "tutor-load"), Is.EqualTo("0/0"));
        var others = (await _sums.Of("28701000", "tutor-load"))!;
        Assert.That(others, Does.EndWith("/0 0/1"), "who stands behind somebody with tutoring is expected to keep tutors");
        var tutoring = await Begun();
        await Sql.ExecuteAsync("update tutor set starts_on = @start where person_id = @TutorId", new { start = _sums.LastMonth, TutorId });
        Assert.That(await _sums.Now(Centre, "tutor-load"), Is.EqualTo("1/10"));
        Assert.That(await _sums.Of("28701000", "tutor-load"), Is.EqualTo($"{int.Parse(others.Split('/')[0], CultureInfo.InvariantCulture) + 1}/10 1/1"));
        Assert.That(await _sums.Of(Centre, _sums.LastMonth, "tutor-load"), Is.EqualTo("0/10"));

        var id = await Sql.QuerySingleAsync<Guid>("select id from tutor where person_id = @TutorId", new { TutorId });
        foreach (var (version, capacity) in (IEnumerable<(int, int)>)[(1, 6), (2, 4)])
            await CentreHead.Put($"{Registry}/{id}", new { version, card = Card(capacity, from: _sums.LastMonth.DayNumber - Today.DayNumber) }).Ok();
        Assert.That(await _sums.Now(Centre, "tutor-load"), Is.EqualTo("1/4"));
        Assert.That(await _sums.Of(Centre, _sums.LastMonth, "tutor-load"), Is.EqualTo("0/10"));

        await CentreHead.Post($"{Tutoring_}/{tutoring}/end", new { version = 2, reason = "Маршрут пройден" }).Ok();
        Assert.That(await _sums.Now(Centre, "tutor-load"), Is.EqualTo("0/4"));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task Whoever_asks_for_a_tutor_wants_a_route_until_it_is_over()
    {
        await Registered();
        var asked = (Guid)(await Teacher.Post(Own, new { bodyId = Centre, organizationId = School, areas = new[] { "methods" }, note = "" }).Gives(201))["id"]!;
        Assert.That(await _sums.Now(School, "routes-running"), Is.EqualTo("0/1"));
        await Propose().Ok();
        await Teacher.Post($"{Own}/{asked}/answer", new { version = 2, yes = true }).Ok();
        Assert.That(await _sums.Now(School, "routes-running"), Is.EqualTo("0/1"));
        await CentreHead.Post($"{Tutoring_}/{asked}/end", new { version = 3, reason = "Передумали" }).Ok();
        Assert.That(await _sums.Now(School, "routes-running"), Is.EqualTo("0/0"));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task A_consultation_that_was_held_is_an_exchange_of_the_school_in_its_month()
    {
        var tutoring = await Begun();
        var id = (Guid)(await Tutor.Post($"{At(tutoring)}/consultations", new
        {
            startsAt = Time.GetUtcNow().AddHours(24), durationMinutes = 45, topic = "Первый шаг", place = "Кабинет 5",
        }).Gives(201))["id"]!;
        Assert.That(await _sums.Now(School, "exchange-tutoring"), Is.EqualTo("0/1"));
        var began = Time.GetUtcNow().AddMinutes(-50);
        await Sql.ExecuteAsync("update consultation set starts_at = @began where id = @id", new { id, began });
        await Tutor.Post($"{At(tutoring)}/consultations/{id}/record", new { version = 1, held = true, result = "Выбрали курс" }).Ok();
        await _sums.RollUp();
        var month = DateOnly.FromDateTime(began.ToOffset(TimeSpan.FromHours(3)).DateTime);
        Assert.That(await _sums.Of(School, new(month.Year, month.Month, 1), "exchange-tutoring"), Is.EqualTo("1/1"));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task With_the_body_its_load_ends_and_sums_still_agree()
    {
        await Begun();
        Assert.That(await _sums.Now(Centre, "tutor-load"), Is.EqualTo("1/10"));
        await End(Centre);
        Assert.That(await _sums.Now(Centre, "tutor-load"), Is.EqualTo("0/0"));
        Assert.That(await _sums.Of(School, _sums.LastMonth, "exchange-tutoring"), Does.StartWith("0/"));
        Assert.That(await _sums.Differences(), Is.Zero);
    }
}
