using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>The school asks for a mentor of another school on a mentee's behalf: it agrees by asking, and the mentee answers too.</summary>
public static class AskMentorFor
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPost("/offer-requests", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.OfferId, body.MenteeId, body.Words), ct)))
            .Operation(nameof(AskMentorFor), Permission.OfferDecide);

    /// <param name="OfferId">The offer that is asked for.</param>
    /// <param name="MenteeId">Who waits for a mentor at this school.</param>
    /// <param name="Words">What both people read; at most 1000 characters.</param>
    public sealed record Body(Guid OfferId, Guid MenteeId, string? Words = null);

    public sealed record Command(Guid OrganizationId, Guid OfferId, Guid MenteeId, string? Words) : ICommand<OfferRequestState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, OfferAsking asking) : IRequestHandler<Command, OfferRequestState>
    {
        public async Task<OfferRequestState> Handle(Command command, CancellationToken ct)
        {
            var school = await Place.Of(command.OrganizationId, db, caller, ct);
            var offered = await asking.Demand(command.OfferId, school.OrganizationId, command.MenteeId, asked: false, ct);
            var name = await db.Maybe<string>(NameSql, command, ct) ?? throw new BadInput("match.person-unknown") { Pointer = "/menteeId" };
            var asked = await asking.Ask(offered, school, command.MenteeId, name, byMentee: false, command.Words ?? "", ct);
            return await asking.Send(await OfferRequestRow.Lock(db, asked.Id, ct), school, "/menteeId", ct);
        }
    }

    const string NameSql = """
        select person_name(p) from person p join employment e on e.person_id = p.id
         where p.id = @MenteeId and e.organization_id = @OrganizationId limit 1
        """;
}
