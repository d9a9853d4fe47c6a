using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The programs open to the caller, filtered, searched and sorted.</summary>
public static class ListPrograms
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapGet("/", async ([AsParameters] Query query, IMediator mediator, HttpContext http, CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(query, ct)))
            .Operation(nameof(ListPrograms), Permission.ProgramRead);

    public enum SortField { StartsOn, Title, Status, UpdatedAt }

    public enum SortDirection { Asc, Desc }

    /// <param name="Status">Any of these; repeat the parameter.</param>
    /// <param name="Search">Part of the title or of a participant's name.</param>
    /// <param name="Purpose">Code of the dictionary `program-purpose`.</param>
    /// <param name="Person">Programs in which this person takes part.</param>
    /// <param name="Sort">`StartsOn` when absent; `Status` sorts in the order of a program's life.</param>
    /// <param name="Direction">`Desc` when absent.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        Guid? OrganizationId, ProgramStatus[]? Status, string? Search, string? Purpose, Guid? Person,
        SortField? Sort, SortDirection? Direction, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="WaitingSince">Since when it waits for its next step; null where nobody has to take one: in force, paused, over.</param>
    public sealed record Item(
        Guid Id, string Title, ProgramStatus Status, string FormCode, string KindCode, string PurposeCode, DateOnly StartsOn, DateOnly EndsOn,
        IReadOnlyList<Person> Mentors, IReadOnlyList<Person> Mentees, int ActivitiesDone, int ActivitiesTotal, DateTime? LastMeetingAt,
        DateTime UpdatedAt, DateTime? WaitingSince, Guid OrganizationId, string OrganizationName);

    public sealed record Person(Guid PersonId, string Name);

    sealed record Row
    {
        public Guid Id { get; init; }
        public required string Title { get; init; }
        public ProgramStatus Status { get; init; }
        public required string FormCode { get; init; }
        public required string KindCode { get; init; }
        public required string PurposeCode { get; init; }
        public DateOnly StartsOn { get; init; }
        public DateOnly EndsOn { get; init; }
        public Guid[]? MentorIds { get; init; }
        public string[]? MentorNames { get; init; }
        public Guid[]? MenteeIds { get; init; }
        public string[]? MenteeNames { get; init; }
        public int ActivitiesDone { get; init; }
        public int ActivitiesTotal { get; init; }
        public DateTime? LastMeetingAt { get; init; }
        public DateTime UpdatedAt { get; init; }
        public DateTime? WaitingSince { get; init; }
        public Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }

        public Item Item => new(Id, Title, Status, FormCode, KindCode, PurposeCode, StartsOn, EndsOn, People(MentorIds, MentorNames),
            People(MenteeIds, MenteeNames),
            ActivitiesDone, ActivitiesTotal, LastMeetingAt, UpdatedAt, WaitingSince, OrganizationId, OrganizationName);

        static Person[] People(Guid[]? ids, string[]? names) => [.. (ids ?? []).Zip(names ?? [], (id, name) => new Person(id, name))];
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
            RuleFor(q => q.Search).MaximumLength(100);
        }
    }

    /// <summary>The sort key of a page's last row, written as text.</summary>
    sealed record Key(string Value, Guid Id);

    sealed record Order(string Expression, string Type, Func<Item, string> Value);

    static readonly Dictionary<SortField, Order> Orders = new()
    {
        [SortField.StartsOn] = new("p.starts_on", "date", item => item.StartsOn.ToString("O")),
        [SortField.Title] = new("p.title", "text", item => item.Title),
        [SortField.Status] = new($"array_position(array['{string.Join("','", Enum.GetNames<ProgramStatus>())}'], p.status)", "int",
            item => $"{(int)item.Status + 1}"),
        [SortField.UpdatedAt] = new("p.updated_at", "timestamptz", item => item.UpdatedAt.ToString("O")),
    };

    public sealed class Handler(Db db, Cursors cursors, Caller caller) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            var (sort, direction) = (query.Sort ?? SortField.StartsOn, query.Direction ?? SortDirection.Desc);
            var (order, size, list) = (Orders[sort], query.Size ?? Cursors.DefaultSize, $"{nameof(ListPrograms)}/{sort}/{direction}");
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Row>(Sql(query, order, direction, after is not null), new
            {
                Organizations = caller.Scope.Organizations.ToArray(), Programs = caller.Scope.Programs.ToArray(),
                query.OrganizationId, Statuses = query.Status?.Select(status => status.ToString()).ToArray(),
                Search = Like.Containing(query.Search), query.Purpose, query.Person, AfterValue = after?.Value, AfterId = after?.Id, Limit = size + 1,
            }, ct);
            return cursors.Page(rows.Select(row => row.Item).ToList(), size, list, item => new Key(order.Value(item), item.Id));
        }
    }

    // The first predicate repeats the row policy in a form that indexes serve; bool_or keeps the search in names to the programs
    // in reach, where exists would read every name there is.
    static IEnumerable<string> Conditions(Query query, Order order, SortDirection direction, bool continues)
    {
        yield return "(p.organization_id = any(@Organizations) or p.id = any(@Programs))";
        if (query.OrganizationId is not null) yield return "p.organization_id = @OrganizationId";
        if (query.Status is { Length: > 0 }) yield return "p.status = any(@Statuses)";
        if (query.Purpose is not null) yield return "p.purpose_code = @Purpose";
        if (query.Person is not null)
            yield return "exists (select from program_participant part where part.program_id = p.id and part.person_id = @Person)";
        if (Like.Containing(query.Search) is not null)
            yield return "(p.title ilike @Search or (select bool_or(part.person_name ilike @Search) from program_participant part where "
                + "part.program_id = p.id))";
        if (continues) yield return $"({order.Expression}, p.id) {(direction == SortDirection.Asc ? '>' : '<')} (@AfterValue::{order.Type}, @AfterId::uuid)";
    }

    // A draft waits since it was made or came back, for consents since it was sent, for the council since the last consent, for the head since the council.
    const string Waiting = """
        case p.status
            when 'Draft' then greatest(p.created_at, (select max(decided_at) from program_approval where program_id = p.id),
                (select max(decided_at) from consent where program_id = p.id and status in ('Refused', 'Revoked')))
            when 'Consent' then p.submitted_at
            when 'Council' then coalesce((select max(decided_at) from consent where program_id = p.id and status = 'Given'), p.submitted_at)
            when 'Approved' then coalesce((select max(decided_at) from program_approval where program_id = p.id), p.submitted_at)
        end
        """;

    // People, roadmap and meetings are looked up for the page's rows alone.
    static string Sql(Query query, Order order, SortDirection direction, bool continues) => $"""
        with page as materialized (
            select p.*, {order.Expression} sort_key from program p
             where {string.Join("\n               and ", Conditions(query, order, direction, continues))}
             order by sort_key {direction}, p.id {direction}
             limit @Limit)
        select p.id, p.title, p.status, p.form_code, p.kind_code, p.purpose_code, p.starts_on, p.ends_on,
               people.mentor_ids, people.mentor_names, people.mentee_ids, people.mentee_names,
               roadmap.done activities_done, roadmap.total activities_total, last.starts_at last_meeting_at, p.updated_at,
               {Waiting} waiting_since, p.organization_id, o.name_short organization_name
          from page p
          join organization o on o.id = p.organization_id
          cross join lateral (
              select array_agg(person_id) filter (where role = 'Mentor') mentor_ids, array_agg(person_name) filter (where role = 'Mentor') mentor_names,
                     array_agg(person_id) filter (where role = 'Mentee') mentee_ids, array_agg(person_name) filter (where role = 'Mentee') mentee_names
                from (select role, person_id, person_name from program_participant where program_id = p.id order by person_name, person_id) named) people
          cross join lateral (
              select count(done_on)::int done, count(*)::int total from roadmap_activity where program_id = p.id) roadmap
          left join lateral (
              select starts_at from meeting where program_id = p.id and status = 'Held' order by starts_at desc limit 1) last on true
         order by p.sort_key {direction}, p.id {direction}
        """;
}
