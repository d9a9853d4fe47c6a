using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// A program counts from the first day of its term in every indicator, so that what began before its term is summed anew. And
/// an employment that goes on in another position keeps the day on which the service began.
/// </summary>
[Migration(423)]
public sealed class M0423_TermsAndTurns : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("alter table employment add column hired_on date");
        Execute.Sql("""
            insert into indicator_stale (organization_id, region_code, from_period, to_period)
            select o.id, o.region_code, min(date_trunc('month', p.activated_at at time zone 'Europe/Moscow'))::date, null::date
              from program p
              join lateral (select p.organization_id place union select i.employer_id from program_participant i where i.program_id = p.id) of on true
              join organization o on o.id = of.place
             where p.activated_at < p.starts_on
             group by o.id, o.region_code
            """);
    }
}
