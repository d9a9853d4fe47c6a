using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Region.Routes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Routes;

/// <summary>Goals of a mentoring program come into the route of its mentee, and what becomes of them is seen there.</summary>
[Covers(nameof(ListRouteGoals), nameof(TakeRouteGoals))]
public sealed class RouteGoalsTests : RouteTest
{
    /// <returns>A program with a goal in methods and one in the digital area, with the teacher in it.</returns>
    async Task<(Guid Program, Guid Methods, Guid Digital)> Program(string status = "Active", string role = "Mentee", Guid? person = null)
    {
        var made = (Program: Guid.NewGuid(), Methods: Guid.NewGuid(), Digital: Guid.NewGuid());
        await Sql.ExecuteAsync("""
            insert into dictionary_entry (dictionary, code, name_ru, name_en, position, source, valid_from, data)
            values ('competence-area', 'digital', 'x', 'x', 3, 'test', '2020-01-01', '{}'),
                   ('competence-area', 'ict', 'x', 'x', 4, 'test', '2020-01-01', '{"parent": "digital"}') on conflict do nothing;
            insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, created_by,
                                 created_at, activated_at)
            select @Program, id, region_code, 'Первый год', 'teacher-teacher', 'traditional', 'adaptation', @status, @Today - 30, @Today + 200, 'test', now(),
                   now()
              from organization where id = @School;
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
            select id, organization_id, region_code, @person, 'Имя', organization_id, @role, starts_on from program where id = @Program;
            insert into program_goal (id, program_id, organization_id, region_code, position, area_code, difficulty, goal, measure, measure_before,
                                      measure_target)
            select g.id, p.id, p.organization_id, p.region_code, g.n, g.area, g.difficulty, 'Планирует урок сама', 'Уроков с планом из пяти', 1, 4
              from program p cross join (values (@Methods, 1, 'methods', 'Планирование урока'), (@Digital, 2, 'digital', 'Не веду журнал'))
                   g (id, n, area, difficulty)
             where p.id = @Program
            """, new { made.Program, made.Methods, made.Digital, status, role, Today, School, person = person ?? Teacher });
        return made;
    }

    async Task<JsonArray> Goals(Guid route) => (await Own.GetAsync(At(route, "/goals")).Ok()).AsArray();

    async Task<HttpResponseMessage> Take(Guid route, Guid[] goals, int? version = null) =>
        await Own.Post(At(route, "/take-goals"), new { version = version ?? await Version(route), goalIds = goals });

    [Test]
    public async Task A_goal_is_taken_once_in_one_act_and_what_becomes_of_it_shows_in_the_route()
    {
        var (program, methods, digital) = await Program();
        var route = await Begun();
        Assert.That((await Goals(route)).Select(goal => ((Guid)goal!["goalId"]!, (bool)goal["taken"]!)),
            Is.EqualTo(new[] { (methods, false), (digital, false) }));
        Assert.That((int)(await Take(route, [digital, methods]).Ok())["version"]!, Is.EqualTo(2));
        var read = await Read(route);
        Assert.That(read["findings"]!.AsArray().Select(f => ((string?)f!["kind"], (string?)f["areaCode"], (string?)f["text"], (Guid)f["goalId"]!)), Is.EqualTo(
            new[] { ("Deficit", "ict", "Не веду журнал", digital), ("Deficit", "methods", "Планирование урока", methods) }));
        Assert.That((await Goals(route)).All(goal => (bool)goal!["taken"]!), Is.True);
        await Take(route, [methods]).IsProblem(409, "route.goal-taken");

        await Sql.ExecuteAsync("""
            update program_goal set measure_after = 3 where id = @methods;
            update program set status = 'Completed', finished_at = now() where id = @program;
            update program_participant set left_on = @Today where program_id = @program
            """, new { methods, program, Today });
        Assert.That(await Goals(route), Is.Empty, "what is over is offered no more");
        await LetIn(route);
        foreach (var reader in (HttpClient[])[Own, AsTutor])
        {
            var goal = (await reader.GetAsync(At(route)).Ok())["goals"]!.AsArray().Single(one => (Guid)one!["goalId"]! == methods)!;
            Assert.That(((decimal)goal["measureBefore"]!, (decimal)goal["measureTarget"]!, (decimal)goal["measureAfter"]!, (string?)goal["programStatus"],
                (string?)goal["programTitle"]), Is.EqualTo((1m, 4m, 3m, "Completed", "Первый год")));
        }
    }

