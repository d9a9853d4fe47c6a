using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>Which resource of the map, and which of its runs, an activity of a route was taken from: said with the route, wherever that moves.</summary>
[Migration(598)]
public sealed class M0598_RouteResources : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table route_activity add column resource_id uuid, add column resource_run_id uuid;
        comment on column route_activity.resource_id is 'Of the resource map, of any region';
        """);
}
