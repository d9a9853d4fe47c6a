using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>An arbiter enters what was decided and what has to be done.</summary>
public static class DecideCase
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPost("/{caseId:guid}/decide", async (Guid caseId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(caseId, body.Version, body.Decision, body.Measures), ct)))
            .Operation(nameof(DecideCase), Permission.CaseOpen);

    /// <param name="Decision">With its grounds; at most 8,000 characters.</param>
    /// <param name="Measures">What has to be done, by whom and by when; at most 4,000 characters.</param>
    public sealed record Body(int Version, string Decision, string? Measures = null);

    public sealed record Command(Guid Id, int Version, string Decision, string? Measures) : ICommand<CaseState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Decision).NotEmpty().MaximumLength(8000);
            RuleFor(c => c.Measures).MaximumLength(4000);
        }
    }

    public sealed class Handler(Db db, Caller caller, CaseBook book, TimeProvider time) : IRequestHandler<Command, CaseState>
    {
        public async Task<CaseState> Handle(Command command, CancellationToken ct)
        {
            var row = await CaseRow.Lock(db, command.Id, command.Version, ct);
            row.MustBeArbiter(caller.Person);
            var state = await book.Take(row, CaseStep.Decide, CaseEntryKind.Decided, command.Decision, ct);
            await db.ExecuteOne("update arbitration_case set decision = @Decision, measures = @Measures, decided_at = @Now where id = @Id",
                new { command.Id, command.Decision, command.Measures, Now = time.GetUtcNow().UtcDateTime }, ct);
            return state;
        }
    }
}
