using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>All of one meeting of the council: what its minutes say, and what the caller may do now.</summary>
public static class GetCouncilMeeting
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapGet("/meetings/{meetingId:guid}", async (Guid meetingId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Query(meetingId), ct)))
            .Operation(nameof(GetCouncilMeeting), Permission.CouncilRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Number">Of the minutes in the school year, once the meeting is over.</param>
    /// <param name="Attendance">The members, counted when it was opened; before that, whoever holds a seat.</param>
    /// <param name="HasQuorum">More than half of the members are there.</param>
    /// <param name="Steps">What the caller may do with the meeting now.</param>
    /// <param name="MayTakePart">The caller is a member: proposes points and decisions, and votes.</param>
    public sealed record Result(
        Guid Id, Guid OrganizationId, string OrganizationName, string TimeZone, CouncilMeetingStatus Status, DateTime StartsAt, string Place, int? Number,
            int? SchoolYear,
        DateTime? OpenedAt, DateTime? ClosedAt, string? SecretaryName, string CalledByName, string? CancelReason, int Version,
        IReadOnlyList<Point> Agenda, IReadOnlyList<Member> Attendance, int Quorum, bool HasQuorum, IReadOnlyList<CouncilMeetingStep> Steps, bool MayTakePart);

    /// <param name="Heard">What was said to it, for the minutes.</param>
    public sealed record Point(Guid Id, int Position, AgendaKind Kind, string Subject, string? Link, string? Speaker, string? Heard,
        IReadOnlyList<Decision> Decisions);

    public sealed record Member(Guid PersonId, string Name, bool Chair, bool Present);

    /// <param name="OwnVote">The caller's vote.</param>
    /// <param name="Steps">What the caller may do with it now.</param>
    public sealed record Decision(
        Guid Id, int Position, string Text, DecisionStatus Status, string? ResponsibleName, DateOnly? DueOn, int? VotesFor, int? VotesAgainst,
            int? VotesAbstained, int VotesCast,
        Vote? OwnVote, string? Note, int Version, IReadOnlyList<DecisionStep> Steps);

    sealed record Row(
        Guid Id, Guid OrganizationId, string OrganizationName, string TimeZone, CouncilMeetingStatus Status, DateTime StartsAt, string Place, int? Number,
            int? SchoolYear,
        DateTime? OpenedAt, DateTime? ClosedAt, string? SecretaryName, string CalledByName, string? CancelReason, int Version);

    sealed record PointRow(Guid Id, int Position, AgendaKind Kind, string Subject, string? Link, string? Speaker, string? Heard);

    sealed record DecisionRow(
        Guid Id, Guid AgendaItemId, int Position, string Text, DecisionStatus Status, string? ResponsibleName, DateOnly? DueOn, int? VotesFor,
            int? VotesAgainst, int? VotesAbstained,
        int VotesCast, Vote? OwnVote, string? Note, int Version);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, new { query.Id, caller.Scope.Person }, async results =>
        {
            var row = await results.ReadSingleOrDefaultAsync<Row>() ?? throw new NotFound();
            var points = (await results.ReadAsync<PointRow>()).ToList();
            var decisions = (await results.ReadAsync<DecisionRow>()).ToList();
            var members = (await results.ReadAsync<Member>()).ToList();
            bool leads = May(Permission.CouncilLead, row), works = May(Permission.CouncilWork, row);
            return new Result(row.Id, row.OrganizationId, row.OrganizationName, row.TimeZone, row.Status, row.StartsAt, row.Place, row.Number, row.SchoolYear,
                row.OpenedAt, row.ClosedAt, row.SecretaryName, row.CalledByName, row.CancelReason, row.Version,
                [.. points.Select(p => new Point(p.Id, p.Position, p.Kind, p.Subject, p.Link, p.Speaker, p.Heard,
                    [.. decisions.Where(d => d.AgendaItemId == p.Id).Select(d => Shown(d, row, leads))]))],
                members, Ballot.Quorum(members.Count), Ballot.HasQuorum(members.Count, members.Count(m => m.Present)),
                leads ? CouncilLifecycles.Meeting.From(row.Status) : [], works);
        }, ct);

        bool May(Permission permission, Row row) => caller.May(permission, row.OrganizationId);

        static Decision Shown(DecisionRow d, Row meeting, bool leads) =>
            new(d.Id, d.Position, d.Text, d.Status, d.ResponsibleName, d.DueOn, d.VotesFor, d.VotesAgainst, d.VotesAbstained, d.VotesCast, d.OwnVote, d.Note,
                d.Version,
                [.. CouncilLifecycles.Decision.From(d.Status)
                    .Where(step => leads && (meeting.Status == CouncilMeetingStatus.InSession || step is DecisionStep.CarryOut or DecisionStep.Revoke))]);
    }

    const string Sql = """
        select m.id, m.organization_id, o.name_full organization_name, t.time_zone, m.status, m.starts_at, m.place, m.number, m.school_year,
               m.opened_at, m.closed_at, m.secretary_name, m.called_by_name, m.cancel_reason, m.version
          from council_meeting m join organization o on o.id = m.organization_id join organization_zone t on t.place_id = m.organization_id
         where m.id = @Id;

        select id, position, kind, subject, link, speaker, heard from council_agenda_item where meeting_id = @Id order by position;

        select d.id, d.agenda_item_id, d.position, d.text, d.status, d.responsible_name, d.due_on, d.votes_for, d.votes_against, d.votes_abstained,
               (select count(*)::int from council_vote v where v.decision_id = d.id) votes_cast,
               (select v.vote from council_vote v where v.decision_id = d.id and v.person_id = @Person) own_vote, d.note, d.version
          from council_decision d where d.meeting_id = @Id order by d.position;

        select a.person_id, a.person_name name, a.chair, a.present from council_attendance a where a.meeting_id = @Id
        union all
        select s.person_id, s.person_name, s.seat = 'Chair', false
          from council_meeting m join council_seat s on s.organization_id = m.organization_id and s.status = 'Held'
         where m.id = @Id and m.status = 'Planned'
         order by 3 desc, 2
        """;
}
