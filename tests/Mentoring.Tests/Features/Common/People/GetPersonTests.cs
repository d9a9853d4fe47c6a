using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.People;

[Covers(nameof(GetPerson))]
public sealed class GetPersonTests : ApiTest
{
    [Test]
    public async Task A_person_is_seen_where_they_work()
    {
        var school = await World.School();
        var teacher = await World.Teacher(school);
        var read = await (await As(Role.Curator, school)).GetAsync($"/api/v1/people/{teacher}").Ok();
        Assert.That((string?)read["familyName"], Is.EqualTo("Смирнова"));
        Assert.That((string?)read["employments"]![0]!["positionCode"], Is.EqualTo("teacher"));
        Assert.That(read["programs"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Whoever_left_a_program_is_seen_as_having_left_it()
    {
        var school = await World.School();
        var (stays, left) = (await World.Teacher(school), await World.Teacher(school));
        await Sql.ExecuteAsync("""
            insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, created_by,
                                 created_at)
            select @program, id, region_code, 'Программа', 'teacher-teacher', 'traditional', 'adaptation', 'Draft', '2026-09-01', '2027-05-31', 'test', now()
              from organization where id = @school;
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on, left_on)
            select @program, id, region_code, person, 'Имя', id, role, '2026-09-01', day
              from organization, (values (@stays, 'Mentee', null), (@left, 'Mentor', date '2026-10-05')) who (person, role, day) where id = @school
            """, new { program = Guid.CreateVersion7(), school, stays, left });
        var curator = await As(Role.Curator, school);
        foreach (var (person, day) in new[] { (stays, null), (left, "2026-10-05") })
            Assert.That((string?)(await curator.GetAsync($"/api/v1/people/{person}").Ok())["programs"]![0]!["leftOn"], Is.EqualTo(day));
    }

    [Test]
    public async Task Contacts_are_told_where_somebody_works_or_is_to_work_and_to_nobody_else()
    {
        var (former, present) = (await World.School(), await World.School());
        var teacher = await World.Teacher(former);
        await Sql.ExecuteAsync("""
            update employment set ended_on = current_date - 30 where person_id = @teacher;
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @teacher, 'teacher', true, true, current_date + 10 from organization where id = @present;
            update person set email = 'new@school.example', phone = '+74822000031', organization_ids = array[@former, @present] where id = @teacher
            """, new { teacher, former, present });
        async Task<(string?, string?)> Told(HttpClient reader)
        {
            var read = await reader.GetAsync($"/api/v1/people/{teacher}").Ok();
            Assert.That((string?)read["familyName"], Is.EqualTo("Смирнова"));
            return ((string?)read["email"], (string?)read["phone"]);
        }

        var curator = await As(Role.Curator, former);
        Assert.That(await Told(curator), Is.EqualTo(((string?)null, (string?)null)));
        Assert.That(await Told(await As(Role.Curator, present)), Is.EqualTo(("new@school.example", "+74822000031")));
        Assert.That(await Told(As(await World.Account(Role.Curator, former, teacher))), Is.EqualTo(("new@school.example", "+74822000031")), "one's own");
        await Sql.ExecuteAsync("update employment set ended_on = current_date + 3 where person_id = @teacher and organization_id = @former",
            new { teacher, former });
        Assert.That(await Told(curator), Is.EqualTo(("new@school.example", "+74822000031")), "who still works there");
    }

    [Test]
    public async Task Nobody_is_seen_from_another_school()
    {
        var teacher = await World.Teacher(await World.School());
        await (await As(Role.Curator, await World.School())).GetAsync($"/api/v1/people/{teacher}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task People_are_not_for_those_who_read_sums()
    {
        var teacher = await World.Teacher(await World.School());
        await (await As(Role.FederalAnalyst, "RU")).GetAsync($"/api/v1/people/{teacher}").IsProblem(403, "permission.missing");
    }
}
