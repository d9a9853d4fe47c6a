using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Drafts that are open to the council and the union, those that close first at the top.</summary>
public static class ListCoDraftings
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/co-draftings", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListCoDraftings), Permission.ActRead);

    public sealed record Query(Guid Id) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Suggestions">How many were made and not taken back.</param>
    /// <param name="Unanswered">Of these, how many wait for the author.</param>
    public sealed record Item(Guid ActId, string Title, ActKind Kind, int Edition, string? Question, DateOnly ClosesOn, bool IsOver, string OpenedByName,
        int Suggestions, int Unanswered);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            caller.Scope.Reaches(query.Id) && ActReaders.SeesDrafts(caller, query.Id)
                ? await db.List<Item>(Sql, new { query.Id, Now = time.GetUtcNow().UtcDateTime }, ct)
                : throw new NotFound();
    }

    const string Sql = """
        select d.act_id, a.title, a.kind, a.edition, d.question, d.closes_on, d.closes_on < (@Now::timestamptz at time zone t.time_zone)::date is_over,
               d.opened_by_name,
               (select count(*)::int from act_suggestion s where s.drafting_id = d.id and s.status <> 'Withdrawn') suggestions,
               (select count(*)::int from act_suggestion s where s.drafting_id = d.id and s.status = 'Proposed') unanswered
          from act_drafting d join local_act a on a.id = d.act_id join organization_zone t on t.place_id = d.organization_id
         where d.organization_id = @Id and d.status = 'Open' and a.status = 'Draft'
         order by d.closes_on, d.act_id
        """;
}
