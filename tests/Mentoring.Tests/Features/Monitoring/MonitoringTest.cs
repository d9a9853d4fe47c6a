using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Facts of small worlds whose indicators can be counted by hand. It is the tenth of November 2026.</summary>
public abstract class MonitoringTest : ApiTest
{
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 10, 9, 0, 0, TimeSpan.Zero));

    protected override TimeProvider Time => Clock;

    protected Task OpenMonths() => Services.GetRequiredService<OpenMonths>().Run(default);

    protected Task RollUp() => Services.GetRequiredService<RollUpStale>().Run(default);

    protected Task FullRollUp() => Services.GetRequiredService<FullRollUp>().Run(default);

    protected Task<Guid> Reconcile() => Services.GetRequiredService<ReconcileIndicators>().Run(default);

    /// <summary>A program of this school year, or of a term that begins when it is put in force before.</summary>
    /// <param name="activated">The instant, as PostgreSQL reads it; null for a draft.</param>
    protected async Task<Guid> Program(Guid school, string? activated, string? finished = null, string status = "Active", string? created = null)
    {
        var id = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, created_by,
                                 created_at, activated_at, finished_at)
            select @id, id, region_code, 'Программа', 'teacher-teacher', 'traditional', 'adaptation', @status,
                   least(date '2026-09-01', @activated::date), '2027-05-31', 'test',
                   coalesce(@created::timestamptz, @activated::timestamptz, '2026-09-01'), @activated::timestamptz, @finished::timestamptz
              from organization where id = @school
            """, new { id, school, status, activated, finished, created });
        return id;
    }

    protected Task Join(Guid program, Guid person, string role, string joined, string? left = null, Guid? employer = null) => Sql.ExecuteAsync("""
        insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on, left_on)
        select id, organization_id, region_code, @person, 'Имя', coalesce(@employer, organization_id), @role, @joined::date, @left::date from program
               where id = @program
        """, new { program, person, role, joined, left, employer });

    protected Task Need(Guid school, Guid person, int schoolYear, string noted) => Sql.ExecuteAsync("""
        insert into mentoring_need (organization_id, region_code, person_id, school_year, category, noted_on)
        select id, region_code, @person, @schoolYear, 'NewInStaff', @noted::date from organization where id = @school
        """, new { school, person, schoolYear, noted });

    protected async Task<Guid> Meeting(Guid program, string startsAt, string status = "Held")
    {
        var id = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into meeting (region_code, id, program_id, organization_id, status, mode, starts_at, duration_minutes, topic, created_by)
            select region_code, @id, id, organization_id, @status, 'Online', @startsAt::timestamptz, 45, 'Тема', 'test' from program where id = @program
            """, new { id, program, startsAt, status });
        return id;
    }

    protected async Task<Guid> Activity(Guid program, string due, string? done = null)
    {
        var id = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into roadmap_activity (region_code, id, program_id, organization_id, position, activity, due_on, responsible, expected_result, done_on)
            select region_code, @id, id, organization_id, 1, 'Мероприятие', @due::date, 'Both', 'Результат', @done::date from program where id = @program
            """, new { id, program, due, done });
        return id;
    }

    protected async Task<Guid> Consent(Guid program, Guid person, string status, string? decided)
    {
        var id = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into consent (id, program_id, organization_id, region_code, person_id, status, terms_version, terms_hash, terms, decided_at)
            select @id, id, organization_id, region_code, @person, @status, 1, '', '{}', @decided::timestamptz from program where id = @program
            """, new { id, program, person, status, decided });
        return id;
    }

    /// <summary>What is kept for a place and a month: "numerator/denominator reported/expected".</summary>
    protected Task<string?> Kept(string territory, string period, string indicator) => Sql.QuerySingleOrDefaultAsync<string>("""
        select concat(trim_scale(numerator), '/', trim_scale(denominator), ' ', organizations_reported, '/', organizations_expected)
          from territory_indicator where territory_code = @territory and period = @period::date and indicator = @indicator
        """, new { territory, period = period + "-01", indicator });

    protected Task<string?> Kept(Guid school, string period, string indicator) => Sql.QuerySingleOrDefaultAsync<string>("""
        select concat(trim_scale(numerator), '/', trim_scale(denominator)) from organization_indicator
         where organization_id = @school and period = @period::date and indicator = @indicator
        """, new { school, period = period + "-01", indicator });
}
