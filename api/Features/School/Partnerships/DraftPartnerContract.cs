using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Drafts a contract with a partner.</summary>
public static class DraftPartnerContract
{
    public static void Map(RouteGroupBuilder contracts) =>
        contracts.MapPost("/", async (Guid organizationId, PartnerContractPlan plan, IMediator mediator, CancellationToken ct) =>
            {
                var drafted = await mediator.Send(new Command(organizationId, plan), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/partner-contracts", drafted);
            })
            .Operation(nameof(DraftPartnerContract), Permission.PartnerManage);

    public sealed record Command(Guid OrganizationId, PartnerContractPlan Plan) : ICommand<PartnerContractState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new PartnerContractPlan.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PartnerContractState>
    {
        public async Task<PartnerContractState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan, id) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan, Guid.CreateVersion7(time.GetUtcNow()));
            var partner = await plan.Check(place, place.Today(time), db, ct);
            await db.ExecuteOne("""
                insert into partner_contract (id, organization_id, region_code, kind, partner_organization_id, partner_name, subject, number, signed_on,
                    starts_on, ends_on, responsible_id)
                values (@id, @OrganizationId, @RegionCode, @Kind, @PartnerOrganizationId, @partner, @Subject, @Number, @SignedOn, @StartsOn, @EndsOn,
                    @ResponsibleId)
                """, plan.Row(id, place, partner), ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new PartnerContractDrafted(plan.Kind));
            return new(id, PartnerContractStatus.Draft, 1);
        }
    }
}
