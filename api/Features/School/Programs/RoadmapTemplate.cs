using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Goals and a roadmap that a school uses again, with terms counted from a program's first day.</summary>
public abstract record RoadmapTemplate
{
    public const int LongestTerm = 1100;

    /// <summary>At most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Code of the dictionary `program-purpose`.</summary>
    public required string PurposeCode { get; init; }

    /// <summary>At most 30.</summary>
    public required IReadOnlyList<TemplateGoal> Goals { get; init; }

    /// <summary>At least one, at most 100.</summary>
    public required IReadOnlyList<TemplateActivity> Activities { get; init; }

    /// <param name="AreaCode">Code of the dictionary `competence-area`.</param>
    public sealed record TemplateGoal(string AreaCode, string Difficulty, string Goal, string? Measure = null);

    /// <param name="DueAfterDays">Days after the program's first day, at most 1,100.</param>
    public sealed record TemplateActivity(string Activity, int DueAfterDays, Responsible Responsible, string ExpectedResult);

    public sealed class Validator : AbstractValidator<RoadmapTemplate>
    {
        public Validator()
        {
            RuleFor(t => t.Title).NotEmpty().MaximumLength(200);
            RuleFor(t => t.Goals).Must(all => all.Count <= 30).WithMessage(_ => ProblemTexts.Of("program.too-many-goals", []));
            RuleFor(t => t.Activities).NotEmpty().WithMessage(_ => ProblemTexts.Of("template.no-activities", []));
            RuleFor(t => t.Activities).Must(all => all.Count <= 100).WithMessage(_ => ProblemTexts.Of("program.too-many-activities", []));
            RuleForEach(t => t.Goals).ChildRules(goal =>
            {
                goal.RuleFor(g => g.Difficulty).NotEmpty().MaximumLength(1000);
                goal.RuleFor(g => g.Goal).NotEmpty().MaximumLength(1000);
                goal.RuleFor(g => g.Measure).MaximumLength(300);
            });
            RuleForEach(t => t.Activities).ChildRules(activity =>
            {
                activity.RuleFor(a => a.Activity).NotEmpty().MaximumLength(1000);
                activity.RuleFor(a => a.ExpectedResult).NotEmpty().MaximumLength(1000);
                activity.RuleFor(a => a.DueAfterDays).InclusiveBetween(0, LongestTerm);
            });
        }
    }
}

/// <summary>A template as a command holds it.</summary>
public sealed record TemplateRow(Guid OrganizationId, string RegionCode, bool IsRetired, int Version) : IVersioned
{
    public static async Task<TemplateRow> Lock(Db db, Guid id, int version, CancellationToken ct)
    {
        var row = await db.Lock<TemplateRow>("select organization_id, region_code, is_retired, version from roadmap_template where id = @id for update",
            new { id }, version, ct);
        return row.IsRetired ? throw new RuleViolation("template.retired") : row;
    }
}
