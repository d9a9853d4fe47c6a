using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// A person of the country is found by name and birth date. The name has a column of its own in the form in which names are
/// compared: under row policies an index on an expression would not be used.
/// </summary>
[Migration(402)]
public sealed class M0402_PersonNames : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        alter table person add column name_key text generated always as (translate(lower(family_name || ' ' || given_name), 'ё', 'е')) stored;
        create index person_name_key on person (name_key, birth_date);
        """);
}
