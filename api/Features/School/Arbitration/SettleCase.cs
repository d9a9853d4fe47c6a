using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>An arbiter notes that the sides have settled.</summary>
public static class SettleCase
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPost("/{caseId:guid}/settle", async (Guid caseId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(caseId, body.Version, body.Agreement), ct)))
            .Operation(nameof(SettleCase), Permission.CaseOpen);

    /// <param name="Agreement">What they agreed on; at most 4,000 characters.</param>
    public sealed record Body(int Version, string Agreement);

    public sealed record Command(Guid Id, int Version, string Agreement) : ICommand<CaseState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Agreement).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, CaseBook book) : IRequestHandler<Command, CaseState>
    {
        public async Task<CaseState> Handle(Command command, CancellationToken ct)
        {
            var row = await CaseRow.Lock(db, command.Id, command.Version, ct);
            row.MustBeArbiter(caller.Person);
            return await book.Take(row, CaseStep.Settle, CaseEntryKind.Settled, command.Agreement, ct);
        }
    }
}
