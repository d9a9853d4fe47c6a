using Dapper;
using Mentoring.Tests.Features.School.Psychology;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Agenda;

/// <summary>A psychologist's day and the workspace say the same of what waits.</summary>
public sealed class PsychologyAgendaTests : PsychologyTest
{
    static readonly string[] Kinds = ["TrainingToClose", "PulseToClose", "PsychologyTaskDue", "OpinionToGive", "ReadinessToCheck"];

    [Test]
    public async Task The_day_counts_what_the_workspace_lists_kind_by_kind()
    {
        await Active();
        await Psychologist.Post($"{Work}/tasks",
            new { direction = "Burnout", text = "Группа поддержки", methods = new[] { "balint-group" }, dueOn = $"{Today.AddDays(5):O}" }).Gives(201);
        await Sql.ExecuteAsync("""
            insert into psychology_task (id, organization_id, region_code, direction, text, due_on)
            select gen_random_uuid(), id, region_code, 'Conflict', 'Просрочено', @past from organization where id = @Id
            """, new { School.Id, past = Today.AddDays(-3) });

        var queue = (await Psychologist.GetAsync($"{Work}/queue").Ok()).AsArray()
            .GroupBy(item => (string)item!["kind"]!).ToDictionary(g => g.Key, g => g.Count());
        var agenda = await Psychologist.GetAsync("/api/v1/me/agenda").Ok();
        var counts = agenda["counts"]!.AsArray().Where(c => Kinds.Contains((string)c!["kind"]!))
            .ToDictionary(c => ((string)c!["kind"]!).Replace("PsychologyTask", "Task"), c => (int)c!["count"]!);
        Assert.That(counts, Is.EquivalentTo(queue).And.Count.GreaterThanOrEqualTo(3));

        var tasks = agenda["tasks"]!.AsArray();
        Assert.That(tasks.Where(t => (string?)t!["kind"] == "PsychologyTaskDue")
            .Select(t => ((string?)t!["title"], (bool)t["overdue"]!, (string?)t["path"])), Is.EqualTo(new[]
        {
            ("Просрочено", true, "/psych?tab=plan"), ("Группа поддержки", false, "/psych?tab=plan"),
        }));
        Assert.That(tasks.Where(t => (string?)t!["kind"] == "OpinionToGive").Select(t => (string?)t!["path"]),
            Is.Not.Empty.And.All.EqualTo($"/psych?tab=pairs&open={School.Mentor}:{School.Mentee}"));
    }

    [Test]
    public async Task Nobody_else_is_asked_what_the_psychologist_is_asked()
    {
        await Active();
        foreach (var other in (HttpClient[])[Curator, Head, Council, Mentor, OtherPsychologist])
        {
            var kinds = (await other.GetAsync("/api/v1/me/agenda").Ok())["counts"]!.AsArray().Select(c => (string)c!["kind"]!);
            Assert.That(kinds.Intersect(Kinds), Is.Empty);
        }
    }
}
