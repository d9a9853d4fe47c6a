using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>What a school was set by its territory and by bodies, what it has reported and what was said of it; the nearest term first.</summary>
public static class ListOwnSchoolTasks
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/school-tasks", async (Guid organizationId, [AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, filter), ct)))
            .Operation(nameof(ListOwnSchoolTasks), Permission.SchoolTaskReport);

    /// <param name="Search">Words in any form, or a part of the title.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(string? Search = null, SchoolReportStatus? Status = null, string? Cursor = null, int? Size = null);

    public sealed record Query(Guid OrganizationId, Filter Filter) : IQuery<Page<Item>>;

    public sealed record Item
    {
        /// <summary>Of the task.</summary>
        public required Guid Id { get; init; }
        public required string Title { get; init; }
        public required string Text { get; init; }

        /// <summary>The territory or the body that sets it.</summary>
        public required string Setter { get; init; }
        public required DateTime SetAt { get; init; }
        public required DateOnly DueOn { get; init; }

        /// <summary>Its term is over, and the school has not reported.</summary>
        public required bool Overdue { get; init; }
        public required SchoolReportStatus Status { get; init; }

        /// <summary>What the school has reported; null before.</summary>
        public required string? Report { get; init; }

        /// <summary>When it reported last, in UTC; null before.</summary>
        public required DateTime? ReportedAt { get; init; }

        /// <summary>Why it was returned or withdrawn; null where it was not.</summary>
        public required string? Remark { get; init; }

        /// <summary>Of the school's part, to be given with the report.</summary>
        public required int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    sealed record Key(bool Done, DateOnly On, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var filter = query.Filter;
            var (size, list) = (filter.Size ?? Cursors.DefaultSize, $"{nameof(ListOwnSchoolTasks)}/{query.OrganizationId}");
            var after = cursors.Read<Key>(filter.Cursor, list);
            var words = string.IsNullOrWhiteSpace(filter.Search) ? null : filter.Search.Trim();
            var rows = await db.List<Item>(Sql, new
            {
                query.OrganizationId, Words = words, Pattern = Like.Containing(words), Status = filter.Status?.ToString(), Now = time.GetUtcNow().UtcDateTime,
                Done = after?.Done, On = after?.On, After = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(IsDone(item.Status), item.DueOn, item.Id));
        }

        static bool IsDone(SchoolReportStatus status) => !InitiativeLife.Reports.Allows(status, SchoolReportStep.Report);
    }

    const string Sql = """
        select t.id, t.title, t.text, t.setter, t.set_at, r.due_on,
               r.status in ('Assigned', 'Returned') and r.due_on < local_day(@Now, @OrganizationId) overdue, r.status, r.text report, r.reported_at, r.remark,
               r.version
          from school_task_report r join school_task t on t.region_code = r.region_code and t.id = r.task_id
         cross join lateral (select r.status not in ('Assigned', 'Returned') is_done) done
         where r.organization_id = @OrganizationId
           and (@Words::text is null or t.search @@ websearch_to_tsquery('russian', @Words) or t.title ilike @Pattern)
           and (@Status::text is null or r.status = @Status)
           and (@After::uuid is null or (done.is_done, r.due_on, t.id) > (@Done::boolean, @On::date, @After))
         order by done.is_done, r.due_on, t.id limit @Take
        """;
}
