using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>The mentor's school declines an offer with a reason, also one to which it had agreed; the mentor may offer it otherwise.</summary>
public static class DeclineMentorOffer
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPost("/mentor-offers/{offerId:guid}/decline",
                async (Guid organizationId, Guid offerId, Body body, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Command(organizationId, offerId, body.Version, body.Reason), ct)))
            .Operation(nameof(DeclineMentorOffer), Permission.OfferDecide);

    /// <param name="Reason">For the mentor to read; at most 500 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid OrganizationId, Guid OfferId, int Version, string Reason) : ICommand<OfferState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, Outbox outbox, TimeProvider time) : IRequestHandler<Command, OfferState>
    {
        public async Task<OfferState> Handle(Command command, CancellationToken ct)
        {
            var row = await OfferRow.LockOf(db, caller, command.OrganizationId, command.OfferId, command.Version, ct);
            await outbox.Add(new OfferOver(row.Id), ct);
            return await row.Take(OfferStep.Decline, command.Reason.Trim(), caller.Name, db, audit, time, ct);
        }
    }
}
