using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>The role that the API works as. It owns nothing and has no way around the row policies.</summary>
[Migration(1)]
public sealed class M0001_Roles : ForwardOnlyMigration
{
    public override void Up() => Execute.Sql("""
        do $$
        begin
            if not exists (select from pg_roles where rolname = 'mentoring_app') then
                create role mentoring_app nosuperuser nobypassrls nocreatedb nocreaterole;
            end if;
        exception when duplicate_object or unique_violation then null;
        end $$;
        grant usage on schema public to mentoring_app;
        create extension if not exists btree_gist;
        create extension if not exists pg_trgm;
        """);
}
