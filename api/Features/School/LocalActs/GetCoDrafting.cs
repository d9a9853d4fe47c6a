using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>How an act is drafted together: its term, what was proposed and answered, and what the council voted on.</summary>
public static class GetCoDrafting
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapGet("/{actId:guid}/co-drafting", async (Guid actId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(actId), ct)))
            .Operation(nameof(GetCoDrafting), Permission.ActRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Edition">The edition to which changes are proposed now.</param>
    /// <param name="Drafting">The latest term; null when the draft was never opened.</param>
    /// <param name="Passages">The lines of the text that a suggestion can quote.</param>
    /// <param name="Votes">Points of the council's agenda that lead to this act, the latest first.</param>
    /// <param name="MayOpen">The caller may open the draft.</param>
    /// <param name="MayClose">The caller may end the term.</param>
    /// <param name="MaySuggest">The caller may propose a change today.</param>
    /// <param name="MayIncorporate">The caller may write the next edition from what is accepted.</param>
    public sealed record Result(
        Guid ActId, int Edition, int ActVersion, Term? Drafting, IReadOnlyList<Suggestion> Suggestions, IReadOnlyList<string> Passages,
            IReadOnlyList<Vote> Votes,
        bool MayOpen, bool MayClose, bool MaySuggest, bool MayIncorporate);

    /// <param name="Question">What the author asks about.</param>
    /// <param name="Version">To be given when it is closed.</param>
    public sealed record Term(Guid Id, DraftingStatus Status, string? Question, DateOnly ClosesOn, DateTime OpenedAt, string OpenedByName,
        DateTime? ClosedAt, int Version);

    /// <param name="InEdition">The edition that took it in.</param>
    /// <param name="Steps">What the caller may do with it now.</param>
    public sealed record Suggestion(
        Guid Id, int Edition, SuggestionKind Kind, SuggestionStatus Status, string? Passage, string? Wording, string Reason, DrafterSide Side,
            string AuthorName, DateTime MadeAt,
        string? Answer, string? AnsweredByName, DateTime? AnsweredAt, int? InEdition, int Version, IReadOnlyList<SuggestionStep> Steps);

    /// <param name="Decision">The wording that was decided on; null before one was proposed.</param>
    public sealed record Vote(Guid MeetingId, DateTime StartsAt, string Subject, string? Decision, Councils.DecisionStatus? DecisionStatus,
        int? VotesFor, int? VotesAgainst, int? VotesAbstained);

    sealed record Act(Guid OrganizationId, ActStatus Status, int Edition, int Version, string Text, string TimeZone);

    sealed record Row(
        Guid Id, int Edition, SuggestionKind Kind, SuggestionStatus Status, string? Passage, string? Wording, string Reason, DrafterSide Side, Guid AuthorId,
            string AuthorName, DateTime MadeAt,
        string? Answer, string? AnsweredByName, DateTime? AnsweredAt, int? InEdition, int Version);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (act, term, rows, votes) = await db.Many(Sql, query, async read =>
                (await read.ReadSingleOrDefaultAsync<Act>() ?? throw new NotFound(), await read.ReadSingleOrDefaultAsync<Term>(),
                    (await read.ReadAsync<Row>()).ToList(), (await read.ReadAsync<Vote>()).ToList()), ct);
            if (!ActReaders.SeesDrafts(caller, act.OrganizationId)) throw new NotFound();
            bool isDraft = act.Status == ActStatus.Draft, isOpen = isDraft && term?.Status == DraftingStatus.Open;
            bool writes = caller.May(Permission.ActWrite, act.OrganizationId),
                proposes = caller.May(Permission.ActPropose, act.OrganizationId);
            return new(query.Id, act.Edition, act.Version, term, [.. rows.Select(row => Shown(row, isDraft, writes))], CoDrafting.Passages(act.Text), votes,
                MayOpen: writes && isDraft && term?.Status != DraftingStatus.Open,
                MayClose: writes && term?.Status == DraftingStatus.Open,
                MaySuggest: proposes && isOpen && term!.ClosesOn >= RegionTime.Today(act.TimeZone, time),
                MayIncorporate: writes && isDraft && rows.Any(row => row.Status == SuggestionStatus.Accepted));
        }

        Suggestion Shown(Row row, bool isDraft, bool writes) => new(
            row.Id, row.Edition, row.Kind, row.Status, row.Passage, row.Wording, row.Reason, row.Side, row.AuthorName, row.MadeAt, row.Answer,
                row.AnsweredByName, row.AnsweredAt,
            row.InEdition, row.Version, CoDrafting.Permitted(row.Status, isDraft, writes, row.AuthorId == caller.Scope.Person));
    }

    const string Sql = """
        select a.organization_id, a.status, a.edition, a.version, v.body "text", t.time_zone
          from local_act a join local_act_version v on v.act_id = a.id and v.edition = a.edition join organization_zone t on t.place_id = a.organization_id
         where a.id = @Id;

        select id, status, question, closes_on, opened_at, opened_by_name, closed_at, version from act_drafting where act_id = @Id
               order by opened_at desc limit 1;

        select id, edition, kind, status, passage, wording, reason, side, author_id, author_name, made_at, answer, answered_by_name, answered_at, in_edition,
               version
          from act_suggestion where act_id = @Id order by made_at desc, id desc;

        select m.id meeting_id, m.starts_at, i.subject, d.text decision, d.status decision_status, d.votes_for, d.votes_against, d.votes_abstained
          from council_agenda_item i
          join council_meeting m on m.id = i.meeting_id
          left join council_decision d on d.agenda_item_id = i.id
         where i.organization_id = (select organization_id from local_act where id = @Id) and i.link = '/documents/' || @Id::text and m.status <> 'Cancelled'
         order by m.starts_at desc, i.position, d.position;
        """;
}
