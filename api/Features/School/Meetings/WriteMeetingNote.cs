using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Writes the caller's own note on a meeting, or writes it anew.</summary>
public static class WriteMeetingNote
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings.MapPut("/note", async (Guid meetingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(meetingId, body.Text), ct)))
            .Operation(nameof(WriteMeetingNote), Permission.MeetingNotes);

    /// <param name="Text">At most 4,000 characters; only the participants of the program read it.</param>
    public sealed record Body(string Text);

    public sealed record Command(Guid Id, string Text) : ICommand<Result>;

    public sealed record Result(DateTime WrittenAt);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }

    sealed record Meeting(Guid ProgramId, Guid OrganizationId, string RegionCode);

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var meeting = await db.One<Meeting>("select program_id, organization_id, region_code from meeting where id = @Id", command, ct);
            var now = time.GetUtcNow();
            await db.Execute(Save, new
            {
                NoteId = Guid.CreateVersion7(now), command.Id, command.Text, caller.Person, Now = now.UtcDateTime,
                meeting.ProgramId, meeting.OrganizationId, meeting.RegionCode,
            }, ct);
            audit.About(meeting.OrganizationId, meeting.RegionCode, command.Id, new MeetingNoteWritten(), meeting.ProgramId);
            return new(now.UtcDateTime);
        }
    }

    const string Save = """
        insert into meeting_note (region_code, id, meeting_id, program_id, organization_id, author_id, text, written_at)
        values (@RegionCode, @NoteId, @Id, @ProgramId, @OrganizationId, @Person, @Text, @Now)
        on conflict (meeting_id, author_id, region_code) do update set text = excluded.text, written_at = excluded.written_at
        """;
}
