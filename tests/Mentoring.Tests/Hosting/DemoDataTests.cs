using System.Diagnostics;
using Dapper;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Demo;
using Mentoring.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mentoring.Tests.Hosting;

[Category("Database")]
public sealed class DemoDataTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    string _database = "";
    NpgsqlConnection _sql = null!;

    [OneTimeSetUp]
    public async Task LoadDemo()
    {
        _database = await TestDatabase.Copy();
        var watch = Stopwatch.StartNew();
        Assert.That(await DemoData.Load(_database, Now), Is.True);
        await TestContext.Progress.WriteLineAsync($"The demo country was loaded in {watch.ElapsedMilliseconds} ms.");
        _sql = new NpgsqlConnection(_database);
        await _sql.OpenAsync();
    }

    [OneTimeTearDown]
    public async Task DropDatabase()
    {
        await _sql.DisposeAsync();
        await TestDatabase.Drop(_database);
    }

    [Test]
    public async Task The_country_has_the_size_it_promises()
    {
        Assert.That(await Count("organization where kind in ('School', 'College', 'AdditionalEducation')"), Is.InRange(280, 360));
        Assert.That(await Count("person"), Is.InRange(6500, 8500));
        Assert.That(await Count("program"), Is.InRange(1300, 2600));
        Assert.That(await Count("meeting"), Is.InRange(11000, 26000));
        Assert.That(await Count("employment where ended_on is not null"), Is.GreaterThan(200));
        Assert.That(await _sql.QueryAsync<int>("select distinct school_year from mentoring_need order by 1"), Is.EqualTo(new[] { 2024, 2025, 2026 }));
    }

    /// <summary>The screens of the federation are judged by what a whole country looks like.</summary>
    [Test]
    public async Task Every_region_has_a_few_schools_with_teachers_needs_and_municipalities()
    {
        Assert.That(await Count("territory where level = 'Region'"), Is.EqualTo(83));
        Assert.That(await _sql.QueryAsync<string>("""
            select code from territory region where level = 'Region' and (
                   (select count(*) from territory below where below.parent_code = region.code) < 2
                or (select count(*) from organization o where o.region_code = region.code and o.kind = 'School') < 2
                or not exists (select from mentoring_need n where n.region_code = region.code and n.school_year = 2026)
                or not exists (select from mentoring_need n where n.region_code = region.code and n.school_year = 2025)
                or not exists (select from employment e where e.region_code = region.code and e.is_main and e.is_teaching and e.ended_on is null))
            """), Is.Empty);
        Assert.That(await Count("(select region_code from program where status = 'Active' group by 1) running"), Is.GreaterThan(70));
        const string cutOff = "territory t where not exists (select from territory_tree up where up.descendant_code = t.code and up.ancestor_code = 'RU')";
        Assert.That(await Count(cutOff), Is.Zero);
    }

    [Test]
    public async Task A_database_with_organizations_is_left_alone()
    {
        var before = await Count("person");
        Assert.That(await DemoData.Load(_database, Now), Is.False);
        Assert.That(await Count("person"), Is.EqualTo(before));
    }

    [Test]
    public void The_same_moment_makes_the_same_country()
    {
        var (one, other) = (DemoCountry.At(Now), DemoCountry.At(Now));
        Assert.That(other.Programs, Is.EqualTo(one.Programs));
        Assert.That(other.Meetings, Is.EqualTo(one.Meetings));
        Assert.That(other.People.Select(p => (p.Id, p.FamilyName, p.GivenName)), Is.EqualTo(one.People.Select(p => (p.Id, p.FamilyName, p.GivenName))));
        Assert.That(other.Consents.Select(c => (c.Id, c.TermsHash)), Is.EqualTo(one.Consents.Select(c => (c.Id, c.TermsHash))));
    }

    [TestCase("2026-09-01"), TestCase("2027-01-01"), TestCase("2027-07-15"), TestCase("2028-02-29")]
    public async Task On_any_day_the_constraints_hold_and_something_is_going_on(string day)
    {
        var database = await TestDatabase.Copy();
        try
        {
            Assert.That(await DemoData.Load(database, DateTimeOffset.Parse(day + "T06:00:00Z", System.Globalization.CultureInfo.InvariantCulture)), Is.True);
            await using var sql = new NpgsqlConnection(database);
            Assert.That(await sql.ExecuteScalarAsync<long>("select count(*) from program where status = 'Active'"), Is.GreaterThan(20));
            Assert.That(await sql.ExecuteScalarAsync<long>("""
                select count(*) from meeting where status = 'Planned' and starts_at between @day and @day + interval '7 days'
                """,
                new { day = DateTime.SpecifyKind(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc) }),
                    Is.GreaterThan(8));
            foreach (var (what, from) in EachShowcase) Assert.That(await sql.ExecuteScalarAsync<long>($"select count(*) from {from}"), Is.EqualTo(3), what);
        }
        finally
        {
            await TestDatabase.Drop(database);
        }
    }

    [Test]
    public async Task What_was_consented_to_are_the_products_own_terms_of_the_program()
    {
        var programs = (await _sql.QueryAsync<(Guid Id, string Content, DateOnly StartsOn, DateOnly EndsOn, string FormCode, long? PayKopecks)>(
            "select id, content, starts_on, ends_on, form_code, pay_kopecks from program")).ToDictionary(p => p.Id);
        var consents = (await _sql.QueryAsync<(Guid Program, string Hash)>("select program_id, terms_hash from consent")).AsList();
        Assert.That(consents, Has.Count.GreaterThan(1000));
        Assert.That(consents.Where(consent =>
        {
            var program = programs[consent.Program];
            return consent.Hash != new ProgramTerms(program.Content, program.StartsOn, program.EndsOn, program.FormCode, program.PayKopecks).Hash;
        }), Is.Empty);
    }

    /// <summary>What people with an account find to do, once in each of the three schools.</summary>
    static readonly (string What, string From)[] EachShowcase =
    [
        ("a newcomer whose mentor has said yes", """
            match_request r join identity.account a on a.person_id = r.mentee_id
             where a.email like 'newcomer%' and r.status = 'Requested' and r.mentor_yes_at is not null and r.mentee_yes_at is null
            """),
        ("a mentor who is asked", """
            (select distinct a.email from match_request r join identity.account a on a.person_id = r.mentor_id and a.email like 'mentor%'
              where r.status = 'Requested' and r.mentor_yes_at is null) asked
            """),
        ("a mentee with a request to send", "learning_request r join identity.account a on a.person_id = r.person_id where a.email like 'mentee%' and "
            + "r.status = 'Draft'"),
        ("a council of five of whom three have an account", """
            (select s.organization_id from council_seat s left join identity.account a on a.person_id = s.person_id
                and (a.email like 'council%' or a.email like 'member%')
              where s.status = 'Held' group by 1 having count(*) = 5 and count(a.id) = 3) council
            """),
        ("a pair with a meeting ahead and a change to sign", """
            (select distinct a.email from program_version v
               join program_participant p on p.program_id = v.program_id and p.role = 'Mentee' join identity.account a on a.person_id = p.person_id
                   and a.email like 'mentee%'
               join meeting m on m.program_id = v.program_id and m.status = 'Planned'
              where v.status = 'Proposed') pair
            """),
    ];

    [TestCase(""), TestCase("-tver"), TestCase("-vladivostok")]
    public async Task The_showcase_curator_has_a_program_in_every_state(string suffix)
    {
        var statuses = await _sql.QueryAsync<string>("""
            select distinct p.status from program p join role_assignment r on r.organization_id = p.organization_id
              join identity.account a on a.id = r.account_id where a.email = @email order by 1
            """, new { email = $"curator{suffix}@demo.example" });
        Assert.That(statuses, Is.EqualTo(new[] { "Active", "Approved", "Cancelled", "Completed", "Consent", "Council", "Draft", "EndedEarly", "Paused" }));
    }

    [Test]
    public async Task The_showcase_pair_has_a_consent_to_decide_meetings_this_week_and_an_evaluation_to_write()
    {
        const string mentor = "(select person_id from identity.account where email = 'mentor@demo.example')";
        Assert.That(await Count($"consent where status = 'Requested' and person_id = {mentor}"), Is.EqualTo(1));
        Assert.That(await Count($"program_participant m where role = 'Mentee' and program_id in (select program_id from program_participant i join "
            + $"program p on p.id = i.program_id where i.person_id = {mentor} and p.status = 'Active')"),
            Is.GreaterThanOrEqualTo(2));
        Assert.That(await Count($"meeting where status = 'Planned' and starts_at between '2026-11-23' and '2026-11-30' and program_id in (select "
            + $"program_id from program_participant where person_id = {mentor})"),
            Is.GreaterThanOrEqualTo(3));
        Assert.That(await Count($"program p where status = 'Completed' and id in (select program_id from program_participant where person_id = "
            + $"{mentor}) and not exists (select from program_evaluation e where e.program_id = p.id and e.person_id = {mentor})"),
            Is.GreaterThanOrEqualTo(1));
    }

    [Test]
    public async Task No_pair_has_two_programs_on_their_way_and_no_mentor_more_than_there_are_places()
    {
        Assert.That(await Count("""
            (select a.person_id, b.person_id from program_participant a
               join program_participant b on b.program_id = a.program_id and b.role = 'Mentee' and b.left_on is null
               join program p on p.id = a.program_id and p.status not in ('Completed', 'EndedEarly', 'Cancelled')
              where a.role = 'Mentor' and a.left_on is null group by 1, 2 having count(*) > 1) twice
            """), Is.Zero);
        Assert.That(await Count("""
            mentor_profile m where case m.status when 'Paused' then 0 else m.capacity_programs end < (
                select count(*) from program_participant i join program p on p.id = i.program_id and p.status not in ('Completed', 'EndedEarly', 'Cancelled')
                 where i.person_id = m.person_id and i.employer_id = m.organization_id and i.role = 'Mentor' and i.left_on is null)
            """), Is.Zero);
    }

    [Test]
    public async Task Programs_went_through_the_steps_that_their_state_asks_for()
    {
        Assert.That(await Count("program where status in ('Active', 'Paused', 'Completed', 'EndedEarly') and (submitted_at is null or activated_at "
            + "is null)"), Is.Zero);
        Assert.That(await Count("program p where activated_at is not null and not exists (select from program_approval a where a.program_id = p.id and "
            + "a.stage = 'Head' and a.decision = 'Approved')"), Is.Zero);
        Assert.That(await Count("program p where status = 'Active' and exists (select from consent c where c.program_id = p.id and c.status <> 'Given')"),
            Is.Zero);
        Assert.That(await Count("program where submitted_at < created_at or activated_at < submitted_at or finished_at < activated_at or finished_at > "
            + "'2026-11-23T09:00:00Z'"), Is.Zero);
        Assert.That(await Count("meeting m join program p on p.id = m.program_id where m.status = 'Held' and (m.starts_at > '2026-11-23T09:00:00Z' or "
            + "m.starts_at < p.activated_at)"), Is.Zero);
    }

    [TestCase(""), TestCase("-tver"), TestCase("-vladivostok")]
    public async Task The_showcase_bank_has_a_practice_used_one_in_review_and_one_that_waits_for_an_author(string suffix)
    {
        var here = $"organization_id = (select organization_id from role_assignment r join identity.account a on a.id = r.account_id where a.email = "
            + $"'curator{suffix}@demo.example' and r.role = 'Curator')";
        Assert.That(await Count($"practice p where {here} and status = 'Published' and exists (select from practice_use u where u.practice_id = p.id)"),
            Is.EqualTo(1));
        Assert.That(await Count($"practice_review where {here} and reviewed_at is null"), Is.EqualTo(1));
        Assert.That(await Count($"practice p where {here} and status = 'Draft' and exists (select from practice_author a where a.practice_id = p.id "
            + $"and a.named is null)"), Is.EqualTo(1));
    }

    [Test]
    public async Task Regions_differ_and_summer_is_quiet()
    {
        var share = (await _sql.QueryAsync<(string Region, decimal Share)>("""
            select n.region_code, avg((exists (select from program_participant i where i.person_id = n.person_id and i.role = 'Mentee'))::int)
              from mentoring_need n group by 1
            """)).ToDictionary(r => r.Region, r => r.Share);
        Assert.That(share["RU-SVE"], Is.GreaterThan(share["RU-TVE"] + 0.1m));
        Assert.That(share["RU-TVE"], Is.GreaterThan(share["RU-PRI"] + 0.1m));
        Assert.That(await Count("meeting where extract(month from starts_at) = 7") * 10,
            Is.LessThan(await Count("meeting where extract(month from starts_at) = 10")));
    }

    [Test]
    public async Task The_demo_password_opens_every_account_and_each_role_has_one()
    {
        var hashes = (await _sql.QueryAsync<string>("select distinct password_hash from identity.account")).ToList();
        Assert.That(hashes.Select(h => new PasswordHasher<object>().VerifyHashedPassword(new object(), h, DemoPeople.Password)),
            Is.All.EqualTo(PasswordVerificationResult.Success));
        var roles = (await _sql.QueryAsync<string>("select distinct role from role_assignment")).ToList();
        Assert.That(roles, Is.SupersetOf(new[]
        {
            "Head", "Curator", "CouncilChair", "CouncilMember", "Mentor", "Mentee", "Psychologist", "MunicipalCoordinator", "RegionalCoordinator",
                "RegionalAnalyst",
            "FederalOperator", "FederalAnalyst", "SystemAdministrator",
        }));
    }

    [Test]
    public void The_example_roster_has_the_staff_two_newcomers_one_leaver_and_three_mistakes()
    {
        var rows = DemoCountry.At(Now);
        var staff = rows.Employments.Where(e => e.OrganizationId == rows.Organizations[0].Id && e.EndedOn is null).Select(e => e.PersonId).Distinct().Count();
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(DemoRoster.Zip(rows, new(2026, 11, 23))));
        using var users = new StreamReader(zip.GetEntry("users.csv")!.Open());
        var lines = users.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(1 + staff - 1 + 5));
        Assert.That(lines.Select(l => l.Split(',').Length), Is.All.EqualTo(24));
    }

    [Test]
    public async Task Registration_numbers_carry_valid_check_digits()
    {
        var numbers = await _sql.QueryAsync<(string Ogrn, string Inn)>("select ogrn, inn from organization");
        int[] weights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
        foreach (var (ogrn, inn) in numbers)
        {
            Assert.That(long.Parse(ogrn[..12], System.Globalization.CultureInfo.InvariantCulture) % 11 % 10, Is.EqualTo(ogrn[12] - '0'));
            Assert.That(weights.Select((w, i) => w * (inn[i] - '0')).Sum() % 11 % 10, Is.EqualTo(inn[9] - '0'));
        }
    }

    Task<long> Count(string from) => _sql.ExecuteScalarAsync<long>($"select count(*) from {from}");
}
