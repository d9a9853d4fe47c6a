using FluentValidation;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>What a risk is, who answers for it and what would show that it has come.</summary>
/// <param name="KindCode">Of the dictionary `risk-kind`.</param>
/// <param name="Title">At most 300 characters.</param>
/// <param name="Probability">1 to 5.</param>
/// <param name="Impact">1 to 5.</param>
/// <param name="Trigger">What shows that it has come; at most 1,000 characters.</param>
/// <param name="OwnerId">Who of the staff answers for it.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
public sealed record RiskPlan(string KindCode, string Title, int Probability, int Impact, string Trigger, Guid OwnerId, DateOnly ReviewOn)
{
    public sealed class Validator : AbstractValidator<RiskPlan>
    {
        public Validator()
        {
            RuleFor(p => p.Title).NotEmpty().MaximumLength(300);
            RuleFor(p => p.Probability).InclusiveBetween(1, 5);
            RuleFor(p => p.Impact).InclusiveBetween(1, 5);
            RuleFor(p => p.Trigger).NotEmpty().MaximumLength(1000);
        }
    }

    /// <summary>The kind is valid and the owner works here.</summary>
    internal async Task Check(Place place, DateOnly today, Db db, CancellationToken ct)
    {
        if (await db.List<int>("select 1 from dictionary_entry where dictionary = 'risk-kind' and code = @KindCode and valid_to is null", new { KindCode },
            ct) is [])
            throw new BadInput("risk.kind-unknown") { Pointer = "/kindCode" };
        if (await db.List<string>(PeopleSql.WorksHere, new { place.OrganizationId, PersonId = OwnerId, Today = today }, ct) is [])
            throw new BadInput("risk.owner-unknown") { Pointer = "/ownerId" };
    }
}

/// <summary>How a risk stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record RiskState(Guid Id, RiskStatus Status, int Version);

/// <summary>A risk as a command holds it: locked.</summary>
sealed record RiskRow(Guid Id, Guid OrganizationId, string RegionCode, RiskStatus Status, int Version) : IVersioned
{
    public static Task<RiskRow> Lock(Db db, Guid organization, Guid id, int version, CancellationToken ct) =>
        db.Lock<RiskRow>("select id, organization_id, region_code, status, version from risk where id = @id and organization_id = @organization for update",
            new { id, organization }, version, ct);

    public void MustNotBeClosed()
    {
        if (Status == RiskStatus.Closed) throw new RuleViolation("risk.step-not-now");
    }
}
