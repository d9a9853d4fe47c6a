using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The body cannot serve a teacher who asked for a tutor, or takes back an offer that was not answered.</summary>
public static class RefuseTutoring
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapPost("/tutoring/{tutoringId:guid}/refuse",
            async (Guid organizationId, Guid tutoringId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, tutoringId, body.Version, body.Reason), ct)))
            .Operation(nameof(RefuseTutoring), Permission.TutorManage);

    /// <param name="Reason">For the teacher to read; at most 1000 characters.</param>
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
            var step = row.Status == TutoringStatus.Requested ? TutoringStep.Decline : TutoringStep.Withdraw;
            var state = await row.Take(step, command.Reason, db, caller, time, ct);
            row.Tell(audit, new TutoringRefused(state.Status));
            return state;
        }
    }
}
