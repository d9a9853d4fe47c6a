using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>What a figure of the report is.</summary>
public enum ReportFigureCode
{
    ProgramsCompleted, ProgramsEndedEarly, GoalsReached, GoalsImproved, RoadmapDone, MeetingsHeld,
    MentorsRating, MenteesRating, CensusDecided, NeedsCovered, ConditionsMet, RisksClosed, SignalsConfirmed, IncentivesGranted,
}

/// <summary>A figure of one school year beside the year before.</summary>
/// <param name="Numerator">Null where it would tell of fewer than five persons.</param>
/// <param name="Denominator">Null where the numerator is.</param>
/// <param name="Before">The same of the year before.</param>
public sealed record ReportFigure(ReportFigureCode Code, int? Numerator, int? Denominator, ReportFigure.Pair? Before)
{
    /// <param name="Numerator">Null where it would tell of fewer than five persons.</param>
    public sealed record Pair(int? Numerator, int? Denominator);
}

/// <summary>The figures of a school year, computed from what the school did; the one place where they are defined.</summary>
public static class ReportFigures
{
    /// <summary>Below this many persons a figure is not shown: it would tell of somebody.</summary>
    public const int FewestPersons = 5;

    public sealed record Row(int SchoolYear, ReportFigureCode Code, int Numerator, int Denominator);

    static readonly HashSet<ReportFigureCode> OfPersons =
        [ReportFigureCode.MentorsRating, ReportFigureCode.MenteesRating, ReportFigureCode.CensusDecided, ReportFigureCode.NeedsCovered,
            ReportFigureCode.IncentivesGranted];

    public static IReadOnlyList<ReportFigure> Of(IEnumerable<Row> rows, int schoolYear)
    {
        var found = rows.ToDictionary(row => (row.SchoolYear, row.Code));
        return [.. Enum.GetValues<ReportFigureCode>().Select(code =>
        {
            var now = Shown(code, found.GetValueOrDefault((schoolYear, code)));
            return new ReportFigure(code, now.Numerator, now.Denominator, Shown(code, found.GetValueOrDefault((schoolYear - 1, code))));
        })];
    }

    static ReportFigure.Pair Shown(ReportFigureCode code, Row? row) => row switch
    {
        null => new(0, 0),
        { Denominator: > 0 and < FewestPersons } when OfPersons.Contains(code) => new(null, null),
        _ => new(row.Numerator, row.Denominator),
    };

    /// <summary>A rating is a sum of marks from 1 to 5 over the evaluations given; every other figure is a part of a whole.</summary>
    public static bool IsMean(ReportFigureCode code) => code is ReportFigureCode.MentorsRating or ReportFigureCode.MenteesRating;

    /// <summary>Rows of this year and the one before; a year ends with 31 August where the school is.</summary>
    public const string Sql = $"""
        with year as (
            select y school_year, make_date(y, 9, 1) first, make_date(y + 1, 8, 31) last,
                   make_date(y, 9, 1)::timestamp at time zone @TimeZone starts_at, make_date(y + 1, 9, 1)::timestamp at time zone @TimeZone ends_at
              from (values (@SchoolYear), (@SchoolYear - 1)) v(y)),
        mine as materialized (select * from program where organization_id = @OrganizationId),
        goal as (
            select y.school_year, g.measure_before was, g.measure_target wanted, g.measure_after came
              from year y join mine p on p.finished_at >= y.starts_at and p.finished_at < y.ends_at join program_goal g on g.program_id = p.id
             where g.measure_before is not null and g.measure_target is not null and g.measure_after is not null),
        rating as (
            select y.school_year, e.role, e.goals_reached from year y join program_evaluation e on e.organization_id = @OrganizationId
                   and e.evaluated_at >= y.starts_at and e.evaluated_at < y.ends_at)
        select school_year, 'ProgramsCompleted' code, (count(*) filter (where status = 'Completed'))::int numerator, count(*)::int denominator
          from year join mine on finished_at >= starts_at and finished_at < ends_at and status in ('Completed', 'EndedEarly') group by 1
        union all
        select school_year, 'ProgramsEndedEarly', (count(*) filter (where status = 'EndedEarly'))::int, count(*)::int
          from year join mine on finished_at >= starts_at and finished_at < ends_at and status in ('Completed', 'EndedEarly') group by 1
        union all
        select school_year, 'GoalsReached', (count(*) filter (where sign(wanted - was) * (came - wanted) >= 0))::int, count(*)::int from goal group by 1
        union all
        select school_year, 'GoalsImproved', (count(*) filter (where sign(wanted - was) * (came - was) > 0))::int, count(*)::int from goal group by 1
        union all
        select school_year, 'RoadmapDone', count(a.done_on)::int, count(*)::int
          from year join roadmap_activity a on a.organization_id = @OrganizationId and a.due_on between first and least(last, @Today)
          join mine p on p.id = a.program_id and p.activated_at is not null group by 1
        union all
        select school_year, 'MeetingsHeld', (count(*) filter (where m.status = 'Held'))::int, count(*)::int
          from year join meeting m on m.organization_id = @OrganizationId and m.starts_at >= year.starts_at and m.starts_at < least(ends_at, @Now)
             and m.status <> 'Cancelled' group by 1
        union all
        select school_year, case role when 'Mentor' then 'MentorsRating' else 'MenteesRating' end, sum(goals_reached)::int, count(*)::int from rating
               group by school_year, role
        union all
        select c.school_year, 'CensusDecided', count(entry.person_id)::int, count(e.person_id)::int
          from year join census c on c.organization_id = @OrganizationId and c.school_year = year.school_year
          left join employment e on e.organization_id = @OrganizationId and {PeopleSql.IsTeacher}
                and e.started_on <= coalesce(c.completed_on, least(year.last, @Today))
                and (e.ended_on is null or e.ended_on > coalesce(c.completed_on, least(year.last, @Today)))
          left join census_entry entry on entry.census_id = c.id and entry.person_id = e.person_id
         group by 1
        union all
        select n.school_year, 'NeedsCovered', (count(*) filter (where exists (
                   select from program_participant i join program p on p.id = i.program_id
                    where i.person_id = n.person_id and i.role = 'Mentee' and p.activated_at < year.ends_at and p.starts_on <= year.last
                      and (p.finished_at is null or p.finished_at >= year.starts_at))))::int, count(*)::int
          from year join mentoring_need n on n.organization_id = @OrganizationId and n.school_year = year.school_year group by 1
        union all
        select a.school_year, 'ConditionsMet', (count(*) filter (where a.level = 'Met'))::int,
               (select count(*)::int from dictionary_entry d where d.dictionary = 'school-condition' and d.valid_from <= least(year.last, @Today)
                   and (d.valid_to is null or d.valid_to > least(year.last, @Today)))
          from year join condition_assessment a on a.organization_id = @OrganizationId and a.school_year = year.school_year group by a.school_year, year.last
        union all
        select school_year, 'RisksClosed', (count(*) filter (where status = 'Closed'))::int, count(*)::int
          from year join risk on organization_id = @OrganizationId and opened_on between first and last group by 1
        union all
        select school_year, 'SignalsConfirmed', (count(*) filter (where status = 'Confirmed'))::int, count(*)::int
          from year join risk_signal on organization_id = @OrganizationId and raised_on between first and last and shown_on <= @Today group by 1
        union all
        select school_year, 'IncentivesGranted', (count(*) filter (where status = 'Granted'))::int, count(*)::int
          from year join incentive_proposal on organization_id = @OrganizationId and proposed_at >= starts_at and proposed_at < ends_at
             and status <> 'Withdrawn' group by 1
        """;
}
