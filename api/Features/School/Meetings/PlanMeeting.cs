using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Plans a meeting of the pair.</summary>
public static class PlanMeeting
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPost("/", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var planned = await mediator.Send(new Command(programId, body.StartsAt, body.DurationMinutes, body.Mode, body.Topic, body.Place, body.Link,
                    body.Agenda), ct);
                return TypedResults.Created($"/api/v1/meetings/{planned.Id}", planned);
            })
            .Operation(nameof(PlanMeeting), Permission.MeetingWrite);

    /// <param name="StartsAt">In the future, within the program's term.</param>
    /// <param name="DurationMinutes">5 to 600.</param>
    /// <param name="Topic">At most 300 characters.</param>
    /// <param name="Place">A room or a link; at most 300 characters.</param>
    /// <param name="Link">Of the video call; https, at most 500 characters.</param>
    /// <param name="Agenda">At most 20 topics; none when absent.</param>
    public sealed record Body(DateTimeOffset StartsAt, int DurationMinutes, MeetingMode Mode, string Topic, string? Place = null, string? Link = null,
        IReadOnlyList<AgendaTopic>? Agenda = null);

    public sealed record Command(Guid ProgramId, DateTimeOffset StartsAt, int DurationMinutes, MeetingMode Mode, string Topic, string? Place, string? Link,
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

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, MeetingState>
    {
        public async Task<MeetingState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.ProgramId, null, null, ct);
            if (program.Status != ProgramStatus.Active) throw new RuleViolation("program.not-in-force");
            await program.DemandBothSides(db, ct);
            var now = time.GetUtcNow();
            MeetingTimes.CheckPlanned(command.StartsAt, program, now);
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, command.ProgramId, command.DurationMinutes, Mode = command.Mode.ToString(), command.Topic, command.Place, command.Link,
                StartsAt = command.StartsAt.UtcDateTime, By = caller.Id, Now = now.UtcDateTime,
            }, ct);
            await MeetingAgenda.Write([id], command.Agenda, program, db, ct);
            await MeetingConfirmations.Add(id, caller.Scope.Person, Confirmed.Coming, now, db, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, id, new MeetingSet(), program.Id);
            return new(id, MeetingStatus.Planned, 1);
        }
    }

    const string Insert = """
        insert into meeting (region_code, id, program_id, organization_id, status, mode, starts_at, duration_minutes, topic, place, link, created_by,
            created_at)
        select region_code, @Id, id, organization_id, 'Planned', @Mode, @StartsAt, @DurationMinutes, @Topic, @Place, @Link, @By, @Now
          from program where id = @ProgramId
        """;
}
