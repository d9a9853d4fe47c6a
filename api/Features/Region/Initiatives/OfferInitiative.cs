using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The leader offers an initiative to organizations: their people read of it, also where it is by invitation, and ask to join.</summary>
public static class OfferInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/offer", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.Version, body.OrganizationIds), ct)))
            .Operation(nameof(OfferInitiative), Permission.InitiativeWork);

    /// <param name="OrganizationIds">1 to 50, within the scope of the initiative. Their heads and curators are told, and put people forward.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> OrganizationIds);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Guid> OrganizationIds) : ICommand<InitiativeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.OrganizationIds).NotEmpty().Must(all => all.Count <= 50);
    }

    sealed record Offered(Guid Id, string RegionCode, bool Within);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeState>
    {
        public async Task<InitiativeState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Lead(command.Id, command.Version, InitiativeStep.Gather, db, time, ct);
            var open = (await db.List<Offered>(Open, new { row.Id, Ids = command.OrganizationIds.ToArray() }, ct)).ToDictionary(one => one.Id);
            foreach (var (at, id) in command.OrganizationIds.Index())
            {
                if (!open.TryGetValue(id, out var one)) throw new BadInput("initiative.organization-unknown") { Pointer = $"/organizationIds/{at}" };
                if (!one.Within) throw new BadInput("initiative.offer-beyond") { Pointer = $"/organizationIds/{at}" };
            }

            await db.ExecuteOne(Save, new { row.RegionCode, row.Id, Ids = open.Keys.ToArray() }, ct);
            row.Tell(audit, new InitiativeRevised());
            foreach (var one in open.Values) audit.About(one.Id, one.RegionCode, row.Id, new InitiativeOffered());
            return new(row.Id, row.Status, row.Version + 1);
        }
    }

    static readonly string Open = $"""
        select o.id, o.region_code, {InitiativeCard.Within("i.scope")} as within from organization o join initiative i on i.id = @Id
         where o.id = any(@Ids) and o.status = 'Open'
        """;

    const string Save = """
        update initiative set invited_school_ids = array(select unnest(invited_school_ids) union select unnest(@Ids::uuid[])), version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
