using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Nobody begins with an edition any more; what was begun with it is ended with it.</summary>
public static class WithdrawInstrument
{
    public static void Map(RouteGroupBuilder instruments) =>
        instruments.MapPost("/{instrumentId:guid}/withdraw", async (Guid instrumentId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(instrumentId, body.Version), ct)))
            .Operation(nameof(WithdrawInstrument), Permission.InstrumentManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<InstrumentState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InstrumentState>
    {
        public async Task<InstrumentState> Handle(Command command, CancellationToken ct) =>
            await (await InstrumentRow.Lock(db, caller, command.Id, command.Version, ct)).Take(InstrumentStep.Withdraw, "withdrawn_at", db, audit, time, ct);
    }
}
