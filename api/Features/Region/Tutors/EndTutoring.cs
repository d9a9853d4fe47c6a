using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The body ends the work of a tutor with a teacher; both learn of it, and what they had planned is off.</summary>
public static class EndTutoring
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapPost("/tutoring/{tutoringId:guid}/end",
            async (Guid organizationId, Guid tutoringId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, tutoringId, body.Version, body.Reason), ct)))
            .Operation(nameof(EndTutoring), Permission.TutorManage);

    /// <param name="Reason">For the teacher and the tutor to read; at most 1000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid OrganizationId, Guid TutoringId, int Version, string Reason) : ICommand<TutoringState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, TutoringState>
    {
        public async Task<TutoringState> Handle(Command command, CancellationToken ct)
        {
            var row = await TutoringRow.Lock(db, caller, command.OrganizationId, command.TutoringId, command.Version, ct);
            var state = await row.Take(TutoringStep.End, command.Reason, db, caller, time, ct);
            row.Tell(audit, new TutoringEnded());
            return state;
        }
    }
}
