using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// Proposes another mentor for a program in force. The one who would come and everybody who stays sign; then the one before
/// leaves, and what they did remains theirs. Whoever has left and works again comes back the same way, a mentee too: into
/// whose part nobody else can come.
/// </summary>
public static class ReplaceMentor
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/replace-mentor", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Version, body.LeavingId, body.IncomingId, body.Reason), ct)))
            .Operation(nameof(ReplaceMentor), Permission.ProgramWrite);

    /// <param name="LeavingId">A mentor of the program, also one who has left it; a mentee who has left it and comes back.</param>
    /// <param name="IncomingId">
    /// Somebody employed who takes no part in it; also a mentor who has left it, in whosever place. A mentee comes back alone:
    /// here the same as `leavingId`.
    /// </param>
    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, Guid LeavingId, Guid IncomingId, string Reason);

    public sealed record Command(Guid Id, int Version, Guid LeavingId, Guid IncomingId, string Reason) : ICommand<PlanVersionState>;

    sealed record Part(ParticipantRole Role, DateOnly? LeftOn)
    {
        public bool IsFree(Command command) => Role == ParticipantRole.Mentor || (LeftOn is not null && command.LeavingId == command.IncomingId);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, PlanVersionStore versions, Audit audit, TimeProvider time) : IRequestHandler<Command, PlanVersionState>
    {
        public async Task<PlanVersionState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            var standing = await versions.Standing(program, ct);
            if (program.IsOver) throw new RuleViolation("program.over");
            var part = await db.Maybe<Part>(PartSql, command, ct);
            if (part is null || !part.IsFree(command)) throw new BadInput("plan.not-a-mentor") { Pointer = "/leavingId" };
            var known = await ProgramPlanStore.Employees([command.IncomingId], program, program.Today(time), db, ct);
            if (!known.TryGetValue(command.IncomingId, out var incoming)) throw new BadInput("program.person-unknown") { Pointer = "/incomingId" };
            if (await db.One<bool>(TakesPart, new { command.Id, command.IncomingId, Role = part.Role.ToString() }, ct))
                throw new BadInput("plan.takes-part-already") { Pointer = "/incomingId" };

            PlanSnapshot.Participant[] people = [.. standing.Participants.Where(p => p.PersonId != command.LeavingId),
                new(command.IncomingId, part.Role)];
            Guid? leaving = command.LeavingId == command.IncomingId ? null : command.LeavingId;
            var version = await versions.Propose(program, PlanVersionKind.Replacement, standing with { Participants = people }, command.Reason,
                new(leaving, command.IncomingId, incoming.Name, incoming.EmployerId), ct);
            audit.About(program.OrganizationId, program.RegionCode, version.Id,
                new MentorReplaced(version.Number, command.LeavingId, command.IncomingId), program.Id);
            return new(version.Number, PlanVersionStatus.Proposed, program.Version);
        }
    }

    const string TakesPart = """
        select exists (select from program_participant where program_id = @Id and person_id = @IncomingId and (left_on is null or role <> @Role))
        """;

    const string PartSql = "select role, left_on from program_participant where program_id = @Id and person_id = @LeavingId";
}
