using System.Globalization;
using System.Text;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Partnerships;

/// <summary>The coordination log as a table. Contacts are counted, not named: the file leaves the product.</summary>
public static class ExportCoordination
{
    /// <summary>Decades of any school's log.</summary>
    const int Most = 5000;

    public static void Map(RouteGroupBuilder log) =>
        log.MapGet("/log.csv", async (Guid id, [AsParameters] CoordinationFilter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.File(await mediator.Send(new Query(id, filter), ct), "text/csv; charset=utf-8", "coordination.csv"))
            .WithSummary("The coordination log as CSV")
            .WithDescription("UTF-8 with a byte order mark, commas, RFC 4180 quotes; the first 5,000 entries. Contacts outside the school are counted, not named.")
            .Produces<string>(contentType: "text/csv")
            .Operation(nameof(ExportCoordination), Permission.PartnerManage);

    public sealed record Query(Guid OrganizationId, CoordinationFilter Filter) : IQuery<byte[]>;

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            var items = await ListCoordination.Read(db, query.Filter.Args(query.OrganizationId, null, null, Most), query.OrganizationId, ct);
            var text = new StringBuilder("held_on,kind,title,partners,contacts,agreed,next_step,next_due_on,next_responsible,next_done_on,next_result\r\n");
            foreach (var i in items)
                text.Append(Csv.Line($"{i.HeldOn:O}", i.Kind.ToString(), i.Title, string.Join("; ", i.Partners.Select(p => p.Name)), i.Contacts.Count.ToString(CultureInfo.InvariantCulture),
                    i.Agreed, i.Next?.Text, $"{i.Next?.DueOn:O}", i.NextResponsibleName, $"{i.NextDoneOn:O}", i.NextResult));
            // With a byte order mark, for the spreadsheets that would take Russian for Latin.
            return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
        }
    }
}
