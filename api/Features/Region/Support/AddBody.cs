using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.Common.Territories;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Enters a body of the external contour where it stands: a centre is often a unit of an institute, and in no register.</summary>
public static class AddBody
{
    public static void Map(RouteGroupBuilder territory) =>
        territory.MapPost("/bodies", async (string territoryCode, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(territoryCode, body.Kind, body.Card), ct);
                return TypedResults.Created($"/api/v1/organizations/{made.Id}", made);
            })
            .WithDescription("It is counted in no indicator of schools, and ends as every organization does: by `EndOrganization`.")
            .Operation(nameof(AddBody), Permission.BodyManage);

    /// <param name="Kind">Code of the dictionary `organization-kind`: one of a body of the external contour.</param>
    public sealed record Body(string Kind, BodyCard Card);

    public sealed record Command(string Code, string Kind, BodyCard Card) : ICommand<Result>;

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(OrganizationKinds.Bodies.Contains);
            RuleFor(c => c.Card).NotNull().SetValidator(new BodyCard.Validator());
        }
    }

    sealed record Ground(TerritoryLevel Level, string? ParentCode);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            await SupportReach.DemandTerritory(command.Code, db, caller, ct);
            var ground = await db.One<Ground>("select level, parent_code from territory where code = @Code", command, ct);
            if (ground.Level is not (TerritoryLevel.Region or TerritoryLevel.Municipality)) throw new RuleViolation("body.no-place");
            var (region, now) = (ground.Level == TerritoryLevel.Region ? command.Code : ground.ParentCode!, time.GetUtcNow());
            var id = Guid.CreateVersion7(now);
            await command.Card.Demand(id, region, db, ct);
            await db.Execute(BodyWrites.Add, command.Card.Args(new
            {
                Id = id, RegionCode = region, command.Code, command.Kind, Sector = OrganizationKinds.SectorOf(command.Kind), Now = now.UtcDateTime,
            }), ct);
            audit.About(id, region, id, new BodyAdded(command.Kind));
            return new(id, 1);
        }
    }
}
