using System.Globalization;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>
/// The least that answers the same bytes: minimal API endpoints with Npgsql, behind the same token check and the same JSON
/// options. No row policies, no grants, no pipeline, no rate limit; each answer is one round trip.
/// </summary>
public static class Limit
{
    public static async Task Serve()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var configuration = builder.Configuration;
        builder.Services.AddNpgsqlDataSource(configuration["Limit:Database"]!);
        builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        builder.AddTokens();
        using var http = new HttpClient();
        var keys = new JsonWebKeySet(await http.GetStringAsync(configuration["Limit:Keys"]));
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            bearer.TokenValidationParameters.ValidateIssuer = false;
            bearer.TokenValidationParameters.IssuerSigningKeys = keys.GetSigningKeys();
        });
        builder.Services.AddAuthorization();

        var app = builder.Build();
        var school = Guid.Parse(configuration["Limit:School"]!);
        app.MapGet("/ready", () => "ready");
        app.MapGet("/api/v1/programs", (NpgsqlDataSource source) => Programs(source, school)).RequireAuthorization();
        app.MapGet("/api/v1/territories/{code}/dashboard", (string code, NpgsqlDataSource source) => Dashboard(source, code)).RequireAuthorization();
        var tutor = Guid.Parse(configuration["Limit:Tutor"]!);
        app.MapGet("/api/v1/me/tutees", (HttpContext http, NpgsqlDataSource source) => LimitRows.Tutees(http, source, tutor)).RequireAuthorization();
        app.MapGet("/api/v1/routes/{id:guid}", (Guid id, HttpContext http, NpgsqlDataSource source) => LimitRows.Route(http, source, id))
            .RequireAuthorization();
        await app.RunAsync();
    }

    static async Task<Page<ListPrograms.Item>> Programs(NpgsqlDataSource source, Guid school)
    {
        await using var command = source.CreateCommand(ProgramsSql);
        command.Parameters.Add(new() { Value = school });
        await using var row = await command.ExecuteReaderAsync();
        var items = new List<ListPrograms.Item>(51);
        while (await row.ReadAsync())
            items.Add(Program(row));
        return new(items, null);
    }

    static ListPrograms.Item Program(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), Enum.Parse<ProgramStatus>(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetString(5),
        row.GetFieldValue<DateOnly>(6), row.GetFieldValue<DateOnly>(7), People(row, 8), People(row, 10), row.GetInt32(12), row.GetInt32(13),
        row.IsDBNull(14) ? null : row.GetDateTime(14), row.GetDateTime(15), row.IsDBNull(16) ? null : row.GetDateTime(16), row.GetGuid(17), row.GetString(18));

    static ListPrograms.Person[] People(NpgsqlDataReader row, int at) => row.IsDBNull(at)
        ? []
        : [.. row.GetFieldValue<Guid[]>(at).Zip(row.GetFieldValue<string[]>(at + 1), (id, name) => new ListPrograms.Person(id, name))];

    static async Task<GetTerritoryDashboard.Result> Dashboard(NpgsqlDataSource source, string code)
    {
        await using var batch = source.CreateBatch();
        foreach (var sql in (string[])[StateSql, PlacesSql, ValuesSql])
            batch.BatchCommands.Add(new(sql) { Parameters = { new() { Value = code } } });
        await using var row = await batch.ExecuteReaderAsync();
        await row.ReadAsync();
        var (newest, changed) = (await row.GetFieldValueAsync<DateOnly>(0), row.GetDateTime(1));
        await row.NextResultAsync();
        var places = new List<GetTerritoryDashboard.Place>();
        while (await row.ReadAsync())
            places.Add(Place(row));
        await row.NextResultAsync();
        var values = places.ToDictionary(p => p.Code, _ => new List<IndicatorValue>(8));
        var (compared, before) = (new Dictionary<string, decimal?>(), new Dictionary<string, decimal?>());
        while (await row.ReadAsync())
        {
            var (place, indicator, unit, numerator, denominator) = (row.GetString(0), row.GetString(1), Enum.Parse<IndicatorUnit>(row.GetString(2)),
                row.GetDecimal(4), row.GetDecimal(5));
            var value = Ratio.Of(numerator, denominator, unit);
            var isComparable = row.GetBoolean(8);
            if (row.GetBoolean(3)) before[indicator] = isComparable ? value : null;
            else
            {
                var cell = new Cell(numerator, denominator, false, true, row.GetInt32(6), row.GetInt32(7));
                values[place].Add(new(indicator, value, numerator, denominator, cell.Reported, cell.Expected, cell.Mark(unit)));
                if (place == code && isComparable) compared[indicator] = value;
            }
        }

        return new(
            places.Single(p => p.Code == code),
            new(newest.ToString("yyyy-MM", CultureInfo.InvariantCulture), newest, newest, newest, newest.AddMonths(1) > DateOnly.FromDateTime(changed)),
            changed,
            [.. values[code].Select(v => new GetTerritoryDashboard.Indicator(v.Code, v.Value, v.Numerator, v.Denominator,
                v.OrganizationsReported, v.OrganizationsExpected,
                compared.GetValueOrDefault(v.Code), before.GetValueOrDefault(v.Code), v.Mark))],
            [.. places.Where(p => p.ParentCode == code)
                .Select(p => new GetTerritoryDashboard.Child(p.Code, p.ParentCode!, p.Level, p.NameRu, p.NameEn, values[p.Code]))], null);
    }

    static GetTerritoryDashboard.Place Place(NpgsqlDataReader row) =>
        new(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), Enum.Parse<TerritoryLevel>(row.GetString(2)), row.GetString(3), row.GetString(4));

    const string ProgramsSql = """
        select p.id, p.title, p.status, p.form_code, p.kind_code, p.purpose_code, p.starts_on, p.ends_on,
               people.mentors, people.mentor_names, people.mentees, people.mentee_names, roadmap.done, roadmap.total, last.starts_at, p.updated_at,
               case p.status
                   when 'Draft' then greatest(p.created_at, (select max(decided_at) from program_approval where program_id = p.id),
                       (select max(decided_at) from consent where program_id = p.id and status in ('Refused', 'Revoked')))
                   when 'Consent' then p.submitted_at
                   when 'Council' then coalesce((select max(decided_at) from consent where program_id = p.id and status = 'Given'), p.submitted_at)
                   when 'Approved' then coalesce((select max(decided_at) from program_approval where program_id = p.id), p.submitted_at)
               end, p.organization_id, o.name_short
          from (select * from program where organization_id = $1 order by starts_on desc, id desc limit 51) p
          join organization o on o.id = p.organization_id
          cross join lateral (
              select array_agg(person_id order by person_name, person_id) filter (where role = 'Mentor') mentors,
                     array_agg(person_name order by person_name, person_id) filter (where role = 'Mentor') mentor_names,
                     array_agg(person_id order by person_name, person_id) filter (where role = 'Mentee') mentees,
                     array_agg(person_name order by person_name, person_id) filter (where role = 'Mentee') mentee_names
                from program_participant where program_id = p.id) people
          cross join lateral (select count(done_on)::int done, count(*)::int total from roadmap_activity where program_id = p.id) roadmap
          left join lateral (select starts_at from meeting where program_id = p.id and status = 'Held' order by starts_at desc limit 1) last on true
         order by p.starts_on desc, p.id desc
        """;

    const string StateSql = "select (select max(period) from indicator_period), changed_at from indicator_state where $1 is not null";

    const string PlacesSql = """
        select t.code, t.parent_code, t.level, t.name_ru, t.name_en from territory t
          join territory_tree tree on tree.descendant_code = t.code and tree.ancestor_code = $1
         where tree.depth <= 1 order by t.name_ru, t.code
        """;

    /// <summary>Of a month, the sums are the rows themselves; a flow of a month that goes on is compared with nothing.</summary>
    const string ValuesSql = """
        select tree.descendant_code, i.code, i.unit, m.is_previous, coalesce(t.numerator, 0), coalesce(t.denominator, 0),
               coalesce(t.organizations_reported, 0), coalesce(t.organizations_expected, 0),
               i.kind <> 'Flow' or m.period + interval '1 month' <= current_date
          from territory_tree tree
          cross join (select false is_previous, max(period) period from indicator_period
                      union all select true, (max(period) - interval '1 year')::date from indicator_period) m
          join indicator i on i.valid_to is null
          left join territory_indicator t on t.territory_code = tree.descendant_code and t.period = m.period and t.indicator = i.code
         where tree.ancestor_code = $1 and tree.depth <= 1 and (tree.depth = 0 or not m.is_previous)
         order by tree.descendant_code, i.position
        """;
}
