using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>A mentor whom the school's staff system no longer lists: everything follows on that day.</summary>
public sealed class LeavingTests : LeavingTest
{
    [Test]
    public async Task A_mentor_who_left_by_the_roster_leaves_the_program_and_everybody_is_asked_what_next()
    {
        var meeting = await Plan(TimeSpan.FromDays(3));
        await GiveMentorMore();
        await Drain();
        await Sql.ExecuteAsync("delete from notification");

        await Sql.ExecuteAsync("""
            insert into mentoring_need (organization_id, region_code, person_id, school_year, category, noted_on)
            select id, region_code, @Mentee, extract(year from @Now::date - interval '8 months')::int, 'NewInStaff', @Now from organization where id = @Id
            """, new { School.Id, School.Mentee, Now });

        Assert.That((await Sum("mentor-load"), await Sum("need-coverage")), Is.EqualTo(((1, 1), (1, 1))));
        await Delete(1);
        Assert.That((await Sum("mentor-load"), await Sum("need-coverage")), Is.EqualTo(((0, 0), (0, 1))), "sums follow");

        Assert.That((string?)(await Participant(Program, School.Mentor))["leftOn"], Is.EqualTo($"{Now:O}"));
        Assert.That(await Status(Program), Is.EqualTo("Active"), "what becomes of it is for people to decide");
        await Mentor.GetAsync($"{Path}/{Program}").IsProblem(403, "permission.missing");
        Assert.That(await Kinds(Curator), Does.Contain("ParticipantLeft"));
        Assert.That((await Kinds(Mentee)).Distinct(), Is.EquivalentTo(new[] { "ParticipantLeft", "MatchClosed" }));
        Assert.That(await Kinds(Mentor), Does.Contain("ParticipationEnded").And.Not.Contain("ParticipantLeft"));
        Assert.That((await Told(Mentor)).Where(one => (string?)one["kind"] == "ParticipationEnded").Select(one => (string?)one["about"]),
            Is.EqualTo(new[] { "Первый год в школе" }), "which of the programs it was");
        Assert.That(await Tasks(Curator, Program), Is.EqualTo(new[] { "ParticipantLeft" }));
        Assert.That(await Tasks(Mentee, Program), Does.Contain("ParticipantLeft"));

        var called = (await Curator.GetAsync($"{Path}/{Program}/meetings").Ok())["items"]!.AsArray().Single(one => (Guid)one!["id"]! == meeting)!;
        Assert.That(((string?)called["status"], (string?)called["calledOffBy"]), Is.EqualTo(("Cancelled", "ParticipantLeft")));
        foreach (var (reader, place) in (IEnumerable<(HttpClient, bool)>)[(Mentee, true), (Mentor, false)])
        {
            var feed = (string)(await reader.Post("/api/v1/me/calendar-feed").Ok())["path"]!;
            var shown = (await Anonymous().GetStringAsync(feed)).Replace("\r\n ", "").Split("BEGIN:VEVENT")
                .Single(one => one.Contains($"{meeting}@mentoring", StringComparison.Ordinal));
            Assert.That(shown, Does.Contain("STATUS:CANCELLED"));
            Assert.That(shown.Contains("LOCATION", StringComparison.Ordinal), Is.EqualTo(place), "where others meet is no longer the leaver's");
        }

        Assert.That(await Open(), Is.Empty, "still open for somebody who is gone");
        Assert.That(await Sql.ExecuteScalarAsync<string>("select status from consent where program_id = @Program and person_id = @Mentor",
            new { Program, School.Mentor }), Is.EqualTo("Superseded"));

        var incoming = await World.Teacher(School.Id, "Сменщикова");
        var newcomer = As(await World.Account(incoming));
        await Curator.Post($"{Path}/{Program}/replace-mentor",
            new { version = await Version(Program), leavingId = School.Mentor, incomingId = incoming, reason = "Увольнение" }).Ok();
        Assert.That(await Tasks(Curator, Program), Is.Empty, "a replacement that waits for signatures is an answer");
        await newcomer.Post($"{Path}/{Program}/plan-versions/2/sign").Ok();
        await Mentee.Post($"{Path}/{Program}/plan-versions/2/sign").Ok();
        Assert.That(((string?)(await Participant(Program, School.Mentor))["leftOn"], (string?)(await Participant(Program, incoming))["consent"]),
            Is.EqualTo(($"{Now:O}", "Given")));
        Assert.That((await Sum("mentor-load"), await Sum("need-coverage")), Is.EqualTo(((1, 1), (1, 1))), "of whoever follows");
    }

    [Test]
    public async Task Every_table_that_names_a_person_or_a_program_says_what_its_rows_do()
    {
        Assert.Multiple(() =>
        {
            const string people = "(^|_)(person|mentor|mentee|author|responsible|complainant|leaving|incoming|arbiter)s?_ids?$|arbiters$";
            Assert.That(LeavingRows.OfPeople.Keys, Is.EquivalentTo(Referring("person", people)), "of people");
            Assert.That(LeavingRows.OfAccounts.Keys, Is.EquivalentTo(Referring("identity.account", "(^|_)account_id$")), "of accounts");
            Assert.That(LeavingRows.OfPrograms.Keys, Is.EquivalentTo(Referring("program", "(^|_)program_id$")), "of programs");
        });
        var closing = string.Join('\n', Repository.Files("migrations", ".sql").Concat(Repository.Files("api/Features", ".cs"))
            .Where(file => System.IO.Path.GetFileName(file) is var name
                && (name is "departures.sql" or "tutors.sql" or "CallOff.cs" or "ProgramRow.cs" || name.EndsWith("Departures.cs", StringComparison.Ordinal)))
            .Select(File.ReadAllText));
        foreach (var (table, _) in LeavingRows.OfPeople.Concat(LeavingRows.OfAccounts).Concat(LeavingRows.OfPrograms).Where(row => row.Value == RowFate.Closed))
            Assert.That(closing, Does.Contain($"update {table} ").Or.Contain($"delete from {table} "), table);
    }

