using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>The coordination log as a table. The first 5,000 entries. Contacts are counted, not named: the file leaves the product.</summary>
public static class ExportCoordination
{
    /// <summary>Decades of any school's log.</summary>
    const int Most = 5000;

    public static void Map(RouteGroupBuilder log) =>
        log.MapGet("/log.csv", async (Guid organizationId, [AsParameters] CoordinationFilter filter, [AsParameters] ExportChoice choice, IMediator mediator,
            CancellationToken ct) =>
                Export.File(choice, "coordination", Columns, (await mediator.Send(new Query(organizationId, filter), ct)).Select(Row), everyFieldQuoted: true))
            .WithDescription(Export.Description)
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportCoordination), Permission.PartnerManage);

    public sealed record Query(Guid OrganizationId, CoordinationFilter Filter) : IQuery<IReadOnlyList<ListCoordination.Item>>;

    static readonly Export.Column[] Columns =
    [
        new("held_on", "Дата"), new("kind", "Что это было"), new("title", "Тема"), new("partners", "По договорам с"), new("contacts", "Представителей"),
        new("agreed", "О чём договорились"), new("next_step", "Следующий шаг"), new("next_due_on", "Срок"), new("next_responsible", "Ответственный"),
        new("next_done_on", "Выполнен"), new("next_result", "Что получилось"),
    ];

    static object?[] Row(ListCoordination.Item i) =>
    [
        i.HeldOn, Word(i.Kind), i.Title, string.Join("; ", i.Partners.Select(p => p.Name)), i.Contacts.Count, i.Agreed, i.Next?.Text, i.Next?.DueOn,
        i.NextResponsibleName, i.NextDoneOn, i.NextResult,
    ];

    static string Word(CoordinationKind kind) => !Export.IsRussian ? kind.ToString() : kind switch
    {
        CoordinationKind.Meeting => "Координационная встреча",
        CoordinationKind.Consultation => "Консультация",
        CoordinationKind.Conference => "Конференция",
        CoordinationKind.Forum => "Форум",
        CoordinationKind.Webinar => "Вебинар",
        _ => "Семинар",
    };

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<ListCoordination.Item>>
    {
        public async Task<IReadOnlyList<ListCoordination.Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            return [.. await ListCoordination.Read(db, query.Filter.Args(query.OrganizationId, null, null, Most), query.OrganizationId, ct)];
        }
    }
}
