using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Organizations;

/// <summary>A school with a program in force is merged into another of its region: people and program go over, the rest is closed.</summary>
public sealed class SettleOrganizationTests : NotificationTest
{
    /// <summary>Rows that stay with who made them, wherever the program goes.</summary>
    static readonly string[] Stays = ["program_past", "participant_past", "audit_entry", "notification", "council_evaluation", "council_evaluation_mark",
        "council_task", "practice_use", "outbox_message", "match_request"];

    [Test]
    public async Task A_school_that_is_merged_hands_over_its_people_and_their_programs_go_on()
    {
        var (heir, region) = (await World.School(), await As(Role.RegionalCoordinator, World.Region));
        var (newCurator, alone) = (await As(Role.Curator, heir), await Draft());
        var meeting = await Plan(TimeSpan.FromDays(3));
        await HeldMeeting(Program);
        await GiveMore(heir);

        var preview = await region.GetAsync($"/api/v1/organizations/{School.Id}/end?on={Now:O}&successorId={heir}").Ok();
        Assert.That(((int)preview["people"]!, (int)preview["programs"]!, (int)preview["preparing"]!, (int)preview["requests"]!), Is.EqualTo((2, 1, 1, 1)));
        Assert.That((bool)preview["carriesPrograms"]!, Is.True);
        Assert.That(((int)preview["roles"]!, (int)preview["imports"]!, (int)preview["contracts"]!), Is.EqualTo((3, 2, 2)));

        await region.Post($"/api/v1/organizations/{School.Id}/end", new
        {
            version = 1, how = "Merged", on = $"{Now:O}", successorIds = new[] { heir }, staff = "HandOver",
        }).Ok();
        await Settle();
        Assert.That(await Kinds(region), Does.Contain("OrganizationSettled"));
        Assert.That((await Kinds(Mentor)).Distinct(), Is.EquivalentTo(new[] { "ProgramCarried", "MatchClosed" }), "nobody has left");
        Assert.That(await Kinds(newCurator), Does.Contain("ProgramCarried"));

        var told = (await region.GetAsync($"/api/v1/organizations/{School.Id}").Ok())["handover"]!;
        Assert.That(((string?)told["staff"], (int)told["people"]!, (int)told["programsCarried"]!, (int)told["programsEnded"]!),
            Is.EqualTo(("HandOver", 2, 2, 0)));
        Assert.That(((int)told["requests"]!, (int)told["roles"]!, (int)told["imports"]!), Is.EqualTo((1, 3, 2)));
        Assert.That(((int)told["contractsCarried"]!, (int)told["contracts"]!, (Guid)told["heirId"]!), Is.EqualTo((1, 1, heir)));
        Assert.That(await Sql.QueryAsync<string>("""
            select concat_ws(' ', c.number, case c.organization_id when @Id then 'before' else 'after' end, c.status, c.starts_on, c.ends_on, c.file_name,
                             was.number, f.organization_id = @heir)
              from partner_contract c left join partner_contract was on was.id = c.carried_from
              left join stored_file f on f.region_code = c.region_code and f.id = c.file_id
             where c.organization_id in (@Id, @heir) order by 1
            """, new { School.Id, heir }), Is.EqualTo(new[]
            {
                $"1 after InForce {Now:O} договор.pdf 1 t", $"1 before Ended 2026-01-01 {Now:O} договор.pdf t", $"2 before Ended 2026-01-01 {Now:O}",
            }), "what was made with the successor itself ends");

        var program = await newCurator.GetAsync($"{Path}/{Program}").Ok();
        Assert.That(((string?)program["status"], (Guid)program["organizationId"]!), Is.EqualTo(("Active", heir)));
        await newCurator.GetAsync($"{Path}/{alone}").Ok();
        Services.GetRequiredService<Access>().Forget(School.MentorAccount.ToString());
        var planned = (await Mentor.GetAsync($"{Path}/{Program}/meetings").Ok())["items"]!.AsArray().Single(one => (Guid)one!["id"]! == meeting)!;
        Assert.That((string?)planned["status"], Is.EqualTo("Planned"), "the pair goes on meeting");
        await Mentor.Post($"{Path}/{Program}/meetings", Planned(TimeSpan.FromDays(9))).Gives(201);
        await Curator.GetAsync($"{Path}/{Program}").IsProblem(403, "permission.missing");

        foreach (var table in await Sql.QueryAsync<string>("""
            select c.table_name from information_schema.columns c join information_schema.columns o using (table_schema, table_name)
              join information_schema.tables t using (table_schema, table_name)
             where table_schema = 'public' and c.column_name = 'program_id' and o.column_name = 'organization_id' and t.table_type = 'BASE TABLE'
            """))
        {
            if (Stays.Contains(table)) continue;
            var behind = await Sql.ExecuteScalarAsync<long>($"select count(*) from {table} where program_id = @Program and organization_id <> @heir",
                new { Program, heir });
            Assert.That(behind, Is.Zero, table);
        }

        Assert.That(await Sql.QueryAsync<string>("""
            select concat_ws(' ', case organization_id when @Id then 'before' else 'after' end, started_on, ended_on, is_main, hired_on)
              from employment where person_id = @Mentor order by started_on
            """, new { School.Id, School.Mentor }), Is.EqualTo(new[] { $"before 2020-09-01 {Now:O} t", $"after {Now:O} t 2020-09-01" }));
        Assert.That(await Sql.ExecuteScalarAsync<Guid>("select employer_id from program_participant where program_id = @Program and role = 'Mentee'",
            new { Program }), Is.EqualTo(heir));
        Assert.That(await Sql.QueryAsync<string>("select status || ' ' || capacity_programs from mentor_profile where person_id = @Mentor order by status",
            new { School.Mentor }), Is.EqualTo(new[] { "Confirmed 3", "Paused 3" }));
        Assert.That(await Sql.QuerySingleAsync<DateOnly>("select noted_on from mentoring_need where organization_id = @heir", new { heir }), Is.EqualTo(Now));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from departure where organization_id = @Id", new { School.Id }), Is.EqualTo(2));
    }

