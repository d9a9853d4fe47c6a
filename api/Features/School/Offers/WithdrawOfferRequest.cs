using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>A teacher takes back what was asked before the own school has decided; afterwards one answers the request for the pair.</summary>
public static class WithdrawOfferRequest
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapPost("/offer-requests/{requestId:guid}/withdraw", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(requestId, body.Version), ct)))
            .Operation(nameof(WithdrawOfferRequest), Permission.OfferUse);

    public sealed record Body(int Version);

    public sealed record Command(Guid RequestId, int Version) : ICommand<OfferRequestState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, OfferRequestState>
    {
        public async Task<OfferRequestState> Handle(Command command, CancellationToken ct)
        {
            var row = await OfferRequestRow.LockOwn(db, caller, command.RequestId, command.Version, ct);
            audit.About(row.SchoolId, row.SchoolRegion, row.Id, new OfferRequestTakenBack());
            return await row.Take(OfferRequestStep.Withdraw, null, null, null, db, time, ct);
        }
    }
}
