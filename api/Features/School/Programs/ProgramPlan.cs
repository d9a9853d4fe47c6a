using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>What a program says: written when it is drafted and while it is revised.</summary>
public abstract record ProgramPlan
{
    /// <summary>At most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Code of the dictionary `mentoring-form`; empty while a draft does not say it yet.</summary>
    public string FormCode { get; init; } = "";

    /// <summary>Code of the dictionary `mentoring-kind`; empty while a draft does not say it yet.</summary>
    public string KindCode { get; init; } = "";

    /// <summary>Code of the dictionary `program-purpose`; empty while a draft does not say it yet.</summary>
    public string PurposeCode { get; init; } = "";

    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day; after `startsOn`.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>The content of mentoring: what the participants consent to. At most 10,000 characters; empty while a draft does not say it yet.</summary>
    public string Content { get; init; } = "";

    /// <summary>Pay for mentoring over the term, in kopecks; null when none is set.</summary>
    public long? PayKopecks { get; init; }

    /// <summary>At least one mentor and one mentee, at most 20 people; a person takes part once.</summary>
    public required IReadOnlyList<Participant> Participants { get; init; }

    /// <summary>At most 30.</summary>
    public required IReadOnlyList<PlannedGoal> Goals { get; init; }

    /// <summary>The roadmap; at most 100 activities.</summary>
    public required IReadOnlyList<PlannedActivity> Activities { get; init; }

    public sealed record Participant(Guid PersonId, ParticipantRole Role);

    /// <param name="AreaCode">Code of the dictionary `competence-area`.</param>
    /// <param name="Difficulty">What the mentee finds hard; at most 1,000 characters.</param>
    /// <param name="Goal">What is to be reached; at most 1,000 characters.</param>
    /// <param name="Measure">How it is measured; at most 300 characters.</param>
    public sealed record PlannedGoal(string AreaCode, string Difficulty, string Goal, string? Measure = null, decimal? MeasureBefore = null,
        decimal? MeasureTarget = null);

    /// <param name="Activity">What is done; at most 1,000 characters.</param>
    /// <param name="DueOn">Within the term.</param>
    /// <param name="ExpectedResult">At most 1,000 characters.</param>
    public sealed record PlannedActivity(string Activity, DateOnly DueOn, Responsible Responsible, string ExpectedResult);

    /// <summary>What can be said of a plan without looking anything up.</summary>
    public sealed class Validator : AbstractValidator<ProgramPlan>
    {
        public Validator()
        {
            RuleFor(p => p.Title).NotEmpty().MaximumLength(200);
            RuleFor(p => p.Content).MaximumLength(10_000);
            RuleFor(p => p.PayKopecks).InclusiveBetween(0, 100_000_000_00);
            RuleFor(p => p.EndsOn).GreaterThan(p => p.StartsOn).WithMessage(_ => ProblemTexts.Of("program.dates", []));
            RuleFor(p => p.Participants).Must(all => all.Count <= 20).WithMessage(_ => ProblemTexts.Of("program.too-many-participants", []))
                .Must(all => all.Any(one => one.Role == ParticipantRole.Mentor)).WithMessage(_ => ProblemTexts.Of("program.mentor-missing", []))
                .Must(all => all.Any(one => one.Role == ParticipantRole.Mentee)).WithMessage(_ => ProblemTexts.Of("program.mentee-missing", []));
            RuleFor(p => p.Goals).Must(all => all.Count <= 30).WithMessage(_ => ProblemTexts.Of("program.too-many-goals", []));
            RuleFor(p => p.Activities).Must(all => all.Count <= 100).WithMessage(_ => ProblemTexts.Of("program.too-many-activities", []));
            RuleForEach(p => p.Goals).ChildRules(goal =>
            {
                goal.RuleFor(g => g.Difficulty).NotEmpty().MaximumLength(1000);
                goal.RuleFor(g => g.Goal).NotEmpty().MaximumLength(1000);
                goal.RuleFor(g => g.Measure).MaximumLength(300);
            });
            RuleForEach(p => p.Activities).ChildRules(activity =>
            {
                activity.RuleFor(a => a.Activity).NotEmpty().MaximumLength(1000);
                activity.RuleFor(a => a.ExpectedResult).NotEmpty().MaximumLength(1000);
            });
        }
    }

    /// <summary>The rules across fields, each with a code of its own.</summary>
    public void Check()
    {
        var seen = new HashSet<Guid>();
        for (var i = 0; i < Participants.Count; i++)
            if (!seen.Add(Participants[i].PersonId)) throw new BadInput("program.person-twice") { Pointer = $"/participants/{i}/personId" };
        for (var i = 0; i < Activities.Count; i++)
            if (Activities[i].DueOn < StartsOn || Activities[i].DueOn > EndsOn)
                throw new BadInput("program.activity-outside-term") { Pointer = $"/activities/{i}/dueOn" };
    }
}
