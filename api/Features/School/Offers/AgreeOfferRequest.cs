using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>The mentee's school agrees that a mentor of another school is asked: mentor and mentee answer as for every pair.</summary>
public static class AgreeOfferRequest
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPost("/offer-requests/{requestId:guid}/agree",
                async (Guid organizationId, Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Command(organizationId, requestId, body.Version), ct)))
            .WithDescription("The request for the pair has the same id, and waits for 14 days.")
            .Operation(nameof(AgreeOfferRequest), Permission.OfferDecide);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid RequestId, int Version) : ICommand<OfferRequestState>;

    public sealed class Handler(Db db, Caller caller, OfferAsking asking) : IRequestHandler<Command, OfferRequestState>
    {
        public async Task<OfferRequestState> Handle(Command command, CancellationToken ct)
        {
            var school = await Place.Of(command.OrganizationId, db, caller, ct);
            var request = await OfferRequestRow.LockOf(db, caller, command.OrganizationId, command.RequestId, command.Version, ct);
            OfferLife.Requests.Next(request.Status, OfferRequestStep.Agree);
            await asking.Demand(request.OfferId, school.OrganizationId, request.MenteeId, asked: true, ct);
            return await asking.Send(request, school, null, ct);
        }
    }
}
