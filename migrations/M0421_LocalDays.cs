using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What day it is where an organization is: a municipality may keep another time than the rest of its region, as in Yakutia's
/// three zones. One view says the zone and one function the day, for every statement of the product.
/// </summary>
[Migration(421)]
public sealed class M0421_LocalDays : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create view organization_zone with (security_invoker = true) as
            select o.id place_id, coalesce(near.time_zone, region.time_zone) time_zone
              from organization o join territory near on near.code = o.territory_code join territory region on region.code = o.region_code;
            grant select on organization_zone to mentoring_app;

            create function local_day(at timestamptz, place uuid, area text default null) returns date language sql stable parallel safe as $$
                select (at at time zone coalesce(
                    (select z.time_zone from organization_zone z where z.place_id = place),
                    (select coalesce(t.time_zone, above.time_zone) from territory t
                       left join territory above on above.code = t.parent_code where t.code = area),
                    'Europe/Moscow'))::date
            $$;
            """);
        Execute.Sql(Policies.SignalsByLocalDay("risk_signal"));
        foreach (var marks in StaleMarks.ByLocalDay) Execute.Sql(marks);
    }
}
