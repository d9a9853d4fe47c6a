using FluentValidation;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>What a contract with a partner says.</summary>
/// <param name="PartnerOrganizationId">An organization of the register; null for a partner that is not in it.</param>
/// <param name="PartnerName">At most 300 characters; wanted without an organization of the register, whose name counts otherwise.</param>
/// <param name="Subject">What it is about; at most 1,000 characters.</param>
/// <param name="Number">At most 50 characters; empty while it has none.</param>
/// <param name="SignedOn">Wanted before it comes into force.</param>
/// <param name="EndsOn">The first day on which it is no longer in force; null without a term.</param>
/// <param name="ResponsibleId">Who of the staff answers for it.</param>
public sealed record PartnerContractPlan(
    PartnerContractKind Kind, Guid? PartnerOrganizationId, string? PartnerName, string Subject, string Number, DateOnly? SignedOn, DateOnly StartsOn,
        DateOnly? EndsOn, Guid ResponsibleId)
{
    public sealed class Validator : AbstractValidator<PartnerContractPlan>
    {
        public Validator()
        {
            RuleFor(p => p.PartnerName).MaximumLength(300);
            RuleFor(p => p.PartnerName).NotEmpty().When(p => p.PartnerOrganizationId is null);
            RuleFor(p => p.Subject).NotEmpty().MaximumLength(1000);
            RuleFor(p => p.Number).NotNull().MaximumLength(50);
            RuleFor(p => p.EndsOn).GreaterThan(p => p.StartsOn);
        }
    }

    /// <summary>The responsible person works here and the partner is another organization of the register.</summary>
    /// <returns>The partner's name as it is kept.</returns>
    internal async Task<string> Check(Place place, DateOnly today, Db db, CancellationToken ct)
    {
        await Staff.Demand(ResponsibleId, "/responsibleId", place, today, db, ct);
        if (PartnerOrganizationId is not { } partner) return PartnerName!;
        if (partner == place.OrganizationId) throw new BadInput("partner-contract.another-organization") { Pointer = "/partnerOrganizationId" };
        return await db.List<string>("select name_short from organization where id = @partner", new { partner }, ct) is [var name]
            ? name
            : throw new BadInput("partner-contract.partner-unknown") { Pointer = "/partnerOrganizationId" };
    }

    internal object Row(Guid id, Place place, string partner) => new
    {
        id, place.OrganizationId, place.RegionCode, Kind = Kind.ToString(), PartnerOrganizationId, partner, Subject, Number, SignedOn, StartsOn, EndsOn,
        ResponsibleId,
    };
}

/// <summary>People of the school who answer for something.</summary>
static class Staff
{
    public static async Task Demand(Guid person, string pointer, Place place, DateOnly today, Db db, CancellationToken ct)
    {
        if (await db.List<string>(PeopleSql.WorksHere, new { place.OrganizationId, PersonId = person, Today = today }, ct) is [])
            throw new BadInput("partnership.responsible-unknown") { Pointer = pointer };
    }
}

/// <summary>How a contract stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record PartnerContractState(Guid Id, PartnerContractStatus Status, int Version);

/// <summary>A contract as a command holds it: locked.</summary>
sealed record PartnerContractRow(Guid Id, PartnerContractStatus Status, DateOnly? SignedOn, string Number, Guid? FileId, int Version) : IVersioned
{
    public static Task<PartnerContractRow> Lock(Db db, Guid organization, Guid id, int version, CancellationToken ct) =>
        db.Lock<PartnerContractRow>(
            "select id, status, signed_on, number, file_id, version from partner_contract where id = @id and organization_id = @organization for update",
            new { id, organization }, version, ct);

    /// <summary>What is over is not rewritten.</summary>
    public void MustBeOpen()
    {
        if (Status is PartnerContractStatus.Ended or PartnerContractStatus.Terminated) throw new RuleViolation("partner-contract.over");
    }
}
