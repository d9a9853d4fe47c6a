using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Somebody outside the school. All of it is personal data: it goes to the row alone, not to logs and not to the audit trail.</summary>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Post">At most 200 characters.</param>
/// <param name="WorksAt">The organization or community; at most 300 characters.</param>
/// <param name="Reach">Work telephone and address, nothing private; at most 300 characters.</param>
/// <param name="Note">On what they help; at most 1,000 characters.</param>
public sealed record PartnerContactCard(string Name, string Post, string WorksAt, PartnerContactRole Role, string Reach, string Note)
{
    public sealed class Validator : AbstractValidator<PartnerContactCard>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Post).NotNull().MaximumLength(200);
            RuleFor(c => c.WorksAt).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Reach).NotNull().MaximumLength(300);
            RuleFor(c => c.Note).NotNull().MaximumLength(1000);
        }
    }

    internal object Row(Guid id, Place place) => new { id, place.OrganizationId, place.RegionCode, Name, Post, WorksAt, Role = Role.ToString(), Reach, Note };
}

/// <summary>How a contact stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record PartnerContactState(Guid Id, int Version);

/// <summary>A contact as a command holds it: locked. One that was erased stays so.</summary>
sealed record PartnerContactRow(Guid Id, DateOnly? ErasedOn, int Version) : IVersioned
{
    public static async Task<PartnerContactRow> Lock(Db db, Guid organization, Guid id, int version, CancellationToken ct)
    {
        var row = await db.Lock<PartnerContactRow>(
            "select id, erased_on, version from partner_contact where id = @id and organization_id = @organization for update",
            new { id, organization }, version, ct);
        return row.ErasedOn is null ? row : throw new RuleViolation("partner-contact.erased");
    }
}