    /// <summary>
    /// A confirmed profile, a need, a request, a contract with its file and one with the successor, a file and a staff list that
    /// wait, a practice used in the program, and a task about it in what the council prepares.
    /// </summary>
    Task GiveMore(Guid heir) => Sql.ExecuteAsync("""
        insert into mentor_profile (organization_id, region_code, person_id, status, confirmed_on, capacity_programs, available_from)
        select id, region_code, @Mentor, 'Confirmed', '2024-01-01', 3, '2024-01-01' from organization where id = @Id;
        insert into mentoring_need (organization_id, region_code, person_id, school_year, category, noted_on)
        select id, region_code, @Mentee, @year, 'NewInStaff', @since from organization where id = @Id;
        insert into match_request (id, organization_id, region_code, mentor_organization_id, mentor_id, mentor_name, mentee_id, mentee_name,
                                   slot, asked_at, asked_by, expires_at)
        select gen_random_uuid(), id, region_code, id, @Mentor, 'x', @Mentee, 'y', 1, now(), 'test', now() + interval '9 days' from organization where id = @Id;
        with file as (
            insert into stored_file (region_code, id, organization_id, name, media_type, size, sha256, content, stored_at, kind)
            select region_code, gen_random_uuid(), id, 'договор.pdf', 'application/pdf', 1, 'x', 'x', now(), 'Contract'
              from organization where id = @Id returning *)
        insert into partner_contract (id, organization_id, region_code, kind, partner_name, subject, number, signed_on, starts_on, responsible_id, status,
                                      file_id, file_name)
        select gen_random_uuid(), organization_id, region_code, 'Practice', 'Колледж', 'Практика', '1', '2026-01-01', '2026-01-01', @Mentor, 'InForce',
               id, 'договор.pdf' from file;
        insert into partner_contract (id, organization_id, region_code, kind, partner_organization_id, partner_name, subject, number, signed_on, starts_on,
                                      responsible_id, status)
        select gen_random_uuid(), id, region_code, 'Practice', @heir, 'Школа', 'Практика', '2', '2026-01-01', '2026-01-01', @Mentor, 'InForce'
          from organization where id = @Id;
        insert into import (id, kind, status, organization_id, region_code, file_name, file_hash, created_at, created_by)
        select gen_random_uuid(), 'Roster', 'Checked', id, region_code, 'a.zip', 'x', now(), 'test' from organization where id = @Id;
        insert into import (id, kind, status, organization_id, region_code, file_name, file_hash, created_at, created_by)
        select gen_random_uuid(), 'StaffList', 'Unmatched', id, region_code, 'a.xlsx', 'y', now(), 'test' from organization where id = @Id;
        with practice as (
            insert into practice (id, organization_id, region_code, status, title, problem, description, results, evidence, areas, topics, created_by,
                                  created_at, updated_at, published_at)
            select gen_random_uuid(), id, region_code, 'Published', 'x', 'x', 'x', 'x', 'x', '{}', '{}', @Mentor, now(), now(), now()
              from organization where id = @Id returning *)
        insert into practice_use (practice_id, program_id, organization_id, region_code, practice_title, kind, note, used_by_name, used_at)
        select id, @Program, organization_id, region_code, title, 'Resource', 'x', 'x', now() from practice;
        with prepared as (
            insert into council_preparation (id, organization_id, region_code, kind, level, status, title, participants, starts_on, created_at)
            select gen_random_uuid(), id, region_code, 'Forum', 'School', 'Preparing', 'x', 'x', '2027-01-01', now() from organization where id = @Id
            returning *)
        insert into council_task (id, organization_id, region_code, kind, status, title, responsible_name, due_on, preparation_id, program_id, created_at)
        select gen_random_uuid(), organization_id, region_code, 'Preparation', 'Open', 'x', 'x', '2027-01-01', id, @Program, now() from prepared
        """, new { Program, heir, School.Id, School.Mentor, School.Mentee, year = SchoolYearOf(Now), since = Now.AddDays(-3) });

