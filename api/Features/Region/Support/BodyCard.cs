using FluentValidation;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>What is said of a body of the external contour.</summary>
/// <param name="ParentId">Of a unit, the organization that it belongs to, whose registration numbers are its own.</param>
/// <param name="Inn">Taxpayer number: 10 digits; none of a unit.</param>
/// <param name="Ogrn">Registration number: 13 digits; none of a unit.</param>
public sealed record BodyCard(
    string NameFull, string NameShort, Guid? ParentId = null, string? Inn = null, string? Ogrn = null, string? Address = null, string? Email = null,
    string? Phone = null, string? Website = null)
{
    internal sealed class Validator : AbstractValidator<BodyCard>
    {
        public Validator()
        {
            RuleFor(c => c.NameFull).NotEmpty().MaximumLength(500);
            RuleFor(c => c.NameShort).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Inn).Must(inn => inn is null || inn is { Length: 10 } && RegistrationNumbers.IsInn(inn));
            RuleFor(c => c.Ogrn).Must(ogrn => ogrn is null || ogrn is { Length: 13 } && RegistrationNumbers.IsOgrn(ogrn));
            RuleFor(c => c.Address).MaximumLength(500);
            RuleFor(c => c.Email).MaximumLength(254).EmailAddress();
            RuleFor(c => c.Phone).MaximumLength(100);
            RuleFor(c => c.Website).MaximumLength(500);
        }
    }

    /// <summary>As it is written.</summary>
    internal Dapper.DynamicParameters Args(object more)
    {
        var all = new Dapper.DynamicParameters(more);
        all.AddDynamicParams(new
        {
            NameFull = NameFull.Trim(), NameShort = NameShort.Trim(), ParentId, Inn, Ogrn, Address = Given(Address), Email = Given(Email), Phone = Given(Phone),
            Website = Given(Website),
        });
        return all;
    }

    internal static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A unit is one of an open organization, and a name means one body of its region.</summary>
    internal async Task Demand(Guid own, string region, Db db, CancellationToken ct)
    {
        if (ParentId == own || (ParentId is not null && !await db.One<bool>(ParentSql, new { ParentId, own }, ct)))
            throw new BadInput("body.parent-unknown") { Pointer = "/parentId" };
        if (await db.One<bool>(TakenSql, new { own, region, NameShort = NameShort.Trim() }, ct)) throw new RuleViolation("body.exists");
    }

    const string ParentSql = "select exists (select from organization where id = @ParentId and status = 'Open' and parent_id is null and id <> @own)";

    const string TakenSql = $"""
        select exists (select from organization where region_code = @region and kind in {OrganizationKinds.Body} and status = 'Open' and id <> @own
                                                and lower(name_short) = lower(@NameShort))
        """;
}
