using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>A teacher asks for a mentor of another school by an offer within reach; the own school has to agree first.</summary>
public static class AskMentor
{
    public static void Map(RouteGroupBuilder offers) =>
        offers.MapPost("/{offerId:guid}/ask", async (Guid offerId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(offerId, body.OrganizationId, body.Words), ct)))
            .WithDescription("Once the school has agreed the mentor answers as any request for a pair; the mentee has said yes by asking.")
            .Operation(nameof(AskMentor), Permission.OfferUse);

    /// <param name="OrganizationId">Where the teacher works and looks for a mentor.</param>
    /// <param name="Words">To the own school and, once it has agreed, to the mentor; at most 1000 characters.</param>
    public sealed record Body(Guid OrganizationId, string Words);

    public sealed record Command(Guid OfferId, Guid OrganizationId, string Words) : ICommand<OfferRequestState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).NotEmpty().MaximumLength(1000);
    }

    sealed record Asker(string Name, bool HasMentor);

    public sealed class Handler(Db db, Caller caller, OfferAsking asking) : IRequestHandler<Command, OfferRequestState>
    {
        public async Task<OfferRequestState> Handle(Command command, CancellationToken ct)
        {
            if (!caller.Grants.Employers.Contains(command.OrganizationId)) throw new NotFound();
            var school = await Place.Of(command.OrganizationId, db, caller, ct);
            var offered = await asking.Demand(command.OfferId, school.OrganizationId, caller.Person, asked: false, ct);
            var asker = await db.One<Asker>(AskerSql, new { caller.Person, command.OrganizationId }, ct);
            if (asker.HasMentor) throw new RuleViolation("offer.has-mentor");
            return await asking.Ask(offered, school, caller.Person, asker.Name, byMentee: true, command.Words, ct);
        }
    }

    const string AskerSql = $"""
        select person_name(p) as name,
               exists (select from match_request r where r.mentee_id = p.id and r.organization_id = @OrganizationId and r.status = 'Accepted')
               or exists (select from program_participant part join program pr on pr.id = part.program_id
                           where part.person_id = p.id and part.organization_id = @OrganizationId and part.role = 'Mentee' and part.left_on is null
                             and pr.status in {MatchSql.InLife}) has_mentor
          from person p where p.id = @Person
        """;
}
