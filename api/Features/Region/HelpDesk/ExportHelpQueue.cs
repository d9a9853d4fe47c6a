using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>A body's questions as a table: what it reports by.</summary>
public static class ExportHelpQueue
{
    /// <summary>More than a centre answers in ten years.</summary>
    const int Most = 20_000;

    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/help-queue.csv", async (Guid organizationId, [AsParameters] HelpQueueFilter filter, [AsParameters] ExportChoice choice,
            IMediator mediator, CancellationToken ct) =>
                Export.File(choice, "help-queue", Columns, (await mediator.Send(new Query(organizationId, filter), ct)).Select(Row), everyFieldQuoted: true))
            .WithDescription($"{Export.Description} The first 20,000 questions, by their subjects and not their texts.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportHelpQueue), Permission.HelpAnswer);

    public sealed record Query(Guid OrganizationId, HelpQueueFilter Filter) : IQuery<IReadOnlyList<ListHelpQueue.Item>>;

    static readonly Export.Column[] Columns =
    [
        new("subject", "Вопрос"), new("form", "Код вида помощи"), new("organization", "Организация"), new("person", "Кто спросил"),
        new("status", "Состояние"), new("asked_on", "Задан"), new("due_on", "Ответить до"), new("overdue", "Просрочен"), new("taken_by", "Кто отвечает"),
        new("answered_on", "Отвечен"), new("mark", "Оценка"),
    ];

    static object?[] Row(ListHelpQueue.Item item) =>
    [
        item.Subject, item.Form, item.OrganizationName, item.PersonName, Word(item.Status), DateOnly.FromDateTime(item.AskedAt), item.DueOn, item.Overdue,
        item.TakenByName, item.AnsweredAt is { } at ? DateOnly.FromDateTime(at) : null, item.Mark,
    ];

    static string Word(HelpStatus status) => !Export.IsRussian ? status.ToString() : status switch
    {
        HelpStatus.Asked => "Задан",
        HelpStatus.Taken => "В работе",
        HelpStatus.Answered => "Есть ответ",
        HelpStatus.Reopened => "Возвращён",
        HelpStatus.Closed => "Закрыт",
        _ => "Отозван",
    };

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<ListHelpQueue.Item>>
    {
        public Task<IReadOnlyList<ListHelpQueue.Item>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            return db.List<ListHelpQueue.Item>(HelpQueueFilter.Sql,
                query.Filter.Args(query.OrganizationId, caller, time.GetUtcNow().UtcDateTime, null, null, Most), ct);
        }
    }
}
