using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>A tutor sets a consultation with a teacher, who is told and finds it in the calendar.</summary>
public static class PlanConsultation
{
    public static void Map(RouteGroupBuilder tutoring) =>
        tutoring.MapPost("/consultations", async (Guid tutoringId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(
                    new Command(tutoringId, body.StartsAt, body.DurationMinutes, body.Topic, body.Place, body.Link), ct);
                return TypedResults.Created($"/api/v1/tutoring/{tutoringId}", made);
            })
            .Operation(nameof(PlanConsultation), Permission.TutoringWrite);

    /// <param name="StartsAt">In the future, at most a year ahead.</param>
    /// <param name="DurationMinutes">5 to 600.</param>
    /// <param name="Topic">At most 300 characters.</param>
    /// <param name="Place">At most 300 characters.</param>
    /// <param name="Link">Of the video call; https, at most 500 characters.</param>
    public sealed record Body(DateTimeOffset StartsAt, int DurationMinutes, string Topic, string? Place = null, string? Link = null);

    public sealed record Command(Guid TutoringId, DateTimeOffset StartsAt, int DurationMinutes, string Topic, string? Place, string? Link)
        : ICommand<ConsultationState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DurationMinutes).InclusiveBetween(5, 600);
            RuleFor(c => c.Topic).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Place).MaximumLength(300);
            RuleFor(c => c.Link).MaximumLength(500)
                .Must(link => link is null || Uri.TryCreate(link, UriKind.Absolute, out var to) && to.Scheme == Uri.UriSchemeHttps);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ConsultationState>
    {
        public async Task<ConsultationState> Handle(Command command, CancellationToken ct)
        {
            var row = await TutoringAtWork.Of(command.TutoringId, db, ct);
            if (row.TutorId != caller.Person) throw new Forbidden("tutoring.tutor-plans");
            var now = time.GetUtcNow();
            if (command.StartsAt <= now || command.StartsAt > now.AddYears(1)) throw new BadInput("consultation.not-ahead") { Pointer = "/startsAt" };
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                row.RegionCode, Id = id, Tutoring = row.Id, StartsAt = command.StartsAt.UtcDateTime, command.DurationMinutes, Topic = command.Topic.Trim(),
                Place = string.IsNullOrWhiteSpace(command.Place) ? null : command.Place.Trim(), command.Link, Now = now.UtcDateTime, By = caller.Id,
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, id, new ConsultationSet());
            return new(id, ConsultationStatus.Planned, 1);
        }
    }

    // The rest of the row is the assignment's own, and filled in by the database.
    const string Insert = """
        insert into consultation (region_code, id, assignment_id, status, starts_at, duration_minutes, topic, place, link, created_at, created_by)
        values (@RegionCode, @Id, @Tutoring, 'Planned', @StartsAt, @DurationMinutes, @Topic, @Place, @Link, @Now, @By)
        """;
}
