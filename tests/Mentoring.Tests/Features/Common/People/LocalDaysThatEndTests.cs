using Dapper;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.People;

/// <summary>What a day ends or begins by itself or by a person's word, by clocks at which it is not the same day everywhere.</summary>
[TestFixture("2026-11-30T19:58:00Z")]
[TestFixture("2026-12-31T23:30:00Z")]
[TestFixture("2027-08-31T20:30:00Z")]
[TestFixture("2027-03-31T13:30:00Z")]
public sealed class LocalDaysThatEndTests(string instant) : LocalDayTest(instant)
{
    [TestCaseSource(nameof(Zones))]
    public async Task An_organization_ends_today_at_the_latest_as_its_place_counts(string zone)
    {
        var (school, keeper) = (await SchoolIn(zone), await As(Role.SystemAdministrator, "RU"));
        object End(string on) => new { version = 1, how = "Closed", on };
        await keeper.Post($"/api/v1/organizations/{school}/end", End(Day(zone, 1))).PointsTo("/on", "organization.day-to-come");
        await keeper.Post($"/api/v1/organizations/{school}/end", End(Day(zone))).Ok();
    }

    [TestCaseSource(nameof(Zones))]
    public async Task Work_is_over_with_the_day_of_its_place_and_what_follows_is_drawn_then(string zone)
    {
        var school = await SchoolIn(zone);
        var (today, tomorrow) = (await World.Teacher(school), await World.Teacher(school));
        foreach (var (person, after) in new[] { (today, 0), (tomorrow, 1) })
            await Sql.ExecuteAsync("update employment set ended_on = @day::date where person_id = @person", new { person, day = Day(zone, after) });
        await Run<FollowDepartures>(job => job.Run(default));
        Assert.That(await Sql.QueryAsync<Guid>("select person_id from departure where organization_id = @school", new { school }), Is.EqualTo(new[] { today }));
    }

    [TestCaseSource(nameof(Zones))]
    public async Task A_notice_runs_out_with_its_last_day_at_the_school(string zone)
    {
        var school = await SchoolIn(zone);
        foreach (var after in new[] { -1, 0 })
            await Sql.ExecuteAsync("""
                insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, created_by,
                                     activated_at, notice_until)
                select gen_random_uuid(), id, region_code, @after::text, 'teacher-teacher', 'traditional', 'adaptation', 'Active', '2026-09-01', '2028-05-31',
                       'test', '2026-09-01', @day::date
                  from organization where id = @school
                """, new { school, after, day = Day(zone, after) });
        await ActivatorUtilities.CreateInstance<EndNoticedPrograms>(Services).Run(default);
        Assert.That(await Sql.QueryAsync<string>("select title || ' ' || status from program where organization_id = @school order by 1", new { school }),
            Is.EqualTo(new[] { "-1 EndedEarly", "0 Active" }));
    }

    [TestCaseSource(nameof(Zones))]
    public async Task What_is_delegated_opens_on_its_first_day_and_closes_on_its_last_at_the_giver(string zone)
    {
        var (school, taker) = (await SchoolIn(zone), await World.School());
        async Task Delegate(int from, int until)
        {
            await Sql.ExecuteAsync("""
                delete from delegation where organization_id = @school;
                insert into delegation (id, organization_id, region_code, taker_id, component, status, starts_on, ends_on, basis, proposed_at, proposed_by)
                select gen_random_uuid(), id, region_code, @taker, 'CuratorDuties', 'Accepted', @from::date, @until::date, 'x', now(), 'test'
                  from organization where id = @school
                """, new { school, taker, from = Day(zone, from), until = Day(zone, until) });
        }

        await Delegate(1, 9);
        await (await As(Role.Curator, taker)).GetAsync($"/api/v1/organizations/{school}/people").IsProblem(404, "not-found");
        await Delegate(-9, 0);
        await (await As(Role.Curator, taker)).GetAsync($"/api/v1/organizations/{school}/people").IsProblem(404, "not-found");
        await Delegate(0, 1);
        await (await As(Role.Curator, taker)).GetAsync($"/api/v1/organizations/{school}/people").Ok();
    }
}
