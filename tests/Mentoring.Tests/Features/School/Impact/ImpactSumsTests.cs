using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.School.Impact;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Impact;

[Covers(nameof(GetImpactSums), nameof(ExportImpactSums), nameof(ListImpactTakings), nameof(RemindImpact), nameof(GetSchoolImpact), nameof(SaveSchoolImpact))]
public sealed class ImpactSumsTests : ImpactTest
{
    static int Year => SchoolYear.Of(Today);

    async Task<JsonNode> Sum(string scale, string role = "Mentee") => (await Curator.GetAsync(AtSchool("/sums")).Ok())["items"]!.AsArray()
        .Single(one => (string?)one!["scale"] == scale && (string?)one["role"] == role)!["now"]!;

    /// <summary>More mentees of the same program, whose scores are those of the one that is there, moved.</summary>
    async Task Others(int people, decimal move)
    {
        for (var i = 0; i < people; i++)
        {
            var person = await World.Teacher(School.Id, "Парная");
            await Sql.ExecuteAsync("""
                insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
                select program_id, organization_id, region_code, @person, 'Парная', employer_id, role, joined_on
                  from program_participant where program_id = @Program and person_id = @Mentee;
                with copied as (
                    insert into impact_measure (region_code, id, organization_id, program_id, person_id, role, moment, edition, status, taken_on, saved_at)
                    select region_code, gen_random_uuid(), organization_id, program_id, @person, role, moment, edition, status, taken_on, saved_at
                      from impact_measure where program_id = @Program and person_id = @Mentee returning *)
                insert into impact_answer (region_code, measure_id, organization_id, program_id, person_id, answers, scores, results)
                select c.region_code, c.id, c.organization_id, c.program_id, c.person_id, a.answers,
                       case c.moment when 'After' then (select jsonb_object_agg(key, value::numeric + @move) from jsonb_each_text(a.scores)) else a.scores end,
                       a.results
                  from copied c join impact_measure m on m.program_id = c.program_id and m.person_id = @Mentee and m.moment = c.moment
                  join impact_answer a on a.region_code = m.region_code and a.measure_id = m.id
                """, new { person, Program, School.Mentee, move });
        }
    }

    [Test]
    public async Task Of_fewer_than_five_pairs_their_number_alone_is_told()
    {
        await Pair(Mentee, "Mentee", 3, 4);
        await Others(3, 0);
        var few = await Sum("motivation");
        Assert.That(((int)few["pairs"]!, few["improved"], few["change"]), Is.EqualTo((4, (JsonNode?)null, (JsonNode?)null)));
        await Others(1, -2);
        var many = await Sum("motivation");
        Assert.That(((int)many["pairs"]!, (int)many["improved"]!, (int)many["stayed"]!, (int)many["worsened"]!), Is.EqualTo((5, 4, 0, 1)));
        Assert.That(((decimal)many["before"]!, (decimal)many["after"]!, (decimal)many["change"]!), Is.EqualTo((3m, 3.6m, 0.6m)));
        var strain = await Sum("strain");
        Assert.That(((int)strain["improved"]!, (int)strain["worsened"]!), Is.EqualTo((1, 4)), "of strain less is better");
        Assert.That((int)(await Sum("motivation", "Mentor"))["pairs"]!, Is.Zero);
        await Mentee.GetAsync(AtSchool("/sums")).IsProblem(404, "not-found");
        await Stranger.GetAsync(AtSchool("/sums")).IsProblem(404, "not-found");

        using var request = new HttpRequestMessage(HttpMethod.Get, AtSchool(".csv"));
        request.Headers.AcceptLanguage.ParseAdd("ru");
        using var answer = await Curator.SendAsync(request);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Наставляемый;2;Мотивация к профессии;5;4;0;1;3;3,6;0,6;0;").IgnoreCase
            .Or.Contain("Наставляемый;2;Мотивация к профессии;5;4;0;1;3,00;3,60;0,60;0;"));
    }

    [Test]
    public async Task The_school_sees_who_is_due_and_reminds_them_once_a_day()
    {
        await Term(10, 200);
        await Sent(Mentee, "Mentee", "Before", 3);
        var due = (await Curator.GetAsync(AtSchool("/takings?search=Наставникова")).Ok())["items"]!.AsArray();
        Assert.That(due.Where(one => (Guid)one!["programId"]! == Program).Select(one => ((string?)one!["moment"], one["takenOn"])),
            Is.EqualTo(new[] { ("Before", (JsonNode?)null) }));
        var sent = (await Head.GetAsync(AtSchool("/takings?state=Sent&size=1")).Ok())["items"]!.AsArray();
        Assert.That(sent.Select(one => (Guid)one!["personId"]!), Is.EqualTo(new[] { School.Mentee }));
        Assert.That((int)(await Curator.Post(AtSchool("/remind"), new { }).Ok())["people"]!, Is.GreaterThan(0));
        await Curator.Post(AtSchool("/remind"), new { }).IsProblem(409, "impact.reminded-today");
        await Mentor.Post(AtSchool("/remind"), new { }).IsProblem(403, "permission.missing");
        var coverage = (await Curator.GetAsync(AtSchool("/sums")).Ok())["coverage"]!.AsArray();
        Assert.That(coverage.Select(one => (int)one!["sent"]!), Does.Contain(1));
    }

    [Test]
    public async Task The_school_says_how_it_sees_itself_and_what_was_corrected_stays()
    {
        var at = AtSchool("/school");
        Assert.That((int)(await Head.GetAsync(at).Ok())["version"]!, Is.Zero);
        var few = new Dictionary<string, int> { ["growth-1"] = 3 };
        await Head.Put(at, new { schoolYear = Year, moment = "Before", version = 0, answers = few }).IsProblem(400, "impact.incomplete");
        await Head.Put(at, new { schoolYear = Year, moment = "Before", version = 0, answers = Answers("School", 3) }).Ok();
        await Curator.Put(at, new { schoolYear = Year, moment = "Before", version = 0, answers = Answers("School", 4) }).IsProblem(412, "version.stale");
        await Curator.Put(at, new { schoolYear = Year, moment = "Before", version = 1, answers = Answers("School", 4) }).Ok();
        Assert.That((int)(await Head.GetAsync(at).Ok())["past"]![0]!["answers"]!["growth-1"]!, Is.EqualTo(3));
        await Head.Put(at, new { schoolYear = Year + 1, moment = "Before", version = 0, answers = Answers("School", 3) }).IsProblem(409, "impact.not-open");
        var parts = (await Head.GetAsync(AtSchool("/sums")).Ok())["school"]!.AsArray();
        Assert.That(parts.Select(one => ((decimal?)one!["begin"], one["end"])), Is.All.EqualTo(((decimal?)4m, (JsonNode?)null)));
        await Stranger.GetAsync(at).IsProblem(404, "not-found");
        await Mentee.GetAsync(at).IsProblem(404, "not-found");
    }
}
