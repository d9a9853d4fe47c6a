using System.Net.Http.Headers;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Integration;

/// <summary>The process dies in the middle of work. Nobody ever sees half of it, and the next process finishes it without being asked.</summary>
public sealed class CrashTests : ProductTest
{
    const int People = 20_000;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    Guid _school;

    /// <summary>A machine under the load of all tests still says within this time that a job is being worked on.</summary>
    static (string, string)[] Settings => [("Jobs:InvisibilitySeconds", "10")];

    [Test]
    public async Task Killed_in_the_middle_of_an_import_and_of_a_roll_up_it_finishes_both_when_it_is_started_again()
    {
        _school = await World.School();
        await ActiveProgram();
        // Both jobs come to a halt in their middle: people are written and their employments are not, the sums of the school
        // and its region are written and not committed.
        await Sql.ExecuteAsync(Gates);
        await using var gate = await Owner();
        var hold = await gate.BeginTransactionAsync();
        await gate.ExecuteAsync("select pg_advisory_xact_lock(4711), pg_advisory_xact_lock(4712)");
        await StartProduct(Settings);
        using var curator = await As(Role.Curator, _school);
        var import = await Confirmed(curator);
        await Until(async () => await Waiting() == 2);
        Assert.That((string?)(await curator.GetAsync(import).Ok())["status"], Is.EqualTo("Applying"));

        await Product.KillNine();

        Assert.That(await Look(), Is.EqualTo(Seen.Nothing));
        await hold.DisposeAsync();
        await Until(async () => await Waiting() == 0);
        Assert.That(await Look(), Is.EqualTo(Seen.Nothing));

        await StartProduct(Settings);
        using var again = await As(Role.Curator, _school);
        Seen seen = Seen.Nothing;
        await Until(async () =>
        {
            seen = await Look();
            Assert.That(seen.People, Is.AnyOf(0, People));
            Assert.That(seen.Employments, Is.EqualTo(seen.People));
            Assert.That(seen.OfRegion, Is.EqualTo(seen.OfSchool));
            return seen == new Seen(People, People, 1, 1);
        });
        Assert.That((string?)(await again.GetAsync(import).Ok())["status"], Is.EqualTo("Applied"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from audit_entry where operation = 'ApplyImport' and organization_id = @_school",
            new { _school }), Is.EqualTo(1));
    }

    /// <summary>What anybody sees of the two works, at one instant.</summary>
    sealed record Seen(long People, long Employments, decimal OfSchool, decimal OfRegion)
    {
        public static readonly Seen Nothing = new(0, 0, 0, 0);
    }

    Task<Seen> Look() => Sql.QuerySingleAsync<Seen>("""
        select (select count(*) from person_source where organization_id = @_school) people,
               (select count(*) from employment where organization_id = @_school) employments,
               coalesce((select numerator from organization_indicator where organization_id = @_school and indicator = 'active-programs'
                   and period = '2026-10-01'), 0) of_school,
               coalesce((select numerator from territory_indicator where territory_code = @Region and indicator = 'active-programs' and period = '2026-10-01'),
                   0) of_region
        """, new { _school, World.Region });

    /// <returns>Where the import is found.</returns>
    async Task<string> Confirmed(HttpClient curator)
    {
        using var zip = new ByteArrayContent(Roster.Of(People).Zip()) { Headers = { ContentType = new MediaTypeHeaderValue("application/zip") } };
        var sent = await curator.PostAsync($"/api/v1/imports/roster?organizationId={_school}&fileName=roster.zip", zip).Gives(202);
        var import = $"/api/v1/imports/{sent["id"]}";
        var version = 0;
        await Until(async () =>
        {
            var state = await curator.GetAsync(import).Ok();
            version = (int)state["version"]!;
            return (string?)state["status"] == "Checked";
        });
        await curator.Post($"{import}/confirm", new { version }).Ok();
        return import;
    }

    Task ActiveProgram() => Sql.ExecuteAsync("""
        insert into indicator_period values ('2026-10-01') on conflict do nothing;
        insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, created_by, activated_at)
        select gen_random_uuid(), id, region_code, 'Программа', 'f', 'k', 'p', 'Active', '2026-09-01', '2027-05-31', 'test', '2026-10-10' from organization
               where id = @_school
        """, new { _school });

    /// <summary>How many of the two stand before their gate.</summary>
    Task<long> Waiting() => Sql.ExecuteScalarAsync<long>("""
        select count(distinct objid) from pg_locks
         where locktype = 'advisory' and not granted and objid in (4711, 4712) and database = (select oid from pg_database where datname = current_database())
        """);

    const string Gates = """
        create function crash_gate() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(tg_argv[0]::bigint); return null; end';
        create trigger crash_gate before insert on employment for each statement execute function crash_gate(4711);
        create trigger crash_gate after insert on territory_indicator for each statement execute function crash_gate(4712);
        """;

    /// <summary>Where the work stands that was not done in time.</summary>
    const string Work = """
        select string_agg(said, '; ') from (select 'import ' || status || coalesce(' ' || failure, '') said from import
         union all select 'job ' || statename || ' ' || count(*) from hangfire.job group by statename
         union all select 'queue ' || queue || ' ' || count(*) from hangfire.jobqueue group by queue
         union all select 'waits ' || wait_event || ' ' || left(query, 60) from pg_stat_activity where datname = current_database() and state = 'active') x
        """;

    async Task Until(Func<Task<bool>> reached)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await reached())
        {
            if (patience.IsCancellationRequested) Assert.Fail($"Not reached. {await Look()} {await Sql.ExecuteScalarAsync<string>(Work)}\n{Product.Output}");
            await Task.Delay(50);
        }
    }
}
