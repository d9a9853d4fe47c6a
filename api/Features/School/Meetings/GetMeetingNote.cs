using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>The notes of the participants on a meeting: between them alone, neither curator nor head reads them.</summary>
public static class GetMeetingNote
{
    public static void Map(RouteGroupBuilder meetings) =>
        meetings.MapGet("/note", async (Guid meetingId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(meetingId), ct)))
            .Operation(nameof(GetMeetingNote), Permission.MeetingNotes);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Own">The caller's note; null when there is none yet.</param>
    /// <param name="Others">The notes of the other participants.</param>
    public sealed record Result(Note? Own, IReadOnlyList<Note> Others);

    public sealed record Note(Guid AuthorId, string AuthorName, string Text, DateTime WrittenAt);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var notes = await db.Many(Sql, query, async results =>
                await results.ReadSingleAsync<bool>() ? (await results.ReadAsync<Note>()).ToList() : throw new NotFound(), ct);
            return new(notes.Find(note => note.AuthorId == caller.Person), [.. notes.Where(note => note.AuthorId != caller.Person)]);
        }
    }

    const string Sql = """
        select exists (select from meeting where id = @Id);

        select n.author_id, part.person_name author_name, n.text, n.written_at
          from meeting_note n
          join program_participant part on part.program_id = n.program_id and part.person_id = n.author_id
         where n.meeting_id = @Id order by n.written_at, n.id
        """;
}
