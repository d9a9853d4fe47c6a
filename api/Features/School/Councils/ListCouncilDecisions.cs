using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>What the council decided, the latest first.</summary>
public static class ListCouncilDecisions
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/decisions", async (Guid organizationId, DecisionStatus[]? status, AgendaKind? kind, string? cursor, int? size, IMediator mediator,
            HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(organizationId, status, kind, cursor, size ?? Cursors.DefaultSize), ct)))
            .Operation(nameof(ListCouncilDecisions), Permission.CouncilRead);

    /// <param name="Status">Any of these; repeat the parameter.</param>
    public sealed record Query(Guid OrganizationId, DecisionStatus[]? Status, AgendaKind? Kind, string? Cursor, int Size) : IQuery<Page<Item>>;

    public sealed record Item(
        Guid Id, Guid MeetingId, int? MeetingNumber, DateTime MeetingStartsAt, AgendaKind Kind, string Subject, string Text, DecisionStatus Status,
            string? ResponsibleName, DateOnly? DueOn,
        int? VotesFor, int? VotesAgainst, int? VotesAbstained, string? Note, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    sealed record Key(Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var list = $"{nameof(ListCouncilDecisions)}/{query.OrganizationId}";
            var rows = await db.List<Item>(Sql, new
            {
                query.OrganizationId, Statuses = query.Status is { Length: > 0 } some ? some.Select(s => s.ToString()).ToArray() : null,
                Kind = query.Kind?.ToString(),
                AfterId = cursors.Read<Key>(query.Cursor, list)?.Id, Limit = query.Size + 1,
            }, ct);
            return cursors.Page(rows, query.Size, list, item => new Key(item.Id));
        }
    }

    const string Sql = """
        select d.id, d.meeting_id, m.number meeting_number, m.starts_at meeting_starts_at, i.kind, i.subject, d.text, d.status, d.responsible_name, d.due_on,
               d.votes_for, d.votes_against, d.votes_abstained, d.note, d.version
          from council_decision d
          join council_meeting m on m.id = d.meeting_id
          join council_agenda_item i on i.id = d.agenda_item_id
         where d.organization_id = @OrganizationId and (@Statuses::text[] is null or d.status = any(@Statuses)) and (@Kind::text is null or i.kind = @Kind)
           and (@AfterId::uuid is null or d.id < @AfterId)
         order by d.id desc limit @Limit
        """;
}
