using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The council's meetings, the latest first.</summary>
public static class ListCouncilMeetings
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/meetings", async (Guid organizationId, string? cursor, int? size, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(organizationId, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListCouncilMeetings), Permission.CouncilRead);

    public sealed record Query(Guid OrganizationId, string? Cursor, int Size) : IQuery<Page<Item>>;

    /// <param name="Number">Of the minutes in the school year, once the meeting is over.</param>
    public sealed record Item(
        Guid Id, CouncilMeetingStatus Status, DateTime StartsAt, string Place, int? Number, int? SchoolYear, int Points, int Decisions, int? Members,
            int? Present, string? FirstPoint);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(DateTime StartsAt, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var list = $"{nameof(ListCouncilMeetings)}/{query.OrganizationId}";
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Item>(Sql, new { query.OrganizationId, After = after?.StartsAt, AfterId = after?.Id, Limit = query.Size + 1 }, ct);
            return cursors.Page(rows, query.Size, list, item => new Key(item.StartsAt, item.Id));
        }
    }

    const string Sql = """
        select m.id, m.status, m.starts_at, m.place, m.number, m.school_year,
               (select count(*)::int from council_agenda_item i where i.meeting_id = m.id) points,
               (select count(*)::int from council_decision d where d.meeting_id = m.id and d.status in ('Adopted', 'CarriedOut', 'Revoked')) decisions,
               m.members, m.present, (select i.subject from council_agenda_item i where i.meeting_id = m.id order by i.position limit 1) first_point
          from council_meeting m
         where m.organization_id = @OrganizationId and (@AfterId::uuid is null or (m.starts_at, m.id) < (@After::timestamptz, @AfterId))
         order by m.starts_at desc, m.id desc limit @Limit
        """;
}
