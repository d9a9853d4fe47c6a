using Dapper;
using Mentoring.Api.Features.Region.HelpDesk;
using Mentoring.Tests.Features.Region.HelpDesk;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>Questions count once: by their first answer, or when their term ran out before it.</summary>
public sealed class HelpSumsTests : HelpDeskTest
{
    Sums _sums = null!;

    [SetUp]
    public void Count() => _sums = new(Services, Sql, Today);

    [Test]
    public async Task A_question_is_in_time_by_its_first_answer_and_late_once_its_term_has_run_out()
    {
        var late = await Asked();
        Assert.That((await _sums.Now(School, "help-in-time"), await _sums.Now(School, "exchange-help")), Is.EqualTo(("0/0", "0/1")), "it may still be in time");
        var prompt = await Answered();
        Assert.That((await _sums.Now(School, "help-in-time"), await _sums.Now(School, "exchange-help")), Is.EqualTo(("1/1", "1/1")));
        await Step(Asker, prompt, "reopen", new { text = "Не хватает образца" });
        await Step(Methodologist, prompt, "take");
        await Step(Methodologist, prompt, "answer", new { text = "Вот образец" });
        Assert.That(await _sums.Now(School, "help-in-time"), Is.EqualTo("1/1"), "the same question");

        await Sql.ExecuteAsync("update help_request set due_on = @Today - 1 where id = @late", new { late, Today });
        await Run<EscalateHelp>(job => job.Run(default));
        Assert.That(await _sums.Now(School, "help-in-time"), Is.EqualTo("1/2"));
        await Step(Methodologist, late, "take");
        await Step(Methodologist, late, "answer", new { text = "Простите за задержку" });
        Assert.That(await _sums.Now(School, "help-in-time"), Is.EqualTo("1/2"));
        Assert.That(await _sums.Differences(), Is.Zero);
    }

    [Test]
    public async Task An_answer_of_another_month_changes_both_and_passing_a_question_on_none()
    {
        var id = await Answered();
        Assert.That(await _sums.Now(School, "help-in-time"), Is.EqualTo("1/1"));
        await Sql.ExecuteAsync("update help_entry set written_at = @at where request_id = @id and kind = 'Answer'",
            new { id, at = _sums.LastMonth.AddDays(9).ToDateTime(new(9, 0), DateTimeKind.Utc) });
        Assert.That(await _sums.Now(School, "help-in-time"), Is.EqualTo("0/0"));
        Assert.That((await _sums.Of(School, _sums.LastMonth, "help-in-time"), await _sums.Of(School, _sums.LastMonth, "exchange-help")),
            Is.EqualTo(("1/1", "0/0")), "nobody stood behind the school then");

        var other = await Body(kind: "Institute");
        await _sums.RollUp();
        await Sql.ExecuteAsync("update help_entry set body_id = @other where request_id = @id", new { id, other });
        Assert.That(await _sums.AreMarked(), Is.False);
        Assert.That(await _sums.Differences(), Is.Zero);
    }
}
