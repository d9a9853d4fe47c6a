using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>The meetings of a program, the latest first.</summary>
public static class ListMeetings
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapGet("/", async (Guid programId, string? cursor, int? size, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(programId, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListMeetings), Permission.ProgramRead);

    public sealed record Query(Guid ProgramId, string? Cursor, int Size) : IQuery<Page<MeetingItem>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime StartsAt, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, Caller caller) : IRequestHandler<Query, Page<MeetingItem>>
    {
        public async Task<Page<MeetingItem>> Handle(Query query, CancellationToken ct)
        {
            var after = cursors.Read<Key>(query.Cursor, $"{nameof(ListMeetings)}/{query.ProgramId}");
            var args = new { query.ProgramId, Caller = caller.Scope.Person, After = after?.StartsAt, AfterId = after?.Id, Limit = query.Size + 1 };
            var rows = await db.Many(Sql, args, async results =>
                await results.ReadSingleAsync<bool>() ? (await results.ReadAsync<MeetingItemRow>()).Select(row => row.Item).ToList() : throw new NotFound(),
                    ct);
            return cursors.Page(rows, query.Size, $"{nameof(ListMeetings)}/{query.ProgramId}", item => new Key(item.StartsAt, item.Id));
        }
    }

    const string Sql = $"""
        select exists (select from program where id = @ProgramId);

        select {MeetingItemRow.Columns}
          from meeting m
         where m.program_id = @ProgramId and (@AfterId::uuid is null or (m.starts_at, m.id) < (@After::timestamptz, @AfterId))
         order by m.starts_at desc, m.id desc limit @Limit
        """;
}
