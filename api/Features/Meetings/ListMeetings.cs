using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Meetings;

/// <summary>The meetings of a program, the latest first.</summary>
public static class ListMeetings
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapGet("/", async (Guid programId, string? cursor, int? size, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(programId, cursor, size ?? Cursors.DefaultSize), ct)))
            .WithSummary("The meetings of a program, the latest first")
            .Operation(nameof(ListMeetings), Permission.ProgramRead);

    public sealed record Query(Guid ProgramId, string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="CancelReason">Why it was called off or missed.</param>
    /// <param name="Version">To be given with the next change.</param>
    public sealed record Item(
        Guid Id, MeetingStatus Status, MeetingMode Mode, DateTime StartsAt, int DurationMinutes, string Topic, string? Place,
        string? Summary, string? CancelReason, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime StartsAt, Guid Id);

    public sealed class Handler(Db db, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var after = cursors.Read<Key>(query.Cursor, $"{nameof(ListMeetings)}/{query.ProgramId}");
            var rows = await db.Many(Sql, new { query.ProgramId, After = after?.StartsAt, AfterId = after?.Id, Limit = query.Size + 1 }, async results =>
                await results.ReadSingleAsync<bool>() ? (await results.ReadAsync<Item>()).ToList() : throw new NotFound(), ct);
            return cursors.Page(rows, query.Size, $"{nameof(ListMeetings)}/{query.ProgramId}", item => new Key(item.StartsAt, item.Id));
        }
    }

    const string Sql = """
        select exists (select from program where id = @ProgramId);

        select id, status, mode, starts_at, duration_minutes, topic, place, summary, cancel_reason, version
          from meeting
         where program_id = @ProgramId and (@AfterId::uuid is null or (starts_at, id) < (@After::timestamptz, @AfterId))
         order by starts_at desc, id desc limit @Limit
        """;
}
