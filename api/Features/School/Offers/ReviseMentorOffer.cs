using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>A mentor offers it otherwise, or once more after the school declined: the school has to agree anew.</summary>
public static class ReviseMentorOffer
{
    public static void Map(RouteGroupBuilder offers) =>
        offers.MapPut("/{offerId:guid}", async (Guid offerId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(offerId, body.Version, body.Card), ct)))
            .WithDescription("Who has asked for it already waits until then; what was sent to the mentor goes on.")
            .Operation(nameof(ReviseMentorOffer), Permission.OfferUse);

    public sealed record Body(int Version, OfferCard Card);

    public sealed record Command(Guid OfferId, int Version, OfferCard Card) : ICommand<OfferState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new OfferCard.Validator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, OfferState>
    {
        public async Task<OfferState> Handle(Command command, CancellationToken ct)
        {
            var row = await OfferRow.LockOwn(db, caller, command.OfferId, command.Version, ct);
            var next = OfferLife.Offers.Next(row.Status, OfferStep.Revise);
            await command.Card.Demand(new(row.OrganizationId, row.RegionCode, row.TimeZone), row.MentorId, row.Taken, db, time, ct);
            await db.ExecuteOne(Sql, command.Card.Args(new { row.RegionCode, row.Id, Status = next.ToString(), Now = time.GetUtcNow().UtcDateTime }), ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new MentorOfferProposed(command.Card.Scope));
            return new(row.Id, next, row.Version + 1);
        }
    }

    const string Sql = """
        update mentor_offer set scope = @Scope, areas = @Areas, forms = @Forms, kinds = @Kinds, remote = @Remote, places = @Places, words = @Words,
               ends_on = @EndsOn, status = @Status, proposed_at = @Now, decided_at = null, decided_by_name = null, reason = null, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
