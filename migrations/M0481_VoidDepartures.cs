using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>A departure that was taken back is void: should the same person leave on the same day after all, consequences are drawn again.</summary>
[Migration(481)]
public sealed class M0481_VoidDepartures : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table departure add column voided_at timestamptz;
        drop index departure_once;
        create unique index departure_once on departure (organization_id, person_id, kind, left_on) where voided_at is null;
        """);
}
