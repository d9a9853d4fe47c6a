using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>In what the school took part, with whom, what was agreed and what follows.</summary>
/// <param name="HeldOn">Not after today.</param>
/// <param name="Title">At most 300 characters.</param>
/// <param name="Agreed">What was agreed or learned; at most 4,000 characters.</param>
/// <param name="ContactIds">At most 50 contacts of the school.</param>
/// <param name="ContractIds">At most 20 contracts under which it was.</param>
/// <param name="Next">What follows; null for nothing.</param>
public sealed record CoordinationNote(
    CoordinationKind Kind, DateOnly HeldOn, string Title, string Agreed, IReadOnlyList<Guid> ContactIds, IReadOnlyList<Guid> ContractIds, NextStep? Next)
{
    public sealed class Validator : AbstractValidator<CoordinationNote>
    {
        public Validator()
        {
            RuleFor(n => n.Title).NotEmpty().MaximumLength(300);
            RuleFor(n => n.Agreed).NotNull().MaximumLength(4000);
            RuleFor(n => n.ContactIds).NotNull().Must(ids => ids.Count <= 50 && ids.Distinct().Count() == ids.Count);
            RuleFor(n => n.ContractIds).NotNull().Must(ids => ids.Count <= 20 && ids.Distinct().Count() == ids.Count);
            RuleFor(n => n.Next!).SetValidator(new NextStep.Validator()).When(n => n.Next is not null);
        }
    }

    internal async Task Check(Place place, DateOnly today, Db db, CancellationToken ct)
    {
        if (HeldOn > today) throw new BadInput("coordination.in-the-future") { Pointer = "/heldOn" };
        if (Next is { } next) await Staff.Demand(next.ResponsibleId, "/next/responsibleId", place, today, db, ct);
    }

    internal object Row(Guid id, Place place) => new
    {
        id, place.OrganizationId, place.RegionCode, Kind = Kind.ToString(), HeldOn, Title, Agreed, NextText = Next?.Text, NextDueOn = Next?.DueOn,
        NextResponsibleId = Next?.ResponsibleId,
    };

    /// <summary>Writes down with whom it was, and nobody else any more.</summary>
    internal async Task With(Guid id, Place place, Db db, CancellationToken ct)
    {
        var args = new { id, place.OrganizationId, Contacts = ContactIds.ToArray(), Contracts = ContractIds.ToArray() };
        await db.Execute("delete from coordination_contact where entry_id = @id", args, ct);
        await db.Execute("delete from coordination_contract where entry_id = @id", args, ct);
        if (await db.Execute(Contacts, args, ct) != ContactIds.Count) throw new BadInput("coordination.contact-unknown") { Pointer = "/contactIds" };
        if (await db.Execute(Contracts, args, ct) != ContractIds.Count) throw new BadInput("coordination.contract-unknown") { Pointer = "/contractIds" };
    }

    const string Contacts = """
        insert into coordination_contact (entry_id, organization_id, region_code, contact_id)
        select @id, organization_id, region_code, id from partner_contact where organization_id = @OrganizationId and id = any(@Contacts)
        """;

    const string Contracts = """
        insert into coordination_contract (entry_id, organization_id, region_code, contract_id)
        select @id, organization_id, region_code, id from partner_contract where organization_id = @OrganizationId and id = any(@Contracts)
        """;
}

/// <summary>What follows from a conversation.</summary>
/// <param name="Text">At most 1,000 characters.</param>
/// <param name="ResponsibleId">Who of the staff does it.</param>
public sealed record NextStep(string Text, DateOnly DueOn, Guid ResponsibleId)
{
    public sealed class Validator : AbstractValidator<NextStep>
    {
        public Validator() => RuleFor(s => s.Text).NotEmpty().MaximumLength(1000);
    }
}

/// <summary>How an entry stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record CoordinationState(Guid Id, int Version);

/// <summary>An entry as a command holds it: locked.</summary>
sealed record CoordinationRow(Guid Id, string? NextStep, DateOnly? NextDoneOn, int Version) : IVersioned
{
    public static Task<CoordinationRow> Lock(Db db, Guid organization, Guid id, int version, CancellationToken ct) =>
        db.Lock<CoordinationRow>(
            "select id, next_step, next_done_on, version from coordination_entry where id = @id and organization_id = @organization for update",
            new { id, organization }, version, ct);
}
