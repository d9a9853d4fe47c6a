using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Somebody who works at an organization starts an initiative there and leads it; nobody else reads it until it is opened.</summary>
public static class StartInitiative
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapPost("/initiatives", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(organizationId, body.Card), ct);
                return TypedResults.Created($"/api/v1/initiatives/{made.Id}", made);
            })
            .Operation(nameof(StartInitiative), Permission.InitiativeWork);

    public sealed record Body(InitiativeCard Card);

    public sealed record Command(Guid OrganizationId, InitiativeCard Card) : ICommand<InitiativeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new InitiativeCard.Validator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeState>
    {
        public async Task<InitiativeState> Handle(Command command, CancellationToken ct)
        {
            var (person, place) = (caller.Person, await Place.Of(command.OrganizationId, db, caller, ct));
            await command.Card.Demand(place.OrganizationId, db, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, command.Card.Args(new
            {
                place.RegionCode, Id = id, place.OrganizationId, Person = person, caller.Name, Members = new[] { person }, Now = now.UtcDateTime,
            }), ct);
            await db.ExecuteOne(InsertLeader, new
            {
                place.RegionCode, Member = Guid.CreateVersion7(now), Id = id, place.OrganizationId, Person = person, caller.Name, Now = now.UtcDateTime,
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new InitiativeStarted(command.Card.Scope));
            return new(id, InitiativeStatus.Draft, 1);
        }
    }

    const string Insert = """
        insert into initiative (region_code, id, organization_id, territory_code, leader_id, leader_name, member_ids, title, purpose, areas, scope,
                                by_invitation, status, created_at)
        select @RegionCode, @Id, o.id, o.territory_code, @Person, @Name, @Members, @Title, @Purpose, @Areas, @Scope, @ByInvitation, 'Draft', @Now
          from organization o where o.id = @OrganizationId
        """;

    // The rest of the row is the initiative's own, and filled in by the database.
    const string InsertLeader = """
        insert into initiative_member (region_code, id, initiative_id, person_id, person_name, organization_id, status, asked_at, joined_at)
        values (@RegionCode, @Member, @Id, @Person, @Name, @OrganizationId, 'In', @Now, @Now)
        """;
}
