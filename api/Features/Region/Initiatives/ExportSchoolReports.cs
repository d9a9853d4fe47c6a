using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>What schools have reported of a task, as a table.</summary>
public static class ExportSchoolReports
{
    /// <summary>More than the schools of any region.</summary>
    const int Most = 5000;

    public static void Map(RouteGroupBuilder task) =>
        task.MapGet("/school-reports.csv", async (Guid taskId, [AsParameters] ListSchoolReports.Filter filter, [AsParameters] ExportChoice choice,
            IMediator mediator, CancellationToken ct) =>
                Export.File(choice, "school-reports", Columns, (await mediator.Send(new Query(taskId, filter), ct)).Select(Row), everyFieldQuoted: true))
            .WithDescription($"{Export.Description} The first 5,000 schools.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportSchoolReports), Permission.SchoolTaskSet);

    public sealed record Query(Guid TaskId, ListSchoolReports.Filter Filter) : IQuery<IReadOnlyList<ListSchoolReports.Item>>;

    static readonly Export.Column[] Columns =
    [
        new("municipality", "Муниципалитет"), new("organization", "Организация"), new("status", "Состояние"), new("due_on", "Срок"),
        new("overdue", "Просрочено"), new("reported_at", "Отчиталась"), new("report", "Отчёт"), new("remark", "Замечание"),
    ];

    static object?[] Row(ListSchoolReports.Item one) =>
        [one.TerritoryNameRu, one.OrganizationName, Word(one.Status), one.DueOn, one.Overdue ? 1 : 0, one.ReportedAt, one.Report, one.Remark];

    static string Word(SchoolReportStatus status) => !Export.IsRussian ? status.ToString() : status switch
    {
        SchoolReportStatus.Assigned => "Поставлено",
        SchoolReportStatus.Reported => "На проверке",
        SchoolReportStatus.Accepted => "Принято",
        SchoolReportStatus.Returned => "Возвращено",
        _ => "Отозвано",
    };

    public sealed class Handler(Db db, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<ListSchoolReports.Item>>
    {
        public async Task<IReadOnlyList<ListSchoolReports.Item>> Handle(Query query, CancellationToken ct)
        {
            await db.One<Guid>("select task_id from school_task_report where task_id = @TaskId limit 1", new { query.TaskId }, ct);
            return await db.List<ListSchoolReports.Item>(ListSchoolReports.Sql,
                query.Filter.Args(query.TaskId, time.GetUtcNow().UtcDateTime, null, null, Most), ct);
        }
    }
}
