using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Whom a body stands behind, as a table: what it reports by.</summary>
public static class ExportSupported
{
    /// <summary>More than the schools of any region with all services.</summary>
    const int Most = 20_000;

    public static void Map(RouteGroupBuilder organization) =>
        organization.MapGet("/supported.csv", async (Guid organizationId, [AsParameters] SupportedFilter filter, [AsParameters] ExportChoice choice,
            IMediator mediator, CancellationToken ct) =>
                Export.File(choice, "supported", Columns, (await mediator.Send(new Query(organizationId, filter), ct)).Select(Row), everyFieldQuoted: true))
            .WithDescription($"{Export.Description} The first 20,000 links.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportSupported), Permission.SupportRead);

    public sealed record Query(Guid OrganizationId, SupportedFilter Filter) : IQuery<IReadOnlyList<Line>>;

    public sealed record Line(
        string NameShort, string TerritoryNameRu, string Service, string ServiceNameRu, string Agreement, DateOnly StartsOn, DateOnly? EndsOn,
        SupportState State, string? EndReason);

    static readonly Export.Column[] Columns =
    [
        new("organization", "Организация"), new("municipality", "Муниципалитет"), new("service", "Код услуги"),
        new("service_name", "Услуга", ForPeople: true), new("agreement", "Основание"), new("starts_on", "С"), new("last_on", "Последний день"),
        new("state", "Состояние"), new("end_reason", "Почему завершено"),
    ];

    /// <summary>People write last days; one that was taken back before it began has none.</summary>
    static object?[] Row(Line l) =>
    [
        l.NameShort, l.TerritoryNameRu, l.Service, l.ServiceNameRu, l.Agreement, l.StartsOn, l.EndsOn > l.StartsOn ? l.EndsOn?.AddDays(-1) : null,
        Word(l.State), l.EndReason,
    ];

    static string Word(SupportState state) => !Export.IsRussian ? state.ToString() : state switch
    {
        SupportState.InForce => "Действует",
        SupportState.ToCome => "Начнётся",
        _ => "Завершено",
    };

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Line>>
    {
        public async Task<IReadOnlyList<Line>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            return await db.List<Line>(Sql, query.Filter.Args(query.OrganizationId, time.GetUtcNow().UtcDateTime, null, null, Most), ct);
        }
    }

    const string Sql = $"""
        select q.name_short, q.territory_name_ru, q.service, coalesce(d.name_ru, q.service) service_name_ru, q.agreement, q.starts_on, q.ends_on, q.state,
               q.end_reason
          from ({SupportedFilter.Sql}) q left join dictionary_entry d on d.dictionary = 'support-service' and d.code = q.service
         order by q.name_short, d.position, q.starts_on
        """;
}
