using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>The complainant or an arbiter adds to a case: an explanation, a question, an answer.</summary>
public static class AddCaseEntry
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPost("/{caseId:guid}/entries", async (Guid caseId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(caseId, body.Text), ct)))
            .Operation(nameof(AddCaseEntry), Permission.CaseOpen);

    /// <param name="Text">At most 4,000 characters.</param>
    public sealed record Body(string Text);

    public sealed record Command(Guid Id, string Text) : ICommand<CaseState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, CaseBook book) : IRequestHandler<Command, CaseState>
    {
        public async Task<CaseState> Handle(Command command, CancellationToken ct)
        {
            var row = await CaseRow.Lock(db, command.Id, null, ct);
            if (row.ComplainantId != caller.Person) row.MustBeArbiter(caller.Person);
            if (CaseLifecycle.IsOver(row.Status)) throw new RuleViolation("case.not-now");
            await book.Note(row, CaseEntryKind.Said, command.Text, ct);
            return new(row.Id, row.Status, row.Version);
        }
    }
}