    /// <summary>What the school's sums tell at the end of this month.</summary>
    async Task<(int Numerator, int Denominator)> Sum(string indicator)
    {
        await Services.GetRequiredService<OpenMonths>().Run(default);
        await Services.GetRequiredService<RollUpStale>().Run(default);
        return await Sql.QuerySingleAsync<(int, int)>("""
            select coalesce(sum(numerator), 0)::int, coalesce(sum(denominator), 0)::int from organization_indicator
             where organization_id = @Id and indicator = @indicator and period = date_trunc('month', @Now::date)
            """, new { School.Id, Now, indicator });
    }

    /// <summary>Tables with a foreign key to this one, or with ids that are called after it.</summary>
    IEnumerable<string> Referring(string table, string called) => Sql.Query<string>("""
        select replace(conrelid::regclass::text, 'public.', '') from pg_constraint where contype = 'f' and confrelid = to_regclass(@table)
        union
        select case table_schema when 'public' then table_name else table_schema || '.' || table_name end
          from information_schema.columns join information_schema.tables using (table_schema, table_name)
         where table_type = 'BASE TABLE' and table_schema in ('public', 'identity') and udt_name in ('uuid', '_uuid') and column_name ~ @called
           and not (table_schema, table_name) = ('identity', 'account')
        """, new { table, called });

    /// <summary>Open things around the mentor besides the program.</summary>
    Task GiveMentorMore() => Sql.ExecuteAsync("""
        insert into mentor_profile (organization_id, region_code, person_id, status, confirmed_on, capacity_programs, available_from)
        select id, region_code, @Mentor, 'Confirmed', '2024-01-01', 3, '2024-01-01' from organization where id = @Id;
        insert into match_request (id, organization_id, region_code, mentor_organization_id, mentor_id, mentor_name, mentee_id, mentee_name,
                                   slot, asked_at, asked_by, expires_at)
        select gen_random_uuid(), id, region_code, id, @Mentor, 'x', @Mentee, 'y', 1, now(), 'test', now() + interval '9 days' from organization where id = @Id;
        insert into match_group (id, organization_id, region_code, mentor_id, area_code, seats, opened_at)
        select gen_random_uuid(), id, region_code, @Mentor, 'methods', 3, now() from organization where id = @Id;
        insert into match_lock (id, organization_id, region_code, mentor_id, mentee_id, set_at)
        select gen_random_uuid(), id, region_code, @Mentor, @Mentee, now() from organization where id = @Id;
        insert into wish_to_join (id, organization_id, region_code, person_id, wish, expressed_on)
        select gen_random_uuid(), id, region_code, @Mentor, 'Mentor', '2024-01-01' from organization where id = @Id;
        insert into council_seat (id, organization_id, region_code, person_id, person_name, seat, status, invited_at, invited_by, started_on)
        select gen_random_uuid(), id, region_code, @Mentor, 'x', 'Member', 'Held', now(), 'test', '2024-01-01' from organization where id = @Id;
        insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, granted_by)
        select gen_random_uuid(), @MentorAccount, 'SiteEditor', id, region_code, '2024-01-01', 'test' from organization where id = @Id;
        insert into room (id, organization_id, region_code, name, seats) select @room, id, region_code, 'Тихий кабинет', 4 from organization where id = @Id;
        insert into room_booking (id, organization_id, region_code, room_id, purpose, starts_at, ends_at, person_id, person_name)
        select gen_random_uuid(), id, region_code, @room, 'x', now() + interval '9 days', now() + interval '9 days 1 hour', @Mentor, 'x'
          from organization where id = @Id
        """, new { School.Id, School.Mentor, School.Mentee, School.MentorAccount, room = Guid.CreateVersion7() });

    /// <summary>What of it still waits for the mentor, holds or is offered.</summary>
    Task<IEnumerable<string>> Open() => Sql.QueryAsync<string>("""
        select 'profile' from mentor_profile where person_id = @Mentor and status = 'Confirmed'
        union all select 'request' from match_request where mentor_id = @Mentor
                    and (status in ('Requested', 'Accepted') or reason_code is distinct from 'PersonLeft')
        union all select 'group' from match_group where mentor_id = @Mentor and closed_at is null
        union all select 'lock' from match_lock where mentor_id = @Mentor and released_at is null
        union all select 'wish' from wish_to_join where person_id = @Mentor and withdrawn_on is null
        union all select 'seat' from council_seat where person_id = @Mentor and status <> 'Ended'
        union all select 'role' from role_assignment where account_id = @MentorAccount and (ended_on is null or ended_on > @Now)
        union all select 'room' from room_booking where person_id = @Mentor and status = 'Booked'
        """, new { School.Mentor, School.MentorAccount, Now });
}
