using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Changes a contract that is not over, for instance its term when it goes on.</summary>
public static class RevisePartnerContract
{
    public static void Map(RouteGroupBuilder contracts) =>
        contracts.MapPut("/{contractId:guid}", async (Guid organizationId, Guid contractId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, contractId, body.Version, body.Plan), ct)))
            .Operation(nameof(RevisePartnerContract), Permission.PartnerManage);

    public sealed record Body(int Version, PartnerContractPlan Plan);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, PartnerContractPlan Plan) : ICommand<PartnerContractState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new PartnerContractPlan.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PartnerContractState>
    {
        public async Task<PartnerContractState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan);
            var contract = await PartnerContractRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            contract.MustBeOpen();
            if (contract.Status == PartnerContractStatus.InForce
                && (plan.SignedOn is null || plan.Number.Length == 0)) throw new RuleViolation("partner-contract.not-signed");
            var partner = await plan.Check(place, place.Today(time), db, ct);
            await db.ExecuteOne("""
                update partner_contract
                   set kind = @Kind, partner_organization_id = @PartnerOrganizationId, partner_name = @partner, subject = @Subject, number = @Number,
                       signed_on = @SignedOn,
                       starts_on = @StartsOn, ends_on = @EndsOn, responsible_id = @ResponsibleId, version = version + 1
                 where id = @id
                """, plan.Row(contract.Id, place, partner), ct);
            audit.About(place.OrganizationId, place.RegionCode, contract.Id, new PartnerContractRevised(plan.Kind));
            return new(contract.Id, contract.Status, contract.Version + 1);
        }
    }
}
