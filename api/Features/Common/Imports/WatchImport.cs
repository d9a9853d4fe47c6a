using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Streams the state of an import as server-sent events named <c>import</c>, until it is over.</summary>
public static class WatchImport
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{importId:guid}/events", (Guid importId, HttpContext http, Streams streams) =>
                streams.Open(http, Imports.Topic(importId), "import", new GetImport.Query(importId), import => Imports.IsOver(import.Status)))
            .Produces<GetImport.Result>(200, "text/event-stream")
            .Operation(nameof(WatchImport), Permission.ImportManage);
}
