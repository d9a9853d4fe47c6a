using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Region.Routes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Teachers with diagnoses in a region of four municipalities, and whoever watches it.</summary>
public abstract class DeficitsTest : RouteTest
{
    protected const string Path = $"/api/v1/territories/{World.Region}/deficits";
    protected static readonly string[] Municipalities = ["28604000", "28701000", "28999001", "28999002"];

    protected Sums Sums { get; private set; } = null!;
    protected HttpClient Analyst { get; private set; } = null!;

    [SetUp]
    public async Task Region()
    {
        Sums = new(Services, Sql, Today);
        Analyst = await As(Role.RegionalAnalyst, World.Region);
        await Sql.ExecuteAsync("""
            insert into dictionary_entry (dictionary, code, name_ru, name_en, position, source, valid_from, data)
            select 'competence-area', c, c, c, n, 'test', '2020-01-01', d::jsonb
              from (values ('digital', 3, '{}'), ('ict', 4, '{"parent": "digital"}'), ('digitalisation', 5, '{"parent": "digital"}')) v (c, n, d)
            on conflict do nothing;
            insert into territory (code, parent_code, level, name_ru, name_en)
            select code, 'RU-TVE', 'Municipality', code, code from unnest(@Municipalities) code on conflict do nothing;
            insert into territory_tree select above, code, depth from unnest(@Municipalities) code
             cross join (values (null, 0), ('RU-TVE', 1), ('cfo', 2), ('RU', 3)) t (ancestor, depth)
             cross join lateral (select coalesce(ancestor, code) above) a
            on conflict do nothing;
            insert into instrument (id, code, edition, kind, name_ru, name_en, status, content, created_at, created_by)
            values ('00000000-0000-0000-0000-00000000de01', 'test-deficits', 1, 'Deficits', 'x', 'x', 'Published', '{}', now(), 'x') on conflict do nothing;
            delete from organization_deficit
            """, new { Municipalities });
    }

    /// <summary>So many teachers of a school, diagnosed: for the first of them the areas are hard, for the others not.</summary>
    protected Task Diagnosed(Guid school, int teachers, int hard, params string[] areas) => Sql.ExecuteAsync("""
        create temp table new_teacher as select gen_random_uuid() id, n, gen_random_uuid() diagnosis from generate_series(1, @teachers) n;
        insert into person (id, family_name, given_name, organization_ids) select id, 'Иванова', 'Анна', array[@school] from new_teacher;
        insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
        select gen_random_uuid(), o.id, o.region_code, t.id, 'teacher', true, true, '2020-09-01' from new_teacher t join organization o on o.id = @school;
        insert into diagnosis (region_code, id, person_id, organization_id, kind, author, instrument_id, instrument_version, status, started_at, done_at)
        select o.region_code, t.diagnosis, t.id, o.id, 'Deficits', 'Self', '00000000-0000-0000-0000-00000000de01', 1, 'Done', now(), now()
          from new_teacher t join organization o on o.id = @school;
        insert into diagnosis_area (region_code, diagnosis_id, area_code, level, rests_on, person_id, reader_ids, reader_organization_ids)
        select d.region_code, d.id, a, case when t.n <= @hard then 67 else 33 end, '{}', d.person_id, '{}', '{}'
          from new_teacher t join diagnosis d on d.id = t.diagnosis cross join unnest(@areas) a;
        drop table new_teacher
        """, new { school, teachers, hard, areas });

    /// <summary>What is kept of a school: "Closed methods 1, Open ict 2".</summary>
    protected async Task<string> Kept(Guid school) => string.Join(", ", await Sql.QueryAsync<string>("""
        select concat_ws(' ', counted, nullif(area_code, ''), teachers) from organization_deficit where organization_id = @school order by 1
        """, new { school }));

    protected async Task<string> Now(Guid school)
    {
        await Sums.RollUp();
        return await Kept(school);
    }

    protected async Task<JsonNode> Shown(string path = Path, HttpClient? who = null) => await (who ?? Analyst).GetAsync(path).Ok();

    protected static int? Of(JsonNode answer, string area, string counted = "open") =>
        (int?)answer["areas"]!.AsArray().Single(one => (string?)one!["code"] == area)![counted];

    /// <summary>What a region's page tells of a part of it.</summary>
    protected static int? Of(JsonNode answer, string municipality, string area, string counted)
    {
        var at = answer["areas"]!.AsArray().Select(one => (string?)one!["code"]).ToList().IndexOf(area);
        return (int?)answer["parts"]!.AsArray().Single(one => (string?)one!["code"] == municipality)![counted]![at];
    }
}
