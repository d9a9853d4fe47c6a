using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>
/// A teacher says yes or no to the tutor who is offered. The yes begins their work; where the tutor takes over from another, the other's
/// ends with it.
/// </summary>
public static class AnswerTutoring
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapPost("/tutoring/{tutoringId:guid}/answer", async (Guid tutoringId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(tutoringId, body.Version, body.Yes, body.Reason), ct)))
            .Operation(nameof(AnswerTutoring), Permission.TutoringWrite);

    /// <param name="Reason">Of a no; nobody has to give one. At most 1000 characters.</param>
    public sealed record Body(int Version, bool Yes, string? Reason = null);

    public sealed record Command(Guid TutoringId, int Version, bool Yes, string? Reason) : ICommand<TutoringState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, TutoringState>
    {
        public async Task<TutoringState> Handle(Command command, CancellationToken ct)
        {
            var row = await TutoringRow.LockOwn(db, caller, command.TutoringId, command.Version, ct);
            if (command.Yes) TutoringLife.Steps.Next(row.Status, TutoringStep.Accept);
            if (command.Yes && row.FollowsId is { } former) await HandOver(former, row, ct);
            var state = await row.Take(command.Yes ? TutoringStep.Accept : TutoringStep.Decline, command.Yes ? null : command.Reason, db, caller, time, ct);
            row.Tell(audit, new TutoringAnswered(command.Yes));
            return state;
        }

        /// <summary>One that has ended meanwhile needs no hand-over.</summary>
        async Task HandOver(Guid id, TutoringRow next, CancellationToken ct)
        {
            var former = await db.One<TutoringRow>(FormerSql, new { next.RegionCode, id }, ct);
            if (former.Status == TutoringStatus.Active) await former.Take(TutoringStep.HandOver, null, db, caller, time, ct);
        }
    }

    const string FormerSql = """
        select region_code, id, organization_id, body_id, person_id, person_name, tutor_id, status, follows_id, version
          from tutor_assignment where region_code = @RegionCode and id = @id for update
        """;
}
