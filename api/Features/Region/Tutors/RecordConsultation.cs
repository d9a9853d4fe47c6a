using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The tutor says whether a consultation was held, and what came of it.</summary>
public static class RecordConsultation
{
    public static void Map(RouteGroupBuilder tutoring) =>
        tutoring.MapPost("/consultations/{consultationId:guid}/record",
            async (Guid tutoringId, Guid consultationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(tutoringId, consultationId, body.Version, body.Held, body.Result), ct)))
            .Operation(nameof(RecordConsultation), Permission.TutoringWrite);

    /// <param name="Held">False where the teacher or the tutor did not come.</param>
    /// <param name="Result">What came of it, or why it was missed; at most 4000 characters.</param>
    public sealed record Body(int Version, bool Held, string? Result = null);

    public sealed record Command(Guid TutoringId, Guid ConsultationId, int Version, bool Held, string? Result) : ICommand<ConsultationState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Result).MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ConsultationState>
    {
        public async Task<ConsultationState> Handle(Command command, CancellationToken ct)
        {
            var row = await ConsultationRow.Lock(db, command.TutoringId, command.ConsultationId, command.Version, ct);
            if (row.TutorId != caller.Person) throw new Forbidden("tutoring.tutor-plans");
            if (row.StartsAt > time.GetUtcNow().UtcDateTime) throw new RuleViolation("consultation.not-begun");
            var state = await row.Become(command.Held ? ConsultationStatus.Held : ConsultationStatus.Missed, command.Result, db, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new ConsultationRecorded(command.Held));
            return state;
        }
    }
}
