using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>
/// Takes a contract a step further: in force, over by its term, or broken off. Comes into force only with a number and the day of signing: 409
/// <c>partner-contract.not-signed</c> otherwise.
/// </summary>
public static class MovePartnerContract
{
    public static void Map(RouteGroupBuilder contracts) =>
        contracts.MapPost("/{contractId:guid}/move", async (Guid organizationId, Guid contractId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, contractId, body.Version, body.Step, body.Outcome), ct)))
            .Operation(nameof(MovePartnerContract), Permission.PartnerManage);

    /// <param name="Outcome">What it gave, or why it was broken off; wanted for both; at most 2,000 characters.</param>
    public sealed record Body(int Version, PartnerContractStep Step, string? Outcome = null);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, PartnerContractStep Step, string? Outcome) : ICommand<PartnerContractState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Outcome).MaximumLength(2000);
            RuleFor(c => c.Outcome).NotEmpty().When(c => c.Step != PartnerContractStep.Sign);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller) : IRequestHandler<Command, PartnerContractState>
    {
        public async Task<PartnerContractState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var contract = await PartnerContractRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            var next = PartnerContractLifecycle.Life.Next(contract.Status, command.Step);
            if (command.Step == PartnerContractStep.Sign
                && (contract.SignedOn is null || contract.Number.Length == 0)) throw new RuleViolation("partner-contract.not-signed");
            await db.ExecuteOne("update partner_contract set status = @Next, outcome = @Outcome, version = version + 1 where id = @Id",
                new { command.Id, Next = next.ToString(), command.Outcome }, ct);
            audit.About(place.OrganizationId, place.RegionCode, contract.Id, new PartnerContractMoved(command.Step));
            return new(contract.Id, next, contract.Version + 1);
        }
    }
}
