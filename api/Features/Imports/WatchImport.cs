using System.Runtime.CompilerServices;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>Streams the state of an import as server-sent events named <c>import</c>, until it is over.</summary>
public static class WatchImport
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{id:guid}/events", async (Guid id, IMediator mediator, News news, CancellationToken ct) =>
            {
                // Before the stream begins: an absent import answers 404 as everywhere.
                await mediator.Send(new GetImport.Query(id), ct);
                return TypedResults.ServerSentEvents(States(id, mediator, news, ct), eventType: "import");
            })
            .WithSummary("The state of an import as server-sent events, until it is applied, failed or cancelled")
            .Produces<GetImport.Result>(200, "text/event-stream")
            .Operation(nameof(WatchImport), Permission.ImportManage);

    static async IAsyncEnumerable<GetImport.Result> States(Guid id, IMediator mediator, News news, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var _ in news.Of(Imports.Topic(id), ct))
        {
            var state = await mediator.Send(new GetImport.Query(id), ct);
            yield return state;
            if (Imports.IsOver(state.Status)) yield break;
        }
    }
}
