using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>All of one question: what was asked, said and done, and what the caller may do now.</summary>
public static class GetHelpRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapGet("", async (Guid requestId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(requestId), ct)))
            .Operation(nameof(GetHelpRequest), Permission.HelpDesk);

    public sealed record Query(Guid Id) : IQuery<Result>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required Guid BodyId { get; init; }

        /// <summary>Short name of the body that has it.</summary>
        public required string BodyName { get; init; }

        /// <summary>Who asked.</summary>
        public required string PersonName { get; init; }

        /// <summary>Head and curator of the school read it too.</summary>
        public required bool SchoolSees { get; init; }

        /// <summary>Code of the dictionary `help-form`.</summary>
        public required string Form { get; init; }

        /// <summary>Codes of the dictionary `competence-area`.</summary>
        public required string[] Areas { get; init; }
        public required string Subject { get; init; }
        public required string Text { get; init; }

        /// <summary>By when the asker would like to know; null where no day was named.</summary>
        public required DateOnly? WantedBy { get; init; }
        public required HelpStatus Status { get; init; }
        public required DateTime AskedAt { get; init; }

        /// <summary>The last day for the answer, in working days of the asker's region.</summary>
        public required DateOnly DueOn { get; init; }

        /// <summary>The term is over, and the answer still waited for.</summary>
        public required bool Overdue { get; init; }

        /// <summary>Who answers; null while nobody has taken it.</summary>
        public required string? TakenByName { get; init; }

        /// <summary>Of the latest answer; null before one.</summary>
        public required DateTime? AnsweredAt { get; init; }

        /// <summary>From 1 to 5: how far the answer helped.</summary>
        public required int? Mark { get; init; }

        /// <summary>What the asker said of the answer, in words.</summary>
        public required string? MarkText { get; init; }

        /// <summary>When its term ran out and the head of the body was told.</summary>
        public required DateTime? EscalatedAt { get; init; }

        /// <summary>The caller asked it.</summary>
        public required bool Own { get; init; }

        /// <summary>The caller answers for the body that has it.</summary>
        public required bool ForBody { get; init; }

        /// <summary>The caller may write and attach something.</summary>
        public required bool MayWrite { get; init; }

        /// <summary>The article that was made of its answer, for the body.</summary>
        public required Guid? ArticleId { get; init; }
        public required IReadOnlyList<HelpStep> Steps { get; init; }

        /// <summary>In the order in which it was written.</summary>
        public required IReadOnlyList<Entry> Entries { get; init; }
        public required int Version { get; init; }
    }

    /// <param name="Text">What was written; of a file its name; of a step its reason or nothing.</param>
    /// <param name="Step">Of a step, which it was; null of what else was written.</param>
    /// <param name="FromAsker">The asker's side wrote it, and not the body.</param>
    /// <param name="Size">Of a file, its bytes; null of what else was written.</param>
    public sealed record Entry(
        Guid Id, HelpEntryKind Kind, string Text, HelpStep? Step, bool FromAsker, string AuthorName, DateTime WrittenAt, int? Size);

    sealed record Row
    {
        public Guid Id { get; init; }
        public HelpEntryKind Kind { get; init; }
        public required string Text { get; init; }
        public string? Step { get; init; }
        public bool FromAsker { get; init; }
        public required string AuthorName { get; init; }
        public DateTime WrittenAt { get; init; }
        public int? Size { get; init; }

        public Entry Shown => new(Id, Kind, Text, Step is null ? null : Enum.Parse<HelpStep>(Step), FromAsker, AuthorName, WrittenAt, Size);
    }

    sealed record Found
    {
        public Guid Id { get; init; }
        public Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public Guid BodyId { get; init; }
        public required string BodyName { get; init; }
        public Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public bool SchoolSees { get; init; }
        public required string Form { get; init; }
        public required string[] Areas { get; init; }
        public required string Subject { get; init; }
        public required string Text { get; init; }
        public DateOnly? WantedBy { get; init; }
        public HelpStatus Status { get; init; }
        public DateTime AskedAt { get; init; }
        public DateOnly DueOn { get; init; }
        public bool Overdue { get; init; }
        public string? TakenBy { get; init; }
        public string? TakenByName { get; init; }
        public DateTime? AnsweredAt { get; init; }
        public int? Mark { get; init; }
        public string? MarkText { get; init; }
        public DateTime? EscalatedAt { get; init; }
        public Guid? ArticleId { get; init; }
        public int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (q, entries) = await db.Many(Sql, new { query.Id, Now = time.GetUtcNow().UtcDateTime, HelpLifecycle.Open }, async rows =>
                (await rows.ReadSingleOrDefaultAsync<Found>() ?? throw new NotFound(), (await rows.ReadAsync<Row>()).ToList()), ct);
            var (own, body) = (q.PersonId == caller.Scope.Person, caller.May(Permission.HelpAnswer, q.BodyId));
            return new()
            {
                Id = q.Id, OrganizationId = q.OrganizationId, OrganizationName = q.OrganizationName, BodyId = q.BodyId, BodyName = q.BodyName,
                PersonName = q.PersonName, SchoolSees = q.SchoolSees, Form = q.Form, Areas = q.Areas, Subject = q.Subject, Text = q.Text,
                WantedBy = q.WantedBy, Status = q.Status, AskedAt = q.AskedAt, DueOn = q.DueOn, Overdue = q.Overdue, TakenByName = q.TakenByName,
                AnsweredAt = q.AnsweredAt, Mark = q.Mark, MarkText = q.MarkText, EscalatedAt = q.EscalatedAt, Own = own, ForBody = body,
                MayWrite = (own || body) && q.Status is not (HelpStatus.Closed or HelpStatus.Withdrawn), ArticleId = body ? q.ArticleId : null,
                Steps = HelpLifecycle.Permitted(q.Status, own, body, q.TakenBy == caller.Id), Entries = [.. entries.Select(row => row.Shown)],
                Version = q.Version,
            };
        }
    }

    const string Sql = """
        select q.id, q.organization_id, o.name_short organization_name, q.body_id, b.name_short body_name, q.person_id, q.person_name, q.school_sees,
               q.form_code form, q.areas, q.subject, q.text, q.wanted_by, q.status, q.asked_at, q.due_on,
               q.status = any(@Open) and q.due_on < (@Now::timestamptz at time zone zone.time_zone)::date overdue, q.taken_by, q.taken_by_name, q.answered_at,
               q.mark, q.mark_text, q.escalated_at,
               (select a.id from help_article a where a.request_id = q.id order by a.created_at desc limit 1) article_id, q.version
          from help_request q join organization o on o.id = q.organization_id join organization b on b.id = q.body_id
          join organization_zone zone on zone.place_id = q.organization_id
         where q.id = @Id;

        select e.id, e.kind, e.text, e.step, e.from_asker, e.written_by_name author_name, e.written_at, f.size
          from help_entry e left join stored_file f on f.region_code = e.region_code and f.id = e.file_id
         where e.request_id = @Id and e.kind <> 'Passed' order by e.written_at, e.id;
        """;
}
