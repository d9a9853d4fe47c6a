using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Moves a planned meeting, or changes what it is about.</summary>
public static class MoveMeeting
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings.MapPut("/", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Version, body.StartsAt, body.DurationMinutes, body.Mode, body.Topic, body.Place,
                    body.Link, body.Agenda), ct)))
            .Operation(nameof(MoveMeeting), Permission.MeetingWrite);

    /// <param name="StartsAt">In the future, within the program's term.</param>
    /// <param name="DurationMinutes">5 to 600.</param>
    /// <param name="Topic">At most 300 characters.</param>
    /// <param name="Place">A room or a link; at most 300 characters.</param>
    /// <param name="Link">Of the video call; https, at most 500 characters.</param>
    /// <param name="Agenda">At most 20 topics; the agenda stays as it is when absent.</param>
    public sealed record Body(int Version, DateTimeOffset StartsAt, int DurationMinutes, MeetingMode Mode, string Topic, string? Place = null,
        string? Link = null, IReadOnlyList<AgendaTopic>? Agenda = null);

    public sealed record Command(
        Guid Id, int Version, DateTimeOffset StartsAt, int DurationMinutes, MeetingMode Mode, string Topic, string? Place, string? Link,
            IReadOnlyList<AgendaTopic>? Agenda) : ICommand<MeetingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DurationMinutes).IsDuration();
            RuleFor(c => c.Topic).IsTopic();
            RuleFor(c => c.Place).IsPlace();
            RuleFor(c => c.Link).IsLink();
            this.IsAgenda(c => c.Agenda);
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, MeetingState>
    {
        public async Task<MeetingState> Handle(Command command, CancellationToken ct)
        {
            var (meeting, program) = await MeetingRow.Lock(db, command.Id, command.Version, ct);
            var becomes = meeting.Become(MeetingStatus.Planned);
            MeetingTimes.CheckPlanned(command.StartsAt, program, time.GetUtcNow());
            await db.ExecuteOne(Update, new
            {
                command.Id, StartsAt = command.StartsAt.UtcDateTime, command.DurationMinutes, Mode = command.Mode.ToString(), command.Topic, command.Place,
                command.Link,
            }, ct);
            await MeetingAgenda.Write([meeting.Id], command.Agenda, program, db, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, meeting.Id, new MeetingPutOff(), program.Id);
            return becomes;
        }
    }

    const string Update = """
        update meeting set starts_at = @StartsAt, duration_minutes = @DurationMinutes, mode = @Mode, topic = @Topic, place = @Place, link = @Link,
            version = version + 1
         where id = @Id
        """;
}
