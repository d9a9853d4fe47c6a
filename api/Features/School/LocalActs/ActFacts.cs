using System.Globalization;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>What a school's data tells for the places of a template.</summary>
public static class ActFacts
{
    public static async Task<IReadOnlyDictionary<string, string?>> Of(Guid organization, Db db, TimeProvider time, CancellationToken ct)
    {
        var facts = await db.One<Facts>(Sql, new { Id = organization, Today = await RegionTime.TodayAt(organization, db, time, ct) }, ct);
        return Values(facts, RegionTime.Today(facts.TimeZone, time));
    }

    /// <summary>The facts by the names that templates use.</summary>
    internal static IReadOnlyDictionary<string, string?> Values(Facts facts, DateOnly today)
    {
        var year = SchoolYear.Of(today);
        return new Dictionary<string, string?>
        {
            ["organization"] = facts.NameFull, ["organizationShort"] = facts.NameShort, ["place"] = facts.Place, ["region"] = facts.Region,
            ["sector"] = facts.Sector, ["federalProject"] = facts.FederalProject, ["head"] = facts.Head, ["curator"] = facts.Curator, ["chair"] = facts.Chair,
            ["council"] = facts.Council, ["psychologist"] = facts.Psychologist, ["union"] = facts.Unionist,
            ["mentors"] = facts.Mentors.ToString(CultureInfo.InvariantCulture), ["mentees"] = facts.Mentees.ToString(CultureInfo.InvariantCulture),
            ["schoolYear"] = SchoolYear.Name(year), ["today"] = today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        };
    }

    internal sealed record Facts
    {
        public required string NameFull { get; init; }
        public required string NameShort { get; init; }
        public required string Place { get; init; }
        public required string Region { get; init; }
        public required string TimeZone { get; init; }
        public string? Sector { get; init; }
        public string? FederalProject { get; init; }
        public string? Head { get; init; }
        public string? Curator { get; init; }
        public string? Chair { get; init; }
        public string? Council { get; init; }
        public string? Psychologist { get; init; }
        public string? Unionist { get; init; }
        public int Mentors { get; init; }
        public int Mentees { get; init; }
    }

    internal const string Sql = """
        with holder as (
            select r.role, coalesce(nullif(person_name(p), ''), a.display_name) as name
              from role_assignment r join identity.account a on a.id = r.account_id left join person p on p.id = a.person_id
             where r.organization_id = @Id and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today)),
        pair as (
            select distinct part.role, part.person_id
              from program_participant part join program p on p.id = part.program_id
             where p.organization_id = @Id and p.status in ('Active', 'Paused') and part.left_on is null)
        select o.name_full, o.name_short, t.name_ru place, r.name_ru region, z.time_zone, d.name_ru sector, d.data ->> 'federalProject' federal_project,
               coalesce((select min(name) from holder where role = 'Head'),
                        (select min(person_name(p)) from employment e join person p on p.id = e.person_id
                          where e.organization_id = o.id and e.position_code = 'head' and e.started_on <= @Today
                             and (e.ended_on is null or e.ended_on > @Today))) head,
               (select string_agg(name, ', ' order by name) from holder where role = 'Curator') curator,
               (select min(name) from holder where role = 'CouncilChair') chair,
               (select string_agg(name, ', ' order by name) from holder where role = 'CouncilMember') council,
               (select min(name) from holder where role = 'Psychologist') psychologist,
               (select min(name) from holder where role = 'UnionRepresentative') unionist,
               (select count(*)::int from pair where role = 'Mentor') mentors,
               (select count(*)::int from pair where role = 'Mentee') mentees
          from organization o
          join territory t on t.code = o.territory_code
          join territory r on r.code = o.region_code
          join organization_zone z on z.place_id = o.id
          left join dictionary_entry d on d.dictionary = 'sector' and d.code = o.sector and d.valid_to is null
         where o.id = @Id
        """;
}
