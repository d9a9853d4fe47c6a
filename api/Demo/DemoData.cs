using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Migrations;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>Brings the demo country into an empty database and offers its accounts. A database with organizations is never touched.</summary>
public sealed class DemoData : IDemo
{
    public async Task Offer(WebApplication app)
    {
        var services = app.Services;
        var database = services.GetRequiredService<Database>();
        var (phases, ct) = (Phases.Console, app.Lifetime.ApplicationStopping);
        var loaded = await phases.Time(loaded => loaded ? "Demo country loaded" : "Demo country there already",
            () => Load(database.OwnerConnectionString, services.GetRequiredService<TimeProvider>().GetUtcNow()));
        if (loaded) await phases.Time("Indicators summed", () => services.GetRequiredService<FullRollUp>().Run(ct));

        var accounts = services.GetRequiredService<DemoAccounts>();
        accounts.All = await Offered(database.OwnerConnectionString);
        if (accounts.All.Count == 0) return;

        await DemoSystems.Register(services, ct);
        if (loaded) await OfferRoster(app, phases, ct);
        foreach (var account in accounts.All) phases.Say($"  {account.Email,-36} {account.Role,-22} {account.Organization}");
        phases.Say($"  Password of every demo account: {DemoPeople.Password}");
    }

    /// <summary>A file to try the import with stands beside the database.</summary>
    static async Task OfferRoster(WebApplication app, Phases phases, CancellationToken ct)
    {
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var folder = Checkout.Of(app.Environment).Path(app.Configuration["Embedded:DataFolder"] ?? ".data");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "roster-example.zip");
        await File.WriteAllBytesAsync(file, DemoRoster.Zip(DemoCountry.At(now), DateOnly.FromDateTime(now.UtcDateTime)), ct);
        phases.Say($"  A roster to try the import with, as the curator of the first school: {file}");
    }

    /// <returns>Whether it was loaded; false when the database has organizations.</returns>
    public static async Task<bool> Load(string ownerConnectionString, DateTimeOffset now)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Migrator.Lock });
        if (await connection.ExecuteScalarAsync<bool>("select exists (select from organization)")) return false;

        DemoCountry.At(now).CopyTo(connection);
        foreach (var area in Contributions.Of<IDemoArea>().OrderBy(area => area.Turn)) await area.Tell(connection, now);
        await connection.ExecuteAsync(Trail);
        await transaction.CommitAsync();
        await connection.ExecuteAsync("analyze organization, person, employment, program, program_participant, roadmap_activity, meeting");
        return true;
    }

    /// <summary>The demo accounts that this database holds: none when it was filled by somebody else.</summary>
    static async Task<IReadOnlyList<DemoAccount>> Offered(string ownerConnectionString)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        return (await connection.QueryAsync<DemoAccount>(OfferedSql, new { DemoPeople.Password })).AsList();
    }

    const string OfferedSql = """
        select a.email, @Password as password, a.display_name as name, string_agg(r.role, ', ' order by r.role) as role,
               min(coalesce(o.name_short, t.name_ru)) as organization
          from identity.account a join role_assignment r on r.account_id = a.id
          left join organization o on o.id = r.organization_id left join territory t on t.code = r.territory_code
         where a.email like '%@demo.example' and r.granted_by = 'demo' and r.ended_on is null
         group by a.id order by a.id
        """;

    // The showcase schools' programs have a trail, as if their steps had been commands.
    const string Trail = """
        insert into audit_entry (region_code, id, organization_id, at, caller, operation, subject_id, program_id, detail, sequence, previous_hash, hash)
        select s.region_code, gen_random_uuid(), s.organization_id, s.at, s.caller, s.operation, s.program_id, s.program_id, '{}', 0, '', ''
          from (select region_code, organization_id, created_at at, created_by caller, 'CreateProgram' operation, id program_id from program
             where created_by <> 'demo'
                union all select region_code, organization_id, submitted_at, created_by, 'SubmitProgram', id from program where created_by <> 'demo'
                    and submitted_at is not null
                union all select c.region_code, c.organization_id, c.decided_at, coalesce(a.id::text, 'demo'), 'DecideConsent', p.id
                            from consent c join program p on p.id = c.program_id left join identity.account a on a.person_id = c.person_id
                           where p.created_by <> 'demo' and c.decided_at is not null
                union all select v.region_code, v.organization_id, v.decided_at, v.decided_by, 'DecideAs' || v.stage, p.id
                            from program_approval v join program p on p.id = v.program_id where p.created_by <> 'demo') s
         order by s.organization_id, s.at, s.program_id
        """;
}
