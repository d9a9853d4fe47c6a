using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>The mentor's school agrees to an offer: from now on whoever is within its scope finds it.</summary>
public static class AgreeMentorOffer
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPost("/mentor-offers/{offerId:guid}/agree", async (Guid organizationId, Guid offerId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, offerId, body.Version), ct)))
            .Operation(nameof(AgreeMentorOffer), Permission.OfferDecide);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid OfferId, int Version) : ICommand<OfferState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, OfferState>
    {
        public async Task<OfferState> Handle(Command command, CancellationToken ct)
        {
            var row = await OfferRow.LockOf(db, caller, command.OrganizationId, command.OfferId, command.Version, ct);
            if (row.Status == OfferStatus.Proposed && row.IsOver(time)) throw new RuleViolation("offer.over");
            return await row.Take(OfferStep.Agree, null, caller.Name, db, audit, time, ct);
        }
    }
}
