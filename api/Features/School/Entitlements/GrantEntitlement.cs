using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Profiles;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Entitlements;

/// <summary>Writes down a measure of support to which a person is entitled, with its legal source.</summary>
public static class GrantEntitlement
{
    public static void Map(RouteGroupBuilder entitlements) =>
        entitlements.MapPost("/", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(new Command(organizationId, personId, body.Terms), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/entitlements", created);
            })
            .Operation(nameof(GrantEntitlement), Permission.EntitlementManage);

    public sealed record Body(EntitlementTerms Terms);

    public sealed record Command(Guid OrganizationId, Guid PersonId, EntitlementTerms Terms) : ICommand<Result>;

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Terms).SetValidator(new EntitlementTerms.Validator());
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Workplace.Of(command.OrganizationId, command.PersonId, db, time, ct);
            var (id, terms) = (Guid.CreateVersion7(time.GetUtcNow()), command.Terms);
            await db.ExecuteOne("""
                insert into entitlement (id, organization_id, region_code, person_id, kind, source_level, source, starts_on, ends_on, amount_kopecks, paid,
                    note, created_at)
                values (@id, @OrganizationId, @RegionCode, @PersonId, @Kind, @SourceLevel, @Source, @StartsOn, @EndsOn, @AmountKopecks, @Paid, @Note, @Now)
                """, new
            {
                id, place.OrganizationId, place.RegionCode, command.PersonId, Kind = terms.Kind.ToString(), SourceLevel = terms.SourceLevel.ToString(),
                terms.Source,
                terms.StartsOn, terms.EndsOn, terms.AmountKopecks, Paid = terms.Paid?.ToString(), terms.Note, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, command.PersonId, new EntitlementGiven(id, terms.Kind));
            return new(id, 1);
        }
    }
}
