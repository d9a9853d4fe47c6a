using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Agenda;

/// <summary>What can wait for somebody in one area: declared beside its rows, found by itself.</summary>
public interface IAgenda
{
    IReadOnlyList<AgendaQuestion> All { get; }
}

/// <summary>
/// What can wait for somebody: a query that is asked with the rights of the permission that its act needs, and not asked
/// at all of whoever lacks it. So the row policies hold for each question by itself.
/// </summary>
/// <param name="Sql">
/// Rows in this order: kind, subject, title (the object), about (where it belongs), person, program, organization, due on,
/// overdue, version (for deciding at once), path of the page where it is done. May use <c>day</c> (what day it is in each
/// region) and <c>mine</c> (the caller's own programs).
/// </param>
public sealed record AgendaQuestion(Permission Permission, string Sql)
{
    /// <summary>The organizations at which the caller holds the question's permission.</summary>
    public const string Here = "any((select nullif(current_setting('scope.organizations', true), '')::uuid[])::uuid[])";

    /// <summary>The questions of one permission as one statement, in which each kind is capped and counted.</summary>
    public static readonly IReadOnlyDictionary<Permission, string> Statements =
        Contributions.Of<IAgenda>().SelectMany(area => area.All).GroupBy(question => question.Permission)
            .ToDictionary(group => group.Key, group => Statement(group.Select(question => question.Sql)));

    // The day of each place that is asked about: made once for all, it would be that of every organization in the country.
    static string Statement(IEnumerable<string> questions) => $"""
        with day as not materialized (select place_id, (@Now::timestamptz at time zone time_zone)::date today from organization_zone),
        mine as (
            select p.*, part.role, day.today,
                   (select string_agg(other.person_name, ', ' order by other.person_name) from program_participant other where other.program_id = p.id
                       and other.person_id <> @Person) partners
              from program p join program_participant part on part.program_id = p.id and part.person_id = @Person join day on day.place_id = p.organization_id
             where p.id = any(@Mine)),
        task as (
        {string.Join("\nunion all\n", questions.Select(Typed))}),
        ranked as (
            select task.*, count(*) over (partition by kind)::int of_kind,
                   row_number() over (partition by kind order by overdue desc, due_on nulls last, subject_id) place
              from task)
        select kind, subject_id, title, about, person, program_id, organization_id, due_on, overdue, version, path, of_kind from ranked
               where place <= @MostOfAKind
        """;

    // A union takes its types from its first two branches, where a column may be null in both.
    static string Typed(string sql) => $"""
        select kind::text, subject_id::uuid, title::text, about::text, person::text, program_id::uuid, organization_id::uuid, due_on::date, overdue::boolean,
               version::int, path::text
          from ({sql}) q (kind, subject_id, title, about, person, program_id, organization_id, due_on, overdue, version, path)
        """;
}
