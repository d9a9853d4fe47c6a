using Dapper;
using Mentoring.Api.Features.School.Analysis;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Analysis;

/// <summary>Difficulties of the school, and what answers them.</summary>
[Covers(nameof(GetCouncilAnalysis))]
public sealed class GetCouncilAnalysisTests : CouncilTest
{
    Task Difficulty(Guid person, string area, int level, string? topic = null, bool closed = false) => Sql.ExecuteAsync("""
        insert into mentee_profile (organization_id, region_code, person_id)
        select id, region_code, @person from organization where id = @school on conflict do nothing;
        insert into mentee_difficulty (id, organization_id, region_code, person_id, position, area_code, topic_code, text, level, noted_on, closed_on)
        select gen_random_uuid(), id, region_code, @person, 1, @area, @topic, 'Трудно удержать внимание класса', @level, '2026-09-01', case when @closed
               then '2026-10-01'::date end
          from organization where id = @school
        """, new { person, area, level, topic, closed, school = School.Id });

    [Test]
    public async Task What_no_running_program_answers_stands_out_with_the_program_to_correct()
    {
        var program = await Active();
        await Difficulty(School.Mentee, "methods", 2, "lesson");
        await Difficulty(School.Mentee, "digital", 3, "lesson");
        await Difficulty(School.Mentee, "legal", 3, closed: true);
        var alone = await World.Teacher(School.Id, "Одинокова");
        await Difficulty(alone, "digital", 1);

        var analysis = await Members[0].Client.GetAsync($"{OfSchool}/analysis").Ok();
        var areas = analysis["areas"]!.AsArray().ToDictionary(a => (string)a!["areaCode"]!,
            a => ((int)a!["difficulties"]!, (int)a["grave"]!, (int)a["goals"]!, (int)a["unanswered"]!));
        Assert.That(areas, Is.EquivalentTo(new Dictionary<string, (int, int, int, int)> { ["digital"] = (2, 1, 0, 2), ["methods"] = (1, 0, 1, 0) }));
        Assert.That(analysis["topics"]!.AsArray().Select(t => ((string?)t!["topicCode"], (int)t["difficulties"]!, (int)t["people"]!)),
            Is.EqualTo(new[] { ("lesson", 2, 1) }));
        Assert.That(analysis["unanswered"]!.AsArray().Select(g => ((Guid)g!["personId"]!, (int)g["level"]!, (Guid?)g["programId"])),
            Is.EqualTo(new (Guid, int, Guid?)[] { (School.Mentee, 3, program), (alone, 1, null) }));

        await Stranger.GetAsync($"{OfSchool}/analysis").IsProblem(404, "not-found");
        await Mentor.GetAsync($"{OfSchool}/analysis").IsProblem(403, "permission.missing");
    }
}
