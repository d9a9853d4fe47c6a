namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Statements that several slices of this chapter share.</summary>
static class ImportSql
{
    /// <summary>What <see cref="GetImport.Row"/> is read from.</summary>
    public const string Select = """
        select i.id, i.kind, i.status, i.organization_id, i.region_code, i.file_name,
               case when i.rows_total > 0 then i.rows_total else coalesce(p.rows_total, 0) end rows_total,
               case when i.status in ('Checked', 'Applied') then i.rows_total else coalesce(p.rows_done, 0) end rows_done,
               i.problems, i.creates, i.updates, i.ends, i.unchanged, i.elsewhere, i.staff, i.joins, i.leaves, i.asks_mass_change,
               coalesce(i.status = 'Checked' and i.mass_change_confirmed_of <> i.mass_change_of, false) is_asked_again,
               array_to_string(i.missing_pages, ',') missing_pages, i.rows_missing,
               case when i.status = 'Checked' and i.kind = 'OrganizationRegister' and i.problems > 0
                    then (select count(*)::int from import_problem q where q.import_id = i.id and q.code = 'import.kind-unclear') else 0 end questions,
               i.created_at, coalesce(a.display_name, i.created_by) created_by,
               i.failure, i.failure_values, i.version
          from import i
          left join import_progress p on p.import_id = i.id
          left join identity.account a on a.id::text = i.created_by
        """;

    public const string Received = """
        insert into import (id, kind, organization_id, region_code, file_name, file_hash, created_at, created_by)
        values (@Id, @Kind, @OrganizationId, @Region, @Name, @Hash, @Now, @Caller)
        """;

    public const string KeepFile = """
        insert into import_file (import_id, organization_id, region_code, content) values (@Id, @OrganizationId, @Region, @Content)
        """;

    /// <summary>Personal data does not outlive its use: the hash alone stays.</summary>
    public static readonly string DropFile = $"""
        delete from import_file where import_id = @Id;
        delete from staff_list_reading where import_id = @Id;
        delete from import_organization p using import i where p.import_id = @Id and i.id = @Id and i.status <> 'Applied';
        {RosterPeopleSql.Forget};
        {string.Join(";\n", ImportReach.Brought.Values.Select(one => one.Forget))}
        """;

    /// <summary>Adds what a select tells: file, line, field, code and value.</summary>
    public const string Problem = "insert into staged_problem (file, line, field, code, value)";
}
