using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>Any member puts a point on the agenda: a program, a draft act, a difficulty that many share.</summary>
public static class AddAgendaItem
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/meetings/{meetingId:guid}/agenda", async (Guid meetingId, AgendaPoint body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Kind, body.Subject, body.Link, body.Speaker), ct)))
            .Operation(nameof(AddAgendaItem), Permission.CouncilWork);

    public sealed record Command(Guid MeetingId, AgendaKind Kind, string Subject, string? Link, string? Speaker) : AgendaPoint(Kind, Subject, Link, Speaker),
        ICommand<Result>;

    public sealed record Result(Guid Id, int Position);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new AgendaPoint.Validator());
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var meeting = await CouncilMeetingRow.Lock(db, command.MeetingId, null, ct);
            meeting.MustNotBeOver();
            var position = await db.One<int>("select coalesce(max(position), 0) + 1 from council_agenda_item where meeting_id = @MeetingId", command, ct);
            var id = Guid.CreateVersion7(time.GetUtcNow());
            await AgendaPoint.Add(command, position, meeting, id, db, ct);
            audit.About(meeting.OrganizationId, meeting.RegionCode, meeting.Id, new AgendaItemAdded(command.Kind));
            return new(id, position);
        }
    }
}
