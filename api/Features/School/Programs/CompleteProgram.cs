using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// Completes a program: both sides have evaluated it and met at least once. Before its last day the roadmap has to be done;
/// after it, what is left undone is explained.
/// </summary>
public static class CompleteProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/complete", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.UndoneReason), ct)))
            .Operation(nameof(CompleteProgram), Permission.ProgramManage);

    /// <param name="UndoneReason">Needed when activities of the roadmap are left undone; at most 2,000 characters.</param>
    public sealed record Body(int Version, string? UndoneReason = null);

    public sealed record Command(Guid Id, int Version, string? UndoneReason) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.UndoneReason).MaximumLength(2000);
    }

    sealed record Work(int Evaluated, bool HeldMeeting, int Undone);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            var next = await program.Take(ProgramStep.Complete, db, time, ct);
            var work = await db.One<Work>(Read, command, ct);
            if (work.Evaluated < 2) throw new RuleViolation("program.evaluation-missing");
            if (!work.HeldMeeting) throw new RuleViolation("program.no-meeting-held");
            if (work.Undone > 0 && program.Today(time) <= program.EndsOn) throw new RuleViolation("program.roadmap-undone");
            if (work.Undone > 0 && string.IsNullOrWhiteSpace(command.UndoneReason))
                throw new BadInput("program.undone-reason-missing") { Pointer = "/undoneReason" };

            await db.ExecuteOne("update program set finished_at = @Now, finish_reason = @UndoneReason where id = @Id",
                new { command.Id, command.UndoneReason, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new ProgramFinished(work.Undone), program.Id);
            return next.State;
        }
    }

    const string Read = """
        select (select count(distinct role)::int from program_evaluation where program_id = @Id) evaluated,
               exists (select from meeting where program_id = @Id and status = 'Held') held_meeting,
               (select count(*)::int from roadmap_activity where program_id = @Id and done_on is null) undone
        """;
}
