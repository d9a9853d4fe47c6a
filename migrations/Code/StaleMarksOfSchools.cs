namespace Mentoring.Migrations.Code;

/// <summary>Facts of what schools know of their own mentoring, and of what it leads to.</summary>
static partial class StaleMarks
{
    /// <summary>What a mentee does beyond lessons counts for whomever the mentee takes part in a program.</summary>
    static string MenteeOf(string person) => $"""
        program_participant i on i.person_id = {person} and i.role = 'Mentee'
              join participant_home h on h.program_id = i.program_id and h.person_id = i.person_id
              join organization o on o.id = h.employer_id join organization_zone t on t.place_id = o.id
        """;

    static readonly (string Table, string Facts)[] s_ofSchools =
    [
        // Of olympiads and attainment the figures of a school year are told from one another; next year's attainment is told from this one's.
        ("pupil_result", """
            select id, organization_id, region_code,
                   case when kind in ('Vpr', 'Oge', 'Ege') then indicator_month(counted_on) else make_date(school_year, 9, 1) end from_period,
                   case kind when 'Olympiad' then make_date(school_year + 1, 8, 1) when 'Attainment' then make_date(school_year + 2, 8, 1)
                        else indicator_month(counted_on) end to_period,
                   concat_ws('/', person_id, kind, subject_code, grade, term, pupils, successful, counted_on) detail
              from {rows} where withdrawn_at is null
            """),

        // How old somebody was who began.
        ("person", """
            select w.id, e.organization_id, e.region_code, cohort_month(e.started_on, 12) from_period, cohort_month(e.started_on, 36) to_period,
                   w.birth_date::text detail
              from {rows} w join employment e on e.person_id = w.id and e.is_main and e.is_teaching
            """),

        // A risk counts as what it is from the day of its change on.
        ("risk", """
            select id, organization_id, region_code, indicator_month(opened_on) from_period, null::date to_period, concat(opened_on) detail from {rows}
            union all
            select id, organization_id, region_code, indicator_month(local_day(now(), organization_id)), null,
                   concat(kind_code, status <> 'Closed' and probability * impact >= 15)
              from {rows}
            """),

        ("risk_signal", $$"""
            select r.id, r.organization_id, r.region_code, indicator_month(shown_on) from_period, indicator_month(coalesce(passed_on, decided_on)) to_period,
                   concat(program_id, kind) detail
              from {{Homes("id, program_id, kind, status, shown_on, passed_on, decided_on")}} r
             where r.status <> 'Dismissed' and coalesce(passed_on, decided_on, shown_on) >= shown_on
            """),

        // What was agreed on counts from the day of its confirmation, another number from the day of its change.
        ("mentor_profile", """
            select person_id id, organization_id, region_code, indicator_month(confirmed_on) from_period, null::date to_period, concat(confirmed_on) detail
              from {rows} where confirmed_on is not null
            union all
            select person_id, organization_id, region_code, indicator_month(local_day(now(), organization_id)), null,
                   concat(case status when 'Confirmed' then capacity_programs else 3 end)
              from {rows}
            """),

        ("wish_to_join", """
            select id, organization_id, region_code, indicator_month(expressed_on) from_period, null::date to_period,
                   concat(person_id, wish, expressed_on) detail
              from {rows}
            union all
            select id, organization_id, region_code, indicator_month(withdrawn_on), null, concat(person_id, withdrawn_on)
              from {rows} where withdrawn_on is not null
            """),

        ("initiative", $$"""
            select w.id, w.organization_id, w.region_code, {{Month("w.ended_at")}} from_period, {{Month("w.ended_at")}} to_period, w.status detail
              from {rows} w {{Zone}} where w.ended_at is not null and w.opened_at is not null
            union all
            select m.person_id, o.id, o.region_code, {{Month("w.ended_at")}}, null, concat('in', w.id)
              from {rows} w join initiative_member m on m.region_code = w.region_code and m.initiative_id = w.id and m.joined_at is not null
              join {{MenteeOf("m.person_id")}} where w.ended_at is not null
            """),

        ("initiative_member", $$"""
            select w.person_id id, o.id organization_id, o.region_code, {{Month("w.joined_at")}} from_period, null::date to_period,
                   concat(w.initiative_id, w.joined_at) detail
              from {rows} w join {{MenteeOf("w.person_id")}} where w.joined_at is not null
            union all
            select w.person_id, o.id, o.region_code, {{Month("w.ended_at")}}, null, concat(w.initiative_id, w.ended_at)
              from {rows} w join {{MenteeOf("w.person_id")}} where w.joined_at is not null and w.ended_at is not null
            """),

        ("public_event", $$"""
            select p.person_id id, o.id organization_id, o.region_code, {{Month("w.starts_at")}} from_period,
                   school_year_end({{Month("w.starts_at")}}) to_period, w.id::text detail
              from {rows} w join public_event_person p on p.event_id = w.id and p.region_code = w.region_code
              join {{MenteeOf("p.person_id")}} where w.status = 'Held'
            """),

        ("public_event_person", $$"""
            select w.person_id id, o.id organization_id, o.region_code, {{Month("v.starts_at")}} from_period,
                   school_year_end({{Month("v.starts_at")}}) to_period, w.event_id::text detail
              from {rows} w join public_event v on v.id = w.event_id and v.region_code = w.region_code and v.status = 'Held'
              join {{MenteeOf("w.person_id")}}
            """),

        ("practice", $$"""
            select a.person_id id, o.id organization_id, o.region_code, {{Month("w.submitted_at")}} from_period,
                   school_year_end({{Month("w.submitted_at")}}) to_period, w.id::text detail
              from {rows} w join practice_author a on a.practice_id = w.id and a.region_code = w.region_code
              join {{MenteeOf("a.person_id")}} where w.submitted_at is not null
            """),

        ("practice_author", $$"""
            select w.person_id id, o.id organization_id, o.region_code, {{Month("p.submitted_at")}} from_period,
                   school_year_end({{Month("p.submitted_at")}}) to_period, w.practice_id::text detail
              from {rows} w join practice p on p.id = w.practice_id and p.region_code = w.region_code and p.submitted_at is not null
              join {{MenteeOf("w.person_id")}}
            """),
    ];
}
