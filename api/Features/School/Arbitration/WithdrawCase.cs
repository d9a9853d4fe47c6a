using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>The complainant takes a case back.</summary>
public static class WithdrawCase
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPost("/{caseId:guid}/withdraw", async (Guid caseId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(caseId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawCase), Permission.CaseOpen);

    /// <param name="Reason">Why; at most 2,000 characters.</param>
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
            row.MustBeComplainant(caller.Person);
            return await book.Take(row, CaseStep.Withdraw, CaseEntryKind.Withdrawn, command.Reason, ct);
        }
    }
}
