using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>The chair declines a case that is not the council's to decide.</summary>
public static class DeclineCase
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPost("/{caseId:guid}/decline", async (Guid caseId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(caseId, body.Version, body.Reason), ct)))
            .Operation(nameof(DeclineCase), Permission.CaseArbitrate);

    /// <param name="Reason">Why, and where to turn instead; at most 2,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<CaseState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Caller caller, CaseBook book) : IRequestHandler<Command, CaseState>
    {
        public async Task<CaseState> Handle(Command command, CancellationToken ct)
        {
            var row = await CaseRow.Lock(db, command.Id, command.Version, ct);
            caller.Scope.MustReach(row.OrganizationId);
            if (row.ComplainantId == caller.Person) throw new Forbidden("case.own");
            return await book.Take(row, CaseStep.Decline, CaseEntryKind.Declined, command.Reason, ct);
        }
    }
}
