using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Sums of difficulties, counted by hand from what teachers do.</summary>
public sealed class DeficitSumsTests : DeficitsTest
{
    async Task Save(Guid route, params object[] findings) =>
        await Own.Put(At(route, "/findings"), new { version = await Version(route), findings }).Ok();

    [Test]
    public async Task A_difficulty_is_open_until_the_route_has_overcome_it_and_closed_for_twelve_months()
    {
        Assert.That(await Now(School), Is.Empty);
        var route = await Begun();
        await Save(route, Deficit());
        Assert.That(await Now(School), Is.EqualTo("Diagnosed 1, Open methods 1"));
        var finding = (Guid)(await Read(route))["findings"]![0]!["id"]!;
        await Save(route, Deficit(id: finding, closed: true), Deficit("health"));
        Assert.That(await Now(School), Is.EqualTo("Closed methods 1, Diagnosed 1, Open health 1"));

        await Sql.ExecuteAsync("update route_finding set closed_on = closed_on - 400 where id = @finding", new { finding });
        Assert.That(await Now(School), Is.EqualTo("Diagnosed 1, Open health 1"), "more than a year ago");
        await Sql.ExecuteAsync("update route_finding set closed_on = closed_on + 400 where id = @finding", new { finding });
        await Own.Post(At(route, "/close"), new { version = await Version(route), reason = "Другая работа" }).Ok();
        Assert.That(await Now(School), Is.EqualTo("Closed methods 1, Diagnosed 1"), "what a route leaves open is open no more with it");
        await Sums.RollUp();
        Assert.That(await Sums.AreMarked(), Is.False);
    }

    [Test]
    public async Task A_diagnosis_that_holds_counts_from_a_half_on_and_the_route_overcomes_what_it_says()
    {
        await Diagnosed(School, 3, 2, "methods", "health");
        Assert.That(await Now(School), Is.EqualTo("Diagnosed 3, Open health 2, Open methods 2"));
        await Sql.ExecuteAsync("update diagnosis set person_id = person_id where organization_id = @School", new { School });
        Assert.That(await Sums.AreMarked(), Is.False, "what changes no sum marks nothing");

        await Sql.ExecuteAsync("update diagnosis set status = 'Superseded' where id = (select diagnosis_id from diagnosis_area where level = 33 limit 1)");
        Assert.That(await Now(School), Is.EqualTo("Diagnosed 2, Open health 2, Open methods 2"));

        var teacher = await Sql.QuerySingleAsync<Guid>("select person_id from diagnosis where status = 'Done' and organization_id = @School limit 1",
            new { School });
        await Sql.ExecuteAsync("""
            insert into route (region_code, id, person_id, organization_id, status, starts_on, ends_on, created_at, last_activity_at)
            values ('RU-TVE', @teacher, @teacher, @School, 'Diagnosis', current_date, current_date + 1500, now(), now());
            insert into route_finding (region_code, id, route_id, person_id, reader_ids, position, kind, area_code, text, closed_on)
            values ('RU-TVE', gen_random_uuid(), @teacher, @teacher, '{}', 1, 'Deficit', 'methods', 'x', @Today)
            """, new { teacher, School, Today });
        Assert.That(await Now(School), Is.EqualTo("Closed methods 1, Diagnosed 2, Open health 2, Open methods 1"));
    }

    [Test]
    public async Task Who_lacks_two_parts_of_an_area_counts_once_in_it_and_who_goes_elsewhere_counts_there()
    {
        await Diagnosed(School, 1, 1, "ict", "digitalisation");
        await Diagnosed(School, 1, 1, "ict");
        Assert.That(await Now(School), Is.EqualTo("Diagnosed 2, Open digital 2, Open digitalisation 1, Open ict 2"));
        var next = await World.School("28701000");
        await Sql.ExecuteAsync("""
            with gone as (update employment set ended_on = @Today where organization_id = @School and person_id in
                              (select person_id from diagnosis_area where area_code = 'digitalisation') returning person_id)
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), @next, 'RU-TVE', person_id, 'teacher', true, true, @Today from gone
            """, new { Today, School, next });
        Assert.That((await Now(School), await Kept(next)), Is.EqualTo(("Diagnosed 1, Open digital 1, Open ict 1",
            "Diagnosed 1, Open digital 1, Open digitalisation 1, Open ict 1")));

        async Task<string> All() => string.Join('\n', await Sql.QueryAsync<string>("""
            select concat_ws(' ', organization_id, territory_code, counted, area_code, teachers) from organization_deficit
             where organization_id in (@School, @next) order by 1
            """, new { School, next }));
        var kept = await All();
        await Services.GetRequiredService<FullRollUp>().Run(default);
        Assert.That(await All(), Is.EqualTo(kept), "counted from scratch they are the same");
        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = @Today where id = @next", new { Today, next });
        Assert.That(await Now(next), Is.Empty);
    }
}
