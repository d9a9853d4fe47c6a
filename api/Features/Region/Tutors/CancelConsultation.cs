using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Tutor or teacher calls a planned consultation off; the other is told why.</summary>
public static class CancelConsultation
{
    public static void Map(RouteGroupBuilder tutoring) =>
        tutoring.MapPost("/consultations/{consultationId:guid}/cancel",
            async (Guid tutoringId, Guid consultationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(tutoringId, consultationId, body.Version, body.Reason), ct)))
            .Operation(nameof(CancelConsultation), Permission.TutoringWrite);

    /// <param name="Reason">At most 1000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid TutoringId, Guid ConsultationId, int Version, string Reason) : ICommand<ConsultationState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, ConsultationState>
    {
        public async Task<ConsultationState> Handle(Command command, CancellationToken ct)
        {
            var row = await ConsultationRow.Lock(db, command.TutoringId, command.ConsultationId, command.Version, ct);
            var state = await row.Become(ConsultationStatus.Cancelled, command.Reason, db, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new ConsultationCalledOff());
            return state;
        }
    }
}
