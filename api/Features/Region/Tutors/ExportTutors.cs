using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The tutors of a body with their load, as a table.</summary>
public static class ExportTutors
{
    /// <summary>More than any body has.</summary>
    const int Most = 5_000;

    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapGet("/tutors.csv", async (Guid organizationId, [AsParameters] TutorsFilter filter, [AsParameters] ExportChoice choice,
            IMediator mediator, CancellationToken ct) =>
                Export.File(choice, "tutors", Columns, (await mediator.Send(new Query(organizationId, filter), ct)).Select(Row), everyFieldQuoted: true))
            .WithDescription($"{Export.Description} The first 5,000 tutors.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportTutors), Permission.TutorManage);

    public sealed record Query(Guid OrganizationId, TutorsFilter Filter) : IQuery<IReadOnlyList<TutorItem>>;

    static readonly Export.Column[] Columns =
    [
        new("name", "ФИО"), new("kind", "Вид занятости"), new("zones", "Зоны компетентности (коды)"), new("sectors", "Секторы (коды)"),
        new("territories", "Муниципалитеты (коды)"), new("capacity", "Сколько педагогов может вести"), new("active", "Сопровождает"),
        new("proposed", "Предложен и ждёт ответа"), new("accepts_new", "Берёт новых"), new("starts_on", "С"), new("last_on", "Последний день"),
        new("end_reason", "Почему завершил"),
    ];

    static object?[] Row(TutorItem t) =>
    [
        t.PersonName, Word(t.Kind), string.Join(' ', t.Zones), string.Join(' ', t.Sectors), string.Join(' ', t.Territories), t.Capacity, t.Active,
        t.Proposed, t.AcceptsNew, t.StartsOn, t.EndsOn > t.StartsOn ? t.EndsOn?.AddDays(-1) : null, t.EndReason,
    ];

    static string Word(TutorKind kind) => !Export.IsRussian ? kind.ToString() : kind == TutorKind.Staff ? "Штатный" : "Внештатный";

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<TutorItem>>
    {
        public async Task<IReadOnlyList<TutorItem>> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.List<TutorItem>(TutorsFilter.Sql, query.Filter.Args(query.OrganizationId, place.Today(time), null, null, Most), ct);
        }
    }
}
