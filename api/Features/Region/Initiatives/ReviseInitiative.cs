using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The leader says anew what an initiative is for, how far it is told of and who may join.</summary>
public static class ReviseInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPut("", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.Version, body.Card), ct)))
            .Operation(nameof(ReviseInitiative), Permission.InitiativeWork);

    public sealed record Body(int Version, InitiativeCard Card);

    public sealed record Command(Guid Id, int Version, InitiativeCard Card) : ICommand<InitiativeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new InitiativeCard.Validator());
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeState>
    {
        public async Task<InitiativeState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Lead(command.Id, command.Version, InitiativeStep.Revise, db, time, ct);
            await command.Card.Demand(row.OrganizationId, db, ct);
            if (await db.One<bool>(Beyond, new { row.Id, Scope = command.Card.Scope.ToString() }, ct))
                throw new BadInput("initiative.scope-narrow") { Pointer = "/card/scope" };
            await db.ExecuteOne(Save, command.Card.Args(new { row.RegionCode, row.Id }), ct);
            row.Tell(audit, new InitiativeRevised());
            return new(row.Id, row.Status, row.Version + 1);
        }
    }

    // Whoever is in it, was invited or has asked, and whom it was offered to.
    static readonly string Beyond = $"""
        select exists (select from initiative i
                        cross join lateral (select unnest(i.invited_school_ids) id
                                             union select m.organization_id from initiative_member m
                                                    where m.region_code = i.region_code and m.initiative_id = i.id
                                                      and m.status in ('Invited', 'Suggested', 'Asked', 'In')) near
                         join organization o on o.id = near.id
                        where i.id = @Id and not {InitiativeCard.Within("@Scope")})
        """;

    const string Save = """
        update initiative set title = @Title, purpose = @Purpose, areas = @Areas, scope = @Scope, by_invitation = @ByInvitation, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
