using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>A mentor offers help beyond the own school; the school has to agree before anybody else reads it.</summary>
public static class MakeMentorOffer
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPost("/mentor-offers", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(organizationId, body.Card), ct);
                return TypedResults.Created("/api/v1/me/mentor-offers", made);
            })
            .WithDescription("One at a time, by a mentor whose profile the school has confirmed.")
            .Operation(nameof(MakeMentorOffer), Permission.OfferUse);

    public sealed record Body(OfferCard Card);

    public sealed record Command(Guid OrganizationId, OfferCard Card) : ICommand<OfferState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new OfferCard.Validator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, OfferState>
    {
        public async Task<OfferState> Handle(Command command, CancellationToken ct)
        {
            var school = await Place.Of(command.OrganizationId, db, caller, ct);
            await command.Card.Demand(school, caller.Person, 0, db, time, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Sql, command.Card.Args(new { school.RegionCode, id, school.OrganizationId, caller.Person, Now = now.UtcDateTime }), ct);
            audit.About(school.OrganizationId, school.RegionCode, id, new MentorOfferProposed(command.Card.Scope));
            return new(id, OfferStatus.Proposed, 1);
        }
    }

    const string Sql = """
        insert into mentor_offer (region_code, id, organization_id, mentor_id, mentor_name, scope, areas, forms, kinds, remote, places, words, ends_on, status,
            proposed_at)
        select @RegionCode, @id, @OrganizationId, p.id, person_name(p), @Scope, @Areas, @Forms, @Kinds, @Remote, @Places, @Words, @EndsOn, 'Proposed', @Now
          from person p where p.id = @Person
        """;
}
