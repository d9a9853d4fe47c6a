using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Calls off what is still ahead of a series of meetings.</summary>
public static class CancelMeetingSeries
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapPost("/series/{seriesId:guid}/cancel", async (Guid programId, Guid seriesId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, seriesId, body.Reason), ct)))
            .Operation(nameof(CancelMeetingSeries), Permission.MeetingWrite);

    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(string Reason);

    public sealed record Command(Guid ProgramId, Guid SeriesId, string Reason) : ICommand<Result>;

    public sealed record Result(int Cancelled);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.ProgramId, null, null, ct);
            var now = time.GetUtcNow().UtcDateTime;
            await db.ExecuteOne("update meeting_series set cancelled_at = coalesce(cancelled_at, @Now) where id = @SeriesId and program_id = @ProgramId",
                new { command.SeriesId, command.ProgramId, Now = now }, ct);
            var cancelled = await db.Execute("""
                update meeting set status = 'Cancelled', cancel_reason = @Reason, version = version + 1
                 where series_id = @SeriesId and program_id = @ProgramId and status = 'Planned' and starts_at > @Now
                """, new { command.SeriesId, command.ProgramId, command.Reason, Now = now }, ct);
            await program.Touch(db, time, ct);
            audit.About(program.OrganizationId, program.RegionCode, command.SeriesId, new MeetingSeriesCancelled(cancelled), program.Id);
            return new(cancelled);
        }
    }
}
