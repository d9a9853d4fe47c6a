using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Streams the state of an import as server-sent events named <c>import</c>, until it is over.</summary>
public static class WatchImport
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{id:guid}/events", (Guid id, HttpContext http, Streams streams) =>
                streams.Open(http, Imports.Topic(id), "import", new GetImport.Query(id), import => Imports.IsOver(import.Status)))
            .WithSummary("The state of an import as server-sent events, until it is applied, failed or cancelled")
            .Produces<GetImport.Result>(200, "text/event-stream")
            .Operation(nameof(WatchImport), Permission.ImportManage);
}
