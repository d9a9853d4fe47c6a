using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Agenda;

/// <summary>Signals wait for the pair first and for the school after it; risks come up when their day does.</summary>
public sealed class RiskAgendaTests : ProgramTest
{
    [Test]
    public async Task A_signal_waits_for_the_pair_and_from_its_day_for_the_curator()
    {
        var program = await Active();
        var signal = await Sql.QuerySingleAsync<Guid>("""
            insert into risk_signal (id, organization_id, region_code, program_id, kind, found, expected, raised_on, shown_on)
            select gen_random_uuid(), organization_id, region_code, id, 'Silence', 0, 4, @today, @today::date + 7 from program where id = @program returning id
            """, new { program, today = Now });
        Assert.That(await Mentor.Task("SignalToExplain", signal), Is.Not.Null);
        Assert.That(await Curator.Task("SignalToDecide", signal), Is.Null, "the pair explains it first");

        await Mentee.Post($"/api/v1/signals/{signal}/explain", new { version = 1, explanation = "Были каникулы" }).Ok();
        Assert.That(await Mentor.Task("SignalToExplain", signal), Is.Null);
        await Sql.ExecuteAsync("update risk_signal set shown_on = current_date - 1 where id = @signal", new { signal });
        Assert.That((string?)(await Curator.Task("SignalToDecide", signal))!["path"], Is.EqualTo($"/school/{School.Id}/risks"));
        Assert.That(await Stranger.Task("SignalToDecide", signal), Is.Null);
    }

    [Test]
    public async Task A_risk_waits_for_a_week_before_its_day()
    {
        var risk = (Guid)(await Curator.Post($"/api/v1/organizations/{School.Id}/risks", new
        {
            kindCode = "overload", title = "Наставники перегружены", probability = 4, impact = 4, trigger = "Больше трёх программ", ownerId = School.Mentor,
            reviewOn = $"{Now.AddDays(10):O}",
        }).Gives(201))["id"]!;
        Assert.That(await Curator.Task("RiskToReview", risk), Is.Null);
        Clock.Advance(TimeSpan.FromDays(4));
        Assert.That((bool)(await Curator.Task("RiskToReview", risk))!["overdue"]!, Is.False);
        Clock.Advance(TimeSpan.FromDays(7));
        Assert.That((bool)(await Curator.Task("RiskToReview", risk))!["overdue"]!, Is.True);
        Assert.That(await Council.Task("RiskToReview", risk), Is.Null);
    }
}
