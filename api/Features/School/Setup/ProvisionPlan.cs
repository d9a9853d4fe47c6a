using FluentValidation;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>What people write of a provision.</summary>
public record ProvisionPlan
{
    public required ProvisionKind Kind { get; init; }

    /// <summary>The condition that it serves.</summary>
    public required ProvisionCondition Condition { get; init; }

    /// <summary>What for; at least one.</summary>
    public required IReadOnlyList<ProvisionOutcome> Outcomes { get; init; }

    /// <summary>What is provided; at most 500 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Somebody of the staff.</summary>
    public Guid? ResponsibleId { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>The document that it rests on.</summary>
    public string? Basis { get; init; }
    public string? Note { get; init; }

    public sealed class Validator : AbstractValidator<ProvisionPlan>
    {
        public Validator()
        {
            RuleFor(p => p.Title).NotEmpty().MaximumLength(500);
            RuleFor(p => p.Outcomes).NotEmpty();
            RuleFor(p => p.Basis).MaximumLength(500);
            RuleFor(p => p.Note).MaximumLength(2000);
        }
    }

    internal string[] OutcomeNames => [.. Outcomes.Distinct().Select(o => o.ToString())];

    /// <summary>Whoever answers for it works there.</summary>
    public async Task CheckPerson(Guid organization, Db db, TimeProvider time, CancellationToken ct)
    {
        if (ResponsibleId is not { } person) return;
        var args = new { OrganizationId = organization, PersonId = person, Today = await RegionTime.TodayAt(organization, db, time, ct) };
        if (await db.Maybe<string>(PeopleSql.WorksHere, args, ct) is null) throw new BadInput("setup.person-unknown") { Pointer = "/responsibleId" };
    }
}
