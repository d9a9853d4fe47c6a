using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>What schools have reported of a task, for whoever set it, by the schools' names.</summary>
public static class ListSchoolReports
{
    public static void Map(RouteGroupBuilder task) =>
        task.MapGet("/school-reports",
            async (Guid taskId, [AsParameters] Filter filter, string? cursor, int? size, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(taskId, filter, cursor, size), ct)))
            .Operation(nameof(ListSchoolReports), Permission.SchoolTaskSet);

    /// <param name="Search">A part of the school's short or full name.</param>
    /// <param name="Overdue">Only those whose term is over and that owe a report.</param>
    public sealed record Filter(string? Search = null, SchoolReportStatus? Status = null, bool? Overdue = null)
    {
        internal object Args(Guid task, DateTime now, string? name, Guid? id, int take) => new
        {
            Task = task, Pattern = Like.Containing(Search),
            Status = Status?.ToString(), Overdue = Overdue == true, Now = now, Name = name, Id = id, Take = take,
        };
    }

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid TaskId, Filter Filter, string? Cursor, int? Size) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required string TerritoryNameRu { get; init; }
        public required SchoolReportStatus Status { get; init; }
        public required DateOnly DueOn { get; init; }

        /// <summary>Its term is over, and the school has not reported.</summary>
        public required bool Overdue { get; init; }

        /// <summary>What the school has reported; null before.</summary>
        public required string? Report { get; init; }

        /// <summary>When it reported last, in UTC; null before.</summary>
        public required DateTime? ReportedAt { get; init; }

        /// <summary>Who reported for the school; null before.</summary>
        public required string? ReportedBy { get; init; }

        /// <summary>Why it was returned or withdrawn; null where it was not.</summary>
        public required string? Remark { get; init; }

        /// <summary>When it was last reminded by hand, in UTC; null where it was not.</summary>
        public required DateTime? RemindedAt { get; init; }
        public required int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    sealed record Key(string Name, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await db.One<Guid>("select task_id from school_task_report where task_id = @TaskId limit 1", new { query.TaskId }, ct);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListSchoolReports)}/{query.TaskId}");
            var after = cursors.Read<Key>(query.Cursor, list);
            var rows = await db.List<Item>(Sql, query.Filter.Args(query.TaskId, time.GetUtcNow().UtcDateTime, after?.Name, after?.Id, size + 1), ct);
            return cursors.Page(rows, size, list, item => new Key(item.OrganizationName, item.Id));
        }
    }

    internal const string Sql = """
        select r.id, r.organization_id, o.name_short organization_name, t.name_ru territory_name_ru, r.status, r.due_on, late.overdue, r.text report,
               r.reported_at, r.reported_by, r.remark, r.reminded_at, r.version
          from school_task_report r join organization o on o.id = r.organization_id join territory t on t.code = o.territory_code
          join organization_zone zone on zone.place_id = r.organization_id
         cross join lateral (select r.status in ('Assigned', 'Returned')
                                    and r.due_on < (@Now::timestamptz at time zone zone.time_zone)::date overdue) late
         where r.task_id = @Task and (@Status::text is null or r.status = @Status) and (not @Overdue or late.overdue)
           and (@Pattern::text is null or o.name_short ilike @Pattern or o.name_full ilike @Pattern)
           and (@Id::uuid is null or (o.name_short, r.id) > (@Name, @Id))
         order by o.name_short, r.id limit @Take
        """;
}
