using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The council of mentors approves a program or returns it.</summary>
public static class DecideAsCouncil
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/decide-as-council", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.Decision, body.Comment), ct)))
            .Operation(nameof(DecideAsCouncil), Permission.ProgramCouncil);

    /// <param name="Comment">Needed when the program is returned; at most 2,000 characters.</param>
    public sealed record Body(int Version, ApprovalDecision Decision, string? Comment = null);

    public sealed record Command(Guid Id, int Version, ApprovalDecision Decision, string? Comment) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Comment).MaximumLength(2000);
            RuleFor(c => c.Comment).NotEmpty().When(c => c.Decision == ApprovalDecision.Returned);
        }
    }

    public sealed class Handler(Approvals approvals, Db db, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var step = command.Decision == ApprovalDecision.Approved ? ProgramStep.CouncilApprove : ProgramStep.CouncilReturn;
            var program = await approvals.Decide(command.Id, command.Version, ApprovalStage.Council, step, command.Decision, command.Comment, ct);
            if (program.Status == ProgramStatus.Approved)
                await db.ExecuteOne("update program set approved_at = @Now where id = @Id", new { command.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            return program.State;
        }
    }
}
