using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>
/// The job that ends offers whose day has come, and requests that no school has decided on and that lost their sense: the offer is over,
/// or the mentee has a mentor. Runs each quarter of an hour and whenever an offer is taken back or declined.
/// </summary>
public sealed class CloseOffers(DueWork due) : IHandle<OfferOver>
{
    public const string Schedule = "0 */15 * * * *";

    public Task Handle(OfferOver message, CancellationToken ct) => Run(ct);

    sealed record Offer(Guid Id);

    sealed record Request(Guid Id, OfferRequestReason Reason);

    public async Task Run(CancellationToken ct)
    {
        await due.Each<Offer, Done>($"{nameof(CloseOffers)}/offers", OffersDue, row => new End(row.Id), ct);
        await due.Each<Request, Done>($"{nameof(CloseOffers)}/requests", RequestsDue, row => new Close(row.Id, row.Reason), ct);
    }

    public sealed record End(Guid Id) : ICommand<Done>;

    public sealed class EndHandler(Db db, Audit audit, TimeProvider time) : IRequestHandler<End, Done>
    {
        public async Task<Done> Handle(End command, CancellationToken ct)
        {
            await (await OfferRow.Lock(db, command.Id, ct)).Take(OfferStep.End, null, null, db, audit, time, ct);
            return new();
        }
    }

    public sealed record Close(Guid Id, OfferRequestReason Reason) : ICommand<Done>;

    public sealed class CloseHandler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Close, Done>
    {
        public async Task<Done> Handle(Close command, CancellationToken ct)
        {
            var row = await OfferRequestRow.Lock(db, command.Id, ct);
            await row.Take(OfferRequestStep.Close, null, null, command.Reason, db, time, ct);
            audit.About(row.SchoolId, row.SchoolRegion, row.Id, new OfferRequestLapsed(command.Reason));
            return new();
        }
    }

    const string OffersDue = """
        select id from mentor_offer
         where status in ('Proposed', 'Open', 'Declined')
           and ends_on <= (@Now::timestamptz + interval '1 day')::date and ends_on <= local_day(@Now, organization_id)
         order by ends_on, id limit 1000
        """;

    const string RequestsDue = """
        select id, reason from (
            select q.id, q.asked_at, case
                   when o.status in ('Declined', 'Withdrawn', 'Ended') then 'OfferOver'
                   when exists (select from match_request a where a.mentee_id = q.mentee_id and a.organization_id = q.school_id and a.status = 'Accepted')
                       then 'MenteePaired' end reason
              from offer_request q join mentor_offer o on o.region_code = q.region_code and o.id = q.offer_id where q.status = 'Asked') due
         where reason is not null order by asked_at, id limit 1000
        """;
}

/// <summary>An offer holds no longer: who has asked for it and waits is to be told.</summary>
public sealed record OfferOver(Guid OfferId) : IMessage;
