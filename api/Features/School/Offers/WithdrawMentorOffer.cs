using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>A mentor takes the own offer back; who has asked for it is told, and what was sent to the mentor goes on.</summary>
public static class WithdrawMentorOffer
{
    public static void Map(RouteGroupBuilder offers) =>
        offers.MapPost("/{offerId:guid}/withdraw", async (Guid offerId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(offerId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawMentorOffer), Permission.OfferUse);

    /// <param name="Reason">Nobody has to give one. At most 500 characters.</param>
    public sealed record Body(int Version, string? Reason = null);

    public sealed record Command(Guid OfferId, int Version, string? Reason) : ICommand<OfferState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, Outbox outbox, TimeProvider time) : IRequestHandler<Command, OfferState>
    {
        public async Task<OfferState> Handle(Command command, CancellationToken ct)
        {
            var row = await OfferRow.LockOwn(db, caller, command.OfferId, command.Version, ct);
            await outbox.Add(new OfferOver(row.Id), ct);
            return await row.Take(OfferStep.Withdraw, command.Reason, null, db, audit, time, ct);
        }
    }
}
