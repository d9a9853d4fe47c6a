using System.Linq.Expressions;
using System.Text.Json;
using FluentValidation;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>One topic of a meeting's agenda, and the goal of the program that it serves.</summary>
/// <param name="Text">At most 300 characters.</param>
/// <param name="GoalId">A goal of the program; null where the topic serves none.</param>
public sealed record AgendaTopic(string Text, Guid? GoalId = null);

/// <summary>Writes the agenda of a meeting anew.</summary>
public static class MeetingAgenda
{
    public const int MostTopics = 20;

    public static void IsAgenda<T>(this AbstractValidator<T> validator, Expression<Func<T, IEnumerable<AgendaTopic>?>> agenda)
    {
        validator.RuleFor(agenda).Must(all => all is null || all.Count() <= MostTopics).WithMessage(_ => ProblemTexts.Of("meeting.too-many-topics", []));
        validator.RuleForEach(agenda).ChildRules(one => one.RuleFor(t => t.Text).NotEmpty().MaximumLength(300));
    }

    public static void IsLink<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(500)
        .Must(link => string.IsNullOrEmpty(link) || Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
            .WithMessage(_ => ProblemTexts.Of("meeting.link", []));

    public static async Task Write(Guid[] meetings, IReadOnlyList<AgendaTopic>? agenda, ProgramRow program, Db db, CancellationToken ct)
    {
        if (agenda is null) return;
        var goals = (await db.List<Guid>("select id from program_goal where program_id = @Id", new { program.Id }, ct)).ToHashSet();
        for (var i = 0; i < agenda.Count; i++)
            if (agenda[i].GoalId is { } goal && !goals.Contains(goal)) throw new BadInput("program.goal-unknown") { Pointer = $"/agenda/{i}/goalId" };
        await db.Execute(Sql, new
        {
            Meetings = meetings, program.Id, program.OrganizationId, program.RegionCode,
            Topics = JsonSerializer.Serialize(agenda.Select((t, i) => new { position = i + 1, text = t.Text, goal_id = t.GoalId })),
        }, ct);
    }

    const string Sql = """
        delete from meeting_topic where meeting_id = any(@Meetings);
        insert into meeting_topic (region_code, id, meeting_id, program_id, organization_id, position, text, goal_id)
        select @RegionCode, gen_random_uuid(), m.id, @Id, @OrganizationId, t.position, t.text, t.goal_id
          from unnest(@Meetings) as m (id) cross join jsonb_to_recordset(@Topics::jsonb) as t (position int, text text, goal_id uuid)
        """;
}
