using Dapper;
using Mentoring.Api.Features.Region.Tutors;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Tutors;

[Covers(nameof(ProposeTutors), nameof(ListTutoring), nameof(ListTutorable), nameof(RefuseTutoring), nameof(HandOverTutoring), nameof(EndTutoring),
    nameof(GetOwnTutoring), nameof(AskForTutor), nameof(AnswerTutoring), nameof(LeaveTutoring), nameof(GetTutoring))]
public sealed class TutoringTests : TutorTest
{
    object Asking(string[]? areas = null, Guid? body = null, Guid? school = null) =>
        new { bodyId = body ?? Centre, organizationId = school ?? School, areas = areas ?? ["methods"], note = "Готовлю маршрут" };

    Task<HttpResponseMessage> Answer(Guid id, bool yes = true, int version = 1) =>
        Teacher.Post($"{Own}/{id}/answer", new { version, yes, reason = "Не сейчас" });

    [Test]
    public async Task A_teacher_asks_is_offered_a_tutor_and_says_yes()
    {
        await Registered();
        var offers = (await Teacher.GetAsync(Own).Ok())["bodies"]!.AsArray().Single()!;
        Assert.That(((Guid)offers["bodyId"]!, (Guid)offers["organizationId"]!), Is.EqualTo((Centre, School)));
        var id = (Guid)(await Teacher.Post(Own, Asking()).Gives(201))["id"]!;
        Assert.That(await Told(CentreAccount), Does.Contain("TutorWanted"));
        Assert.That((await CentreHead.Tasks("TutorToPropose")).Count, Is.EqualTo(1));
        await Teacher.Post(Own, Asking()).IsProblem(409, "tutoring.open");
        await Propose().Ok();
        Assert.That(await Told(TeacherAccount), Does.Contain("TutorOffered"));
        Assert.That((await Teacher.Tasks("TutorToAnswer")).Count, Is.EqualTo(1));
        Assert.That(await Status(id), Is.EqualTo("Proposed"), "the request itself goes on");
        await Answer(id, version: 2).Ok();
        var own = (await Teacher.GetAsync(Own).Ok())["now"]!.AsArray().Single()!;
        Assert.That(((string?)own["status"], (string?)own["startsOn"], (string?)own["tutorName"]),
            Is.EqualTo(("Active", $"{Today:O}", "Тьюторова Анна Петровна")));
        Assert.That(await Told(TutorAccount), Does.Contain("TuteeBegun"));
        var steps = (await Read(Teacher, id))["steps"]!.AsArray().Select(step => (string?)step!["status"]);
        Assert.That(steps, Is.EqualTo(new[] { "Requested", "Proposed", "Active" }));
        await Teacher.Post(Own, Asking()).IsProblem(409, "tutoring.has-tutor");
    }

