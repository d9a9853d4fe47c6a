using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>Past meetings of a school of which nobody has said whether they were held, the oldest first.</summary>
public static class ListUnrecordedMeetings
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/organizations/{organizationId:guid}/meetings/unrecorded", async ([AsParameters] Query query, IMediator mediator, HttpContext http,
                CancellationToken ct) => Links.Paged(http, await mediator.Send(query, ct)))
            .WithTags("Meetings")
            .Operation(nameof(ListUnrecordedMeetings), Permission.ProgramRead);

    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query([FromRoute(Name = "organizationId")] Guid Id, string? Cursor, int? Size) : IQuery<Page<SchoolMeeting>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime StartsAt, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, Caller caller, TimeProvider time) : IRequestHandler<Query, Page<SchoolMeeting>>
    {
        public async Task<Page<SchoolMeeting>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.Id, db, caller, ct);
            var list = $"{nameof(ListUnrecordedMeetings)}/{query.Id}";
            var (size, after) = (query.Size ?? Cursors.DefaultSize, cursors.Read<Key>(query.Cursor, list));
            var rows = await db.List<SchoolMeetingRow>(Sql, new
            {
                OrganizationId = query.Id, Caller = caller.Scope.Person, TimeZone = await RegionTime.ZoneAt(query.Id, db, ct),
                Now = time.GetUtcNow().UtcDateTime, After = after?.StartsAt, AfterId = after?.Id, Take = size + 1,
            }, ct);
            var writes = caller.Grants.For(Permission.MeetingWrite);
            return cursors.Page([.. rows.Select(row => row.Among(query.Id, writes))], size, list, item => new Key(item.Meeting.StartsAt, item.Meeting.Id));
        }
    }

    const string Sql = $"""
        {SchoolMeetingRow.Of} and {SchoolMeetingRow.Unrecorded}
           and (@AfterId::uuid is null or (m.starts_at, m.id) > (@After::timestamptz, @AfterId))
         order by m.starts_at, m.id limit @Take
        """;
}
