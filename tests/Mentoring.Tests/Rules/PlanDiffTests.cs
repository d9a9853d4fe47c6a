using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Programs.PlanSnapshot;

namespace Mentoring.Tests.Rules;

public sealed class PlanDiffTests
{
    static readonly DateOnly Day = new(2026, 9, 1);
    static readonly PlannedActivity First = new(Guid.CreateVersion7(), "Посетить урок", Day.AddDays(10), Responsible.Mentor, "Лист наблюдения");
    static readonly PlannedActivity Second = new(Guid.CreateVersion7(), "Провести урок", Day.AddDays(20), Responsible.Mentee, "План урока");
    static readonly PlanSnapshot Plan = new(
        "Первый год", "teacher-teacher", "traditional", "young-specialist", Day, Day.AddDays(200), "Помощь", 500_000,
        [new(Guid.CreateVersion7(), ParticipantRole.Mentor)], [new(Guid.CreateVersion7(), "methods", "Планирование", "Планирует сама", null, 1, 4)],
            [First, Second]);

    [Test]
    public void A_plan_does_not_differ_from_itself() => Assert.That(PlanDiff.Between(Plan, Plan with { }), Is.Empty);

    [Test]
    public void A_new_last_day_is_told_before_and_after() =>
        Assert.That(PlanDiff.Between(Plan, Plan with { EndsOn = Day.AddDays(230) }), Is.EqualTo(new[]
        {
            new PlanChange(PlanPart.EndsOn, PlanChangeKind.Changed, null, null, "2027-03-20", "2027-04-19"),
        }));

    [Test]
    public void An_activity_is_the_same_by_its_id_however_it_is_worded_and_placed()
    {
        var changed = Second with { Activity = "Провести открытый урок", DueOn = Day.AddDays(25) };
        Assert.That(PlanDiff.Between(Plan, Plan with { Activities = [changed, First] }), Is.EqualTo(new[]
        {
            new PlanChange(PlanPart.Activity, PlanChangeKind.Changed, 1, "activity", "Провести урок", "Провести открытый урок"),
            new PlanChange(PlanPart.Activity, PlanChangeKind.Changed, 1, "dueOn", "2026-09-21", "2026-09-26"),
        }));
    }

    [Test]
    public void A_rewritten_draft_finds_its_rows_by_their_text()
    {
        PlannedActivity[] rewritten = [Second with { Id = Guid.CreateVersion7() },
            new(Guid.CreateVersion7(), "Разобрать урок", Day.AddDays(30), Responsible.Both, "Выводы"), First with { Id = Guid.CreateVersion7() }];
        Assert.That(PlanDiff.Between(Plan, Plan with { Activities = rewritten }), Is.EqualTo(new[]
        {
            new PlanChange(PlanPart.Activity, PlanChangeKind.Added, 2, null, null, "Разобрать урок"),
        }));
    }

    [Test]
    public void People_who_leave_and_come_are_named_by_id()
    {
        var incoming = Guid.CreateVersion7();
        var changes = PlanDiff.Between(Plan, Plan with { Participants = [new(incoming, ParticipantRole.Mentor)] });
        Assert.That(changes.Select(c => (c.Part, c.Kind, c.Field, c.Before ?? c.After)), Is.EqualTo(new[]
        {
            (PlanPart.Participant, PlanChangeKind.Removed, "Mentor", $"{Plan.Participants[0].PersonId}"),
                (PlanPart.Participant, PlanChangeKind.Added, "Mentor", $"{incoming}"),
        }));
    }
}