    [Test]
    public async Task A_centre_finds_who_has_no_tutor_and_offers_one()
    {
        await Registered();
        var open = (await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutorable?search=учител").Ok())["items"]!.AsArray();
        Assert.That(open.Select(one => (Guid)one!["personId"]!), Is.EqualTo(new[] { TeacherId }));
        Assert.That((await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutorable?municipality=28701000").Ok())["items"]!.AsArray(), Is.Empty);
        var id = await Proposed();
        Assert.That((await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutorable?search=учител").Ok())["items"]!.AsArray(), Is.Empty);
        await Answer(id, yes: false).Ok();
        Assert.That(await Status(id), Is.EqualTo("Declined"));
        Assert.That((string?)(await CentreHead.GetAsync($"{Tutoring_}?status=Declined").Ok())["items"]![0]!["reason"], Is.EqualTo("Не сейчас"));
        Assert.That(await Told(CentreAccount), Does.Contain("TutorAnswered"));
        await Answer(id, version: 2).IsProblem(409, "tutoring.step-not-now");
        await Proposed();
    }

    [Test]
    public async Task Only_schools_that_the_body_stands_behind_with_this_service_are_served()
    {
        await Registered();
        var elsewhere = await World.School();
        await Opened(school: elsewhere, service: Diagnosis);
        var (stranger, account) = await Somebody("Соседняя", elsewhere);
        await Propose(stranger).PointsTo("/pairs/0/teacherId", "tutoring.teacher-unknown");
        await As(account).Post(Own, Asking(school: elsewhere)).IsProblem(409, "tutoring.no-service");
        Assert.That((await As(account).GetAsync(Own).Ok())["bodies"]!.AsArray(), Is.Empty);
        await As(account).Post(Own, Asking()).IsProblem(404, "not-found");
        await Teacher.Post(Own, Asking(["магия"])).PointsTo("/areas/0", "tutor.zone-unknown");
        Assert.That((await CentreHead.GetAsync($"/api/v1/organizations/{Centre}/tutorable?search=Соседняя").Ok())["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_hand_over_is_one_act_and_the_former_tutor_stays_until_the_yes()
    {
        var first = await Begun();
        var (second, secondAccount) = await Worker("Сменова");
        await Registered(person: second);
        await CentreHead.Post($"{Tutoring_}/{first}/hand-over", new { version = 2, tutorId = TutorId, reason = "Отпуск" })
            .PointsTo("/tutorId", "tutoring.same-tutor");
        var next = (Guid)(await CentreHead.Post($"{Tutoring_}/{first}/hand-over", new { version = 2, tutorId = second, reason = "Отпуск" }).Ok())["id"]!;
        await CentreHead.Post($"{Tutoring_}/{first}/hand-over", new { version = 2, tutorId = second, reason = "Ещё раз" }).IsProblem(409, "tutoring.open");
        Assert.That(await Status(first), Is.EqualTo("Active"));
        var now = (await Teacher.GetAsync(Own).Ok())["now"]!.AsArray();
        Assert.That(now.Select(one => ((string?)one!["status"], (bool)one["takesOver"]!)), Is.EqualTo(new[] { ("Proposed", true), ("Active", false) }));
        await Answer(next).Ok();
        Assert.That((await Status(first), await Status(next)), Is.EqualTo(("HandedOver", "Active")));
        Assert.That(await Told(TutorAccount), Does.Contain("TutoringOver"));
        await Tutor.GetAsync(At(first)).IsProblem(404, "not-found");
        await Read(As(secondAccount), next);
        Assert.That((await Teacher.GetAsync(Own).Ok())["past"]!.AsArray().Select(one => (Guid)one!["id"]!), Is.EqualTo(new[] { first }));
    }

    [Test]
    public async Task Nobody_is_handed_over_to_a_tutor_who_takes_nobody_new()
    {
        var first = await Begun();
        var (second, _) = await Worker("Занятова");
        await CentreHead.Post(Registry, new { personId = second, card = Card(acceptsNew: false) }).Gives(201);
        await CentreHead.Post($"{Tutoring_}/{first}/hand-over", new { version = 2, tutorId = second, reason = "Отпуск" })
            .PointsTo("/tutorId", "tutoring.tutor-takes-nobody");
    }

    [Test]
    public async Task A_declined_hand_over_leaves_the_present_tutor()
    {
        var first = await Begun();
        var (second, _) = await Worker("Сменова");
        await Registered(person: second);
        var next = (Guid)(await CentreHead.Post($"{Tutoring_}/{first}/hand-over", new { version = 2, tutorId = second, reason = "Отпуск" }).Ok())["id"]!;
        await Answer(next, yes: false).Ok();
        Assert.That((await Status(first), await Status(next)), Is.EqualTo(("Active", "Declined")));
    }

    [Test]
    public async Task Both_sides_take_back_and_end()
    {
        await Registered();
        var id = await Proposed();
        await Teacher.Post($"{Own}/{id}/leave", new { version = 1 }).IsProblem(409, "tutoring.step-not-now");
        await CentreHead.Post($"{Tutoring_}/{id}/refuse", new { version = 1, reason = "Ошиблись" }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Withdrawn"));
        Assert.That(await Told(TeacherAccount), Does.Contain("TutorRefused"));

        id = (Guid)(await Teacher.Post(Own, Asking()).Gives(201))["id"]!;
        await CentreHead.Post($"{Tutoring_}/{id}/refuse", new { version = 1, reason = "Мест нет" }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Declined"));
        id = (Guid)(await Teacher.Post(Own, Asking()).Gives(201))["id"]!;
        await Teacher.Post($"{Own}/{id}/leave", new { version = 1 }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Withdrawn"));

        id = await Proposed();
        await Answer(id).Ok();
        await CentreHead.Post($"{Tutoring_}/{id}/end", new { version = 2, reason = "Маршрут пройден" }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Ended"));

        id = await Proposed();
        await Answer(id).Ok();
        await Teacher.Post($"{Own}/{id}/leave", new { version = 1 }).Gives(412);
        await Teacher.Post($"{Own}/{id}/leave", new { version = 2, reason = "Переезжаю" }).Ok();
        Assert.That(await Status(id), Is.EqualTo("Ended"));
        Assert.That(await Told(TutorAccount), Does.Contain("TutoringOver"));
        await CentreHead.Post($"{Tutoring_}/{id}/end", new { version = 3, reason = "Поздно" }).IsProblem(409, "tutoring.step-not-now");
        await CentreHead.Post($"{Tutoring_}/{id}/hand-over", new { version = 3, tutorId = TeacherId, reason = "Поздно" })
            .IsProblem(409, "tutoring.step-not-now");
    }

    [Test]
    public async Task However_many_come_at_once_a_tutor_has_no_more_than_the_capacity()
    {
        await Registered(3);
        var teachers = new List<(Guid Person, Guid Account)>();
        for (var i = 0; i < 8; i++) teachers.Add(await Somebody($"Парал{i}"));
        var offered = await Task.WhenAll(teachers.Select(teacher => Propose(teacher.Person)));
        Assert.That(offered.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(3));
        await Propose(teachers.First(t => !Offered(t.Person)).Person).IsProblem(409, "tutoring.no-place");

        // The capacity is lower by now: of three who say yes at once, one finds a place.
        await Sql.ExecuteAsync("update tutor set capacity = 1 where person_id = @TutorId", new { TutorId });
        string OfferOf(Guid person) => $"{Own}/{Sql.QuerySingle<Guid>("select id from tutor_assignment where person_id = @person", new { person })}";
        var offers = teachers.Where(t => Offered(t.Person)).Select(t => (Who: As(t.Account), Path: $"{OfferOf(t.Person)}/answer")).ToList();
        var answers = await Task.WhenAll(offers.Select(offer => offer.Who.Post(offer.Path, new { version = 1, yes = true })));
        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1));
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode)) await Task.FromResult(refused).IsProblem(409, "tutoring.no-place");
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from tutor_assignment where tutor_id = @TutorId and status = 'Active'",
            new { TutorId }), Is.EqualTo(1));

        bool Offered(Guid person) => Sql.QuerySingle<bool>(
            "select exists (select from tutor_assignment where person_id = @person and status = 'Proposed')", new { person });
    }

    [Test]
    public async Task What_is_offered_is_all_or_nothing_and_what_is_wrong_is_pointed_to()
    {
        await Registered();
        var (other, _) = await Somebody("Другая");
        object Pair(Guid teacher, Guid tutor) => new { teacherId = teacher, tutorId = tutor };
        Task<HttpResponseMessage> Send(params object[] pairs) => CentreHead.Post(Tutoring_, new { pairs });
        await Send().PointsTo("/pairs");
        await Send(Pair(TeacherId, TutorId), Pair(TeacherId, TutorId)).PointsTo("/pairs/1/teacherId", "tutoring.teacher-twice");
        await Send(Pair(TeacherId, TutorId), Pair(other, other)).PointsTo("/pairs/1/tutorId", "tutoring.tutor-unknown");
        await Sql.ExecuteAsync("update tutor set accepts_new = false where person_id = @TutorId", new { TutorId });
        await Send(Pair(TeacherId, TutorId)).PointsTo("/pairs/0/tutorId", "tutoring.tutor-takes-nobody");
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from tutor_assignment where person_id = @TeacherId", new { TeacherId }), Is.Zero);
        await Sql.ExecuteAsync("update tutor set accepts_new = true where person_id = @TutorId", new { TutorId });
        Assert.That((int)(await Send(Pair(TeacherId, TutorId), Pair(other, TutorId)).Ok())["proposed"]!, Is.EqualTo(2));
        foreach (var step in (string[])["refuse", "end", "hand-over"])
        {
            var id = await Sql.QuerySingleAsync<Guid>("select id from tutor_assignment where person_id = @other", new { other });
            var path = $"{Tutoring_}/{id}/{step}";
            await CentreHead.Post(path, new { version = 1, tutorId = TutorId, reason = "" }).Gives(400);
            if (step != "hand-over") await CentreHead.Post(path, new { version = 5, reason = "Так" }).Gives(412);
        }
    }

    [Test]
    public async Task The_school_sees_who_tutors_whom_and_changes_nothing()
    {
        var id = await Begun();
        var curator = await As(Role.Curator, School);
        var shown = (await curator.GetAsync($"/api/v1/organizations/{School}/tutoring").Ok())["items"]!.AsArray().Single()!;
        Assert.That(((Guid)shown["id"]!, (string?)shown["startsOn"], shown["steps"]!.AsArray().Count), Is.EqualTo((id, $"{Today:O}", 0)));
        await curator.GetAsync(Tutoring_).IsProblem(404, "not-found");
        Assert.That((string?)(await Read(curator, id))["side"], Is.EqualTo("School"));
        await curator.Post($"{Tutoring_}/{id}/end", new { version = 2, reason = "x" }).IsProblem(403, "permission.missing");
        await (await As(Role.Curator, await World.School())).GetAsync(At(id)).IsProblem(404, "not-found");
        await (await As(Role.Psychologist, School)).GetAsync(At(id)).IsProblem(403, "permission.missing");
        var page = await CentreHead.GetAsync($"{Tutoring_}?size=1&search=учител").Ok();
        Assert.That(page["next"], Is.Null);
    }
}
