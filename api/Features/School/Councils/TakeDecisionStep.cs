using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair withdraws a proposed decision, or notes that an adopted one was carried out or revoked.</summary>
public static class TakeDecisionStep
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/decisions/{decisionId:guid}/take-step", async (Guid decisionId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(decisionId, body.Version, body.Step, body.Note), ct)))
            .Operation(nameof(TakeDecisionStep), Permission.CouncilLead);

    /// <param name="Step">`Withdraw`, `CarryOut` or `Revoke`.</param>
    /// <param name="Note">What came of it, or why it was revoked; needed for both. At most 2,000 characters.</param>
    public sealed record Body(int Version, DecisionStep Step, string? Note = null);

    public sealed record Command(Guid Id, int Version, DecisionStep Step, string? Note) : ICommand<CouncilState<DecisionStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Step).Must(step => step is DecisionStep.Withdraw or DecisionStep.CarryOut or DecisionStep.Revoke);
            RuleFor(c => c.Note).MaximumLength(2000);
            RuleFor(c => c.Note).NotEmpty().When(c => c.Step != DecisionStep.Withdraw);
        }
    }

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, CouncilState<DecisionStatus>>
    {
        public async Task<CouncilState<DecisionStatus>> Handle(Command command, CancellationToken ct)
        {
            var (decision, meeting) = await CouncilDecisionRow.Lock(db, command.Id, command.Version, ct);
            return await decision.Take(command.Step, command.Note, meeting, db, audit, ct);
        }
    }
}
