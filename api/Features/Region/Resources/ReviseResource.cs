using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>Corrects what is said of a resource.</summary>
public static class ReviseResource
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPut("/{resourceId:guid}", async (Guid organizationId, Guid resourceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, resourceId, body.Version, body.Card), ct)))
            .Operation(nameof(ReviseResource), Permission.ResourceManage);

    public sealed record Body(int Version, ResourceCard Card);

    public sealed record Command(Guid OrganizationId, Guid ResourceId, int Version, ResourceCard Card) : ICommand<ResourceState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new ResourceCard.Validator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourceState>
    {
        public async Task<ResourceState> Handle(Command command, CancellationToken ct)
        {
            var row = await ResourceRow.Lock(db, caller, command.OrganizationId, command.ResourceId, command.Version, ct);
            ResourceLife.Steps.Next(row.Status, ResourceStep.Revise);
            await command.Card.Demand(db, ct);
            await db.ExecuteOne(Sql, command.Card.Args(new { row.RegionCode, row.Id, Now = time.GetUtcNow().UtcDateTime }), ct);
            audit.About(row.BodyId, row.RegionCode, row.Id, new ResourceRevised());
            return new(row.Id, row.Status, row.Version + 1);
        }
    }

    const string Sql = """
        update resource set kind_code = @Kind, title = @Title, about = @About, host = @Host, areas = @Areas, sectors = @Sectors, format = @Format,
               is_open = @IsOpen, starts_on = @StartsOn, ends_on = @EndsOn, website = @Website, contact = @Contact, updated_at = @Now, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
