using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Teachers can be asked by an edition from now on. It never changes; what has to change is the next edition.</summary>
public static class PublishInstrument
{
    public static void Map(RouteGroupBuilder instruments) =>
        instruments.MapPost("/{instrumentId:guid}/publish", async (Guid instrumentId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(instrumentId, body.Version), ct)))
            .Operation(nameof(PublishInstrument), Permission.InstrumentManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<InstrumentState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InstrumentState>
    {
        public async Task<InstrumentState> Handle(Command command, CancellationToken ct) =>
            await (await InstrumentRow.Lock(db, caller, command.Id, command.Version, ct)).Take(InstrumentStep.Publish, "published_at", db, audit, time, ct);
    }
}
