using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>The chair enters how the council decided on a proposed incentive.</summary>
public static class DecideIncentiveAsCouncil
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/incentives/{incentiveId:guid}/decide-as-council", async (Guid incentiveId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(incentiveId, body.Version, body.Supported, body.DecisionId, body.Comment), ct)))
            .Operation(nameof(DecideIncentiveAsCouncil), Permission.CouncilLead);

    /// <param name="DecisionId">The decision that the council adopted on it; needed to support.</param>
    /// <param name="Comment">Needed when it is not supported; at most 2,000 characters.</param>
    public sealed record Body(int Version, bool Supported, Guid? DecisionId = null, string? Comment = null);

    public sealed record Command(Guid Id, int Version, bool Supported, Guid? DecisionId, string? Comment) : ICommand<CouncilState<IncentiveStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DecisionId).NotNull().When(c => c.Supported);
            RuleFor(c => c.Comment).MaximumLength(2000);
            RuleFor(c => c.Comment).NotEmpty().When(c => !c.Supported);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<IncentiveStatus>>
    {
        public async Task<CouncilState<IncentiveStatus>> Handle(Command command, CancellationToken ct)
        {
            var proposal = await IncentiveRow.Lock(db, command.Id, command.Version, ct);
            if (proposal.PersonId == caller.Scope.Person) throw new Forbidden("incentive.own");
            if (command.Supported && !await db.One<bool>(Adopted, new { command.DecisionId, proposal.OrganizationId },
                ct)) throw new BadInput("incentive.decision-not-adopted") { Pointer = "/decisionId" };
            return await proposal.Take(command.Supported ? IncentiveStep.Support : IncentiveStep.NotSupport, command.Comment,
                command.Supported ? command.DecisionId : null, db, audit, time, ct);
        }
    }

    const string Adopted = """
        select exists (select from council_decision d join council_agenda_item i on i.id = d.agenda_item_id
                        where d.id = @DecisionId and d.organization_id = @OrganizationId and d.status in ('Adopted', 'CarriedOut') and i.kind = 'Incentive')
        """;
}