    /// <summary>Once it cannot be taken back any more.</summary>
    Task Settle()
    {
        Clock.Advance(SettleOrganization.Waits);
        return ActivatorUtilities.CreateInstance<SettleOrganization>(Services).Run(default);
    }

    static int SchoolYearOf(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;
}

/// <summary>A school closes and nobody carries it on: its people are released on that day, and told of it also when it is settled later.</summary>
[TestFixture(0)]
[TestFixture(1)]
public sealed class ReleasedOrganizationTests(int later) : NotificationTest
{
    [Test]
    public async Task A_school_that_closes_without_a_successor_ends_its_programs_and_releases_its_people()
    {
        var on = Now;
        var region = await As(Role.RegionalCoordinator, World.Region);
        var (meeting, draft) = (await Plan(TimeSpan.FromDays(3)), await Draft());
        await Sql.ExecuteAsync("""
            insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, granted_by, confirmed_by)
            select gen_random_uuid(), @MentorAccount, 'Mentor', id, region_code, '2026-01-01', 'test', 'test' from organization where id = @Id
            on conflict do nothing
            """, new { School.MentorAccount, School.Id });
        var preview = await region.GetAsync($"/api/v1/organizations/{School.Id}/end?on={on:O}").Ok();
        await region.Post($"/api/v1/organizations/{School.Id}/end", new { version = 1, how = "Closed", on = $"{on:O}", staff = "Release" }).Ok();
        Clock.Advance(SettleOrganization.Waits + TimeSpan.FromDays(later));
        await ActivatorUtilities.CreateInstance<SettleOrganization>(Services).Run(default);
        Assert.That((await Kinds(Mentor)).Distinct(), Is.SupersetOf(new[] { "ProgramEndedEarly" }));
        Assert.That(await Kinds(region), Does.Contain("OrganizationSettled"));

        Assert.That(await Sql.QueryAsync<string>("select status from program where id = any(@all) order by status", new { all = new[] { Program, draft } }),
            Is.EqualTo(new[] { "Cancelled", "EndedEarly" }));
        Assert.That(await Sql.ExecuteScalarAsync<string>("select status || ' ' || called_off_by from meeting where id = @meeting", new { meeting }),
            Is.EqualTo("Cancelled ProgramEnded"));
        foreach (var table in (string[])["employment", "role_assignment"])
        {
            var open = await Sql.ExecuteScalarAsync<long>($"select count(*) from {table} where organization_id = @Id and ended_on is null", new { School.Id });
            Assert.That(open, Is.Zero, table);
        }

        foreach (var account in (Guid[])[School.CuratorAccount, School.HeadAccount]) Services.GetRequiredService<Access>().Forget(account.ToString());
        await Curator.GetAsync(Path).IsProblem(403, "permission.missing");
        JsonNode read = await region.GetAsync($"/api/v1/organizations/{School.Id}").Ok();
        Assert.That(((int)read["handover"]!["programsEnded"]!, (int)read["handover"]!["programsCarried"]!), Is.EqualTo((2, 0)));
        Assert.That((int)read["handover"]!["roles"]!, Is.EqualTo((int)preview["roles"]!).And.GreaterThan(3), "as was said before");
    }
}
