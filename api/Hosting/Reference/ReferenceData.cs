using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Mentoring.Migrations;
using Npgsql;

namespace Mentoring.Api.Hosting.Reference;

/// <summary>
/// The country as the product ships it: federation, federal districts, regions with their time zones, municipalities, and
/// the dictionaries, the production calendar with their legal sources, and the federation's instruments of
/// diagnosis. Missing rows are added at every start; what is there already stays as it is, since an administrator may have revised it.
/// </summary>
public static class ReferenceData
{
    static readonly Lazy<Content> Shipped = new(Content.Read);

    /// <returns>Whether anything was brought in; false when this content was loaded before.</returns>
    public static bool Load(string ownerConnectionString)
    {
        var content = Shipped.Value;
        using var connection = new NpgsqlConnection(ownerConnectionString);
        connection.Open();
        if (IsLoaded(connection, content)) return false;

        using var transaction = connection.BeginTransaction();
        connection.Execute("select pg_advisory_xact_lock(@Lock)", new { Migrator.Lock });
        if (IsLoaded(connection, content)) return false;

        connection.Execute(InsertTerritories, content);
        connection.Execute(InsertEntries, content);
        connection.Execute(InsertCalendar, content);
        connection.Execute(InsertInstruments, content);
        connection.Execute(InsertImpact, content);
        connection.Execute("insert into reference_load (content_hash) values (@Hash)", content);
        transaction.Commit();
        return true;
    }

    static bool IsLoaded(NpgsqlConnection connection, Content content) =>
        connection.ExecuteScalar<bool>("select exists (select from reference_load where content_hash = @Hash)", content);

    // Levels come in the order of the tree; each must find the one above it.
    const string InsertTerritories = """
        insert into territory (code, parent_code, level, name_ru, name_en, time_zone, subject_code)
        select "Code", "Parent", "Level", "NameRu", "NameEn", "TimeZone", "SubjectCode"
          from jsonb_to_recordset(@Territories::jsonb)
            as t("Code" text, "Parent" text, "Level" text, "NameRu" text, "NameEn" text, "TimeZone" text, "SubjectCode" text)
        on conflict (code) do update set time_zone = excluded.time_zone where territory.time_zone is null and excluded.time_zone is not null;

        with recursive line as (
            select code, code as above, 0 as depth from territory
            union all
            select l.code, t.parent_code, l.depth + 1 from line l join territory t on t.code = l.above where t.parent_code is not null)
        insert into territory_tree (ancestor_code, descendant_code, depth) select above, code, depth from line
        on conflict do nothing
        """;

    const string InsertEntries = """
        insert into dictionary_entry (dictionary, code, name_ru, name_en, source, data, position)
        select e."Dictionary", e."Code", e."NameRu", e."NameEn", e."Source", coalesce(e."Data", '{}'), e."Position"
          from jsonb_to_recordset(@Entries::jsonb)
            as e("Dictionary" text, "Code" text, "NameRu" text, "NameEn" text, "Source" text, "Data" jsonb, "Position" int)
         where not exists (select from dictionary_entry old where old.dictionary = e."Dictionary" and old.code = e."Code")
        """;

    const string InsertCalendar = """
        insert into calendar_day (day, is_working, is_shortened, name, source)
        select "Day", "IsWorking", "IsShortened", "Name", "Source"
          from jsonb_to_recordset(@Calendar::jsonb) as d("Day" date, "IsWorking" boolean, "IsShortened" boolean, "Name" text, "Source" text)
        on conflict (day) do nothing;

        insert into calendar_year (year, decree)
        select "Year", "Decree" from jsonb_to_recordset(@Years::jsonb) as y("Year" int, "Decree" text)
        on conflict (year) do nothing;

        insert into regional_holiday (region_code, day, name, source)
        select "Region", "Day", "Name", "Source" from jsonb_to_recordset(@Holidays::jsonb) as h("Region" text, "Day" date, "Name" text, "Source" text)
        on conflict (region_code, day) do nothing
        """;

    // An edition never changes: what is revised comes as the next one.
    const string InsertInstruments = """
        insert into instrument (id, code, edition, kind, name_ru, name_en, status, content, created_at, created_by, published_at)
        select gen_random_uuid(), i."Code", i."Edition", i."Kind", i."NameRu", i."NameEn", 'Published', i."Content", now(), 'reference', now()
          from jsonb_to_recordset(@Instruments::jsonb)
            as i("Code" text, "Edition" int, "Kind" text, "NameRu" text, "NameEn" text, "Content" jsonb)
        on conflict (code, edition) do nothing
        """;

    const string InsertImpact = """
        insert into impact_instrument (subject, edition, name_ru, name_en, content, published_at)
        select "Subject", "Edition", "NameRu", "NameEn", "Content", now()
          from jsonb_to_recordset(@Impact::jsonb) as i("Subject" text, "Edition" int, "NameRu" text, "NameEn" text, "Content" jsonb)
        on conflict (subject, edition) do nothing
        """;

    /// <param name="Hash">Of all the rows, so that a new edition of the product is noticed.</param>
    sealed record Content(string Territories, string Entries, string Calendar, string Years, string Holidays, string Instruments, string Impact,
        string Hash)
    {
        public static Content Read()
        {
            var territories = JsonSerializer.Serialize(ReferenceFiles.Territories());
            var entries = JsonSerializer.Serialize(ReferenceFiles.Entries());
            var calendar = JsonSerializer.Serialize(ReferenceFiles.CalendarDays());
            var years = JsonSerializer.Serialize(ReferenceFiles.CalendarYears());
            var holidays = JsonSerializer.Serialize(ReferenceFiles.RegionalHolidays());
            var instruments = JsonSerializer.Serialize(ReferenceFiles.Instruments());
            var impact = JsonSerializer.Serialize(ReferenceFiles.ImpactInstruments());
            var all = string.Concat(territories, entries, calendar, years, holidays, instruments, impact);
            return new(territories, entries, calendar, years, holidays, instruments, impact,
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all))));
        }
    }
}
