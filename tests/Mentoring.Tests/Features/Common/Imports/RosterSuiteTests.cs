using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>The cases that once went wrong, one after another in any order: the nightly reconciliation finds no difference.</summary>
public sealed class RosterSuiteTests : ImportTest
{
    const string OldHeader = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,"
        + "email,sms,phone,agentSourcedIds,grades,password";

    static int s_case;

    /// <summary>A school with six people, of whom two are a pair, and who sends its rosters.</summary>
    sealed record Place(Guid School, HttpClient Curator, string Number, string Mark)
    {
        public Roster File(string mode = "bulk") => new() { Mode = mode, Mark = Mark, Ogrn = Number };

        public Roster Staff(int people = 6, string mode = "bulk")
        {
            var file = File(mode);
            for (var i = 1; i <= people; i++) file.User(i, email: $"t{i}{Mark}@school.example").Role(i);
            return file;
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task After_every_case_in_any_order_sums_equal_a_recount(int seed)
    {
        (string Name, Func<Task> Run)[] cases =
        [
            ("an id given to somebody else", ReusedId), ("everybody numbered anew", Renumbered), ("a blank line", BlankLine), ("a move in the district", Move),
            ("a mentor leaves", MentorLeaves), ("a disabled user", Disabled), ("OneRoster 1.1", Old), ("letters taken apart", Decomposed),
            ("another position", Position), ("hired today in the east", HiredInTheEast), ("a merge", Merge), ("a merge taken back", MergeUndone),
        ];
        await Services.GetRequiredService<OpenMonths>().Run(default);
        await Services.GetRequiredService<FullRollUp>().Run(default);
        new Random(seed).Shuffle(cases);
        foreach (var one in cases)
        {
            await one.Run();
            await Run<FollowDepartures>(job => job.Run(default));
            await Services.GetRequiredService<RollUpStale>().Run(default);
            Assert.That(await Differences(), Is.Empty, one.Name);
        }
    }

    async Task ReusedId()
    {
        var at = await Begin();
        var file = at.Staff();
        file.Users[1] = file.Users[1].Replace(",Елена,Кузнецова,", ",Зоя,Новикова,", StringComparison.Ordinal)[..^10] + "2003-05-05";
        await Applied(at.Curator, at.School, file.Zip(), skip: true);
    }

    async Task Renumbered()
    {
        var at = await Begin();
        var file = at.Staff();
        for (var i = 0; i < 6; i++)
        {
            file.Users[i] = "new-" + file.Users[i];
            file.Roles[i] = "new-" + file.Roles[i].Replace(",user-", ",new-user-", StringComparison.Ordinal);
        }

        Assert.That(Counts(await Applied(at.Curator, at.School, file.Zip())).Creates, Is.Zero);
    }

    async Task BlankLine()
    {
        var at = await Begin();
        var file = at.Staff(5);
        file.Users.Add(",,,");
        file.Roles.Add("");
        Assert.That(Counts(await Applied(at.Curator, at.School, file.Zip())).Ends, Is.EqualTo(1));
    }

    async Task Move()
    {
        var (from, to) = (await Begin(), await Begin());
        var file = from.File();
        file.Orgs.Add($"org-2,,,Вторая школа,school,{to.Number},");
        for (var i = 1; i <= 6; i++)
            file.User(i, email: $"t{i}{from.Mark}@school.example").Role(i, id: i == 1 ? "moved" : $"role-{i}", org: i == 1 ? "org-2" : Roster.Org,
                hired: i == 1 ? "2026-03-01" : "2020-09-01");
        var both = to.File("delta");
        both.User(1, email: $"t1{from.Mark}@school.example").Role(1, id: "moved", hired: "2026-03-01");
        both.Users[0] = "moved-" + both.Users[0].Replace(to.Mark, from.Mark, StringComparison.Ordinal);
        both.Roles[0] = both.Roles[0].Replace(",user-1,", ",moved-user-1,", StringComparison.Ordinal);
        await Applied(to.Curator, to.School, both.Zip());
        await Applied(from.Curator, from.School, file.Zip());
    }

    async Task MentorLeaves()
    {
        var at = await Begin();
        await Applied(at.Curator, at.School, at.File("delta").Role(1, status: "tobedeleted").Zip());
    }

    async Task Disabled()
    {
        var at = await Begin();
        var file = at.Staff();
        file.Users[1] = file.Users[1].Replace(",true,", ",false,", StringComparison.Ordinal);
        Assert.That(Counts(await Applied(at.Curator, at.School, file.Zip())).Ends, Is.EqualTo(1));
    }

    async Task Old()
    {
        var (school, curator) = await School();
        var file = new Roster { Mark = $"а{Interlocked.Increment(ref s_case)}" };
        file.Change["roles.csv"] = _ => null;
        file.Change["manifest.csv"] = _ => "propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.1\r\nfile.orgs,bulk\r\nfile.users,bulk\r\n";
        file.Change["users.csv"] = _ => $"{OldHeader}\r\nold-1,,,true,{Roster.Org},teacher,u1,,Анна,Старая{file.Mark},Ивановна,,,,,,,\r\n";
        Assert.That(Counts(await Applied(curator, school, file.Zip())).Creates, Is.EqualTo(1));
    }

    async Task Decomposed()
    {
        var at = await Begin();
        var file = at.Staff().User(7, family: "Чаи\u0306кина", email: $"t7{at.Mark}@school.example").Role(7);
        Assert.That(Counts(await Applied(at.Curator, at.School, file.Zip())).Creates, Is.EqualTo(1));
    }

    async Task Position()
    {
        var at = await Begin();
        var file = at.Staff();
        file.Roles[2] = file.Roles[2].Replace("Учитель", "psychologist", StringComparison.Ordinal);
        Assert.That(Counts(await Applied(at.Curator, at.School, file.Zip())).Updates, Is.EqualTo(1));
    }

    async Task HiredInTheEast()
    {
        var at = await Begin("05701000", World.OtherRegion);
        var today = RegionTime.DayOf(DateTimeOffset.UtcNow, "Asia/Vladivostok").ToString("O");
        await Applied(at.Curator, at.School, at.Staff().User(7, email: $"t7{at.Mark}@school.example").Role(7, hired: today).Zip());
    }

    async Task Merge() => await Merged();

    async Task MergeUndone()
    {
        var (at, merge) = await Merged();
        await Services.GetRequiredService<RollUpStale>().Run(default);
        await at.Curator.Post($"/api/v1/people/merges/{merge}/undo", new { version = 1 }).Ok();
    }

    /// <summary>The mentee of the pair came a second time, with another number and without a birth date, and mentors in a program of her own.</summary>
    async Task<(Place, Guid)> Merged()
    {
        var at = await Begin();
        var kept = await Person(at, 2);
        var twin = await Sql.QuerySingleAsync<Guid>("""
            insert into person (id, family_name, given_name, patronymic, birth_date, organization_ids)
            select gen_random_uuid(), family_name, given_name, patronymic, birth_date, organization_ids from person where id = @kept returning id
            """, new { kept });
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), organization_id, region_code, @twin, position_code, true, true, '2019-09-01' from employment where person_id = @kept
            """, new { kept, twin });
        await Pair(at.School, twin, await Person(at, 3));
        await Services.GetRequiredService<RollUpStale>().Run(default);
        return (at, (Guid)(await at.Curator.Post($"/api/v1/people/{kept}/merge", new { version = 1, absorbedId = twin, absorbedVersion = 1 }).Ok())["id"]!);
    }

    /// <summary>Six people by a first file; the first two are a pair, and the third needs a mentor.</summary>
    async Task<Place> Begin(string municipality = World.Municipality, string region = World.Region)
    {
        var number = Interlocked.Increment(ref s_case);
        var school = await World.School(municipality, region);
        var digits = 102_690_200_000L + number;
        var at = new Place(school, await As(Role.Curator, school), $"{digits}{digits % 11 % 10}", $"в{number}в");
        await Sql.ExecuteAsync("update organization set ogrn = @Number where id = @School", at);
        await Applied(at.Curator, school, at.Staff().Zip());
        await Pair(school, await Person(at, 1), await Person(at, 2));
        await Sql.ExecuteAsync("""
            insert into mentoring_need (organization_id, region_code, person_id, school_year, category, noted_on)
            select id, region_code, @person, 2026, 'NewInStaff', '2026-09-10' from organization where id = @school
            """, new { school, person = await Person(at, 3) });
        return at;
    }

    Task<Guid> Person(Place at, int number) => Sql.QuerySingleAsync<Guid>(
        "select person_id from person_source where organization_id = @School and source_id = @Source", new { at.School, Source = $"user-{number}" });

    Task Pair(Guid school, Guid mentor, Guid mentee) => Sql.ExecuteAsync("""
        insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, created_by,
                             created_at, activated_at)
        select @program, id, region_code, 'Программа', 'teacher-teacher', 'traditional', 'adaptation', 'Active', '2026-09-01', '2027-05-31', 'test',
               '2026-09-01', '2026-09-01' from organization where id = @school;
        insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
        select @program, id, region_code, person, 'Имя', id, role, '2026-09-01'
          from organization, (values (@mentor, 'Mentor'), (@mentee, 'Mentee')) who (person, role) where id = @school
        """, new { program = Guid.CreateVersion7(), school, mentor, mentee });

    async Task<IEnumerable<string>> Differences() => await Sql.QueryAsync<string>("""
        select concat_ws(' ', coalesce(organization_id::text, territory_code), period, indicator) from indicator_difference
         where reconciliation_id = @run order by 1
        """, new { run = await Services.GetRequiredService<ReconcileIndicators>().Run(default) });
}