    [Test]
    public async Task What_is_taken_out_by_an_edit_can_be_taken_again_and_an_edit_keeps_the_tie()
    {
        var (_, methods, _) = await Program("Paused");
        var route = await Begun();
        await Take(route, [methods]).Ok();
        var finding = (Guid)(await Read(route))["findings"]![0]!["id"]!;
        await Own.Put(At(route, "/findings"), new { version = await Version(route), findings = new[] { Deficit(id: finding, closed: true) } }).Ok();
        Assert.That((Guid)(await Read(route))["findings"]![0]!["goalId"]!, Is.EqualTo(methods));
        await Own.Put(At(route, "/findings"), new { version = await Version(route), findings = Array.Empty<object>() }).Ok();
        Assert.That(((await Read(route))["goals"]!.AsArray().Count, (bool)(await Goals(route))[0]!["taken"]!), Is.EqualTo((0, false)));
        await Take(route, [methods]).Ok();
        await Sql.ExecuteAsync("delete from program_goal where id = @methods", new { methods });
        var read = await Read(route);
        Assert.That((read["findings"]!.AsArray().Count, read["goals"]!.AsArray().Count), Is.EqualTo((1, 0)),
            "a goal that the program gave up leaves the words");
    }

    [Test]
    public async Task Only_goals_of_the_own_programs_in_force_are_offered_and_what_is_wrong_is_pointed_to()
    {
        var (_, methods, _) = await Program();
        var (_, draft, _) = await Program("Draft");
        var (_, mentored, _) = await Program(role: "Mentor");
        var (_, others, _) = await Program(person: Tutor);
        var route = await Begun();
        Assert.That((await Goals(route)).Select(goal => (Guid)goal!["goalId"]!), Does.Contain(methods).And.Not.Contain(draft).And.Not.Contain(mentored));
        foreach (var wrong in (Guid[])[draft, mentored, others, Guid.NewGuid()])
            await Take(route, [methods, wrong]).PointsTo("/goalIds/1", "route.goal-unknown");
        await Take(route, []).PointsTo("/goalIds");
        await Take(route, [methods, methods]).PointsTo("/goalIds");
        await Take(route, [methods], version: 7).IsProblem(412, "version.stale");
        foreach (var stranger in (HttpClient[])[AsTutor, Colleague])
        {
            await stranger.GetAsync(At(route, "/goals")).IsProblem(404, "not-found");
            await stranger.Post(At(route, "/take-goals"), new { version = 1, goalIds = new[] { methods } }).IsProblem(404, "not-found");
        }

        var many = Enumerable.Range(0, 100).Select(_ => Deficit()).ToArray();
        await Own.Put(At(route, "/findings"), new { version = await Version(route), findings = many }).Ok();
        await Take(route, [methods]).IsProblem(409, "route.findings-full");
        Assert.That((await Read(route))["goals"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task An_activity_is_served_by_a_program_of_ones_own_alone()
    {
        var (own, _, _) = await Program();
        var (strange, _, _) = await Program(person: Tutor);
        var route = await Begun();
        async Task<HttpResponseMessage> Plan(Guid program) => await Own.Put(At(route, "/roadmap"), new
        {
            version = await Version(route), activities = new[]
            {
                new
                {
                    section = "B", title = "Пробы", startsOn = $"{Today:O}", endsOn = $"{Today.AddDays(9):O}", product = "Урок",
                    areaCodes = Array.Empty<string>(), findingIds = Array.Empty<Guid>(), programId = program,
                },
            },
        });
        await Plan(strange).PointsTo("/activities/0/programId", "route.program-unknown");
        await Plan(own).Ok();
        Assert.That((Guid)(await Read(route))["activities"]![0]!["programId"]!, Is.EqualTo(own));
    }
}
