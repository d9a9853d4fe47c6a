using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>A body puts a resource on the map of its region.</summary>
public static class AddResource
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPost("", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(organizationId, body.Card), ct);
                return TypedResults.Created($"/api/v1/resources/{made.Id}", made);
            })
            .Operation(nameof(AddResource), Permission.ResourceManage);

    public sealed record Body(ResourceCard Card);

    public sealed record Command(Guid OrganizationId, ResourceCard Card) : ICommand<ResourceState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new ResourceCard.Validator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourceState>
    {
        public async Task<ResourceState> Handle(Command command, CancellationToken ct)
        {
            var body = await ResourceReach.DemandBody(command.OrganizationId, db, caller, ct);
            await command.Card.Demand(db, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Sql, command.Card.Args(new { body.RegionCode, Id = id, BodyId = body.OrganizationId, Now = now.UtcDateTime, By = caller.Id }), ct);
            audit.About(body.OrganizationId, body.RegionCode, id, new ResourceAdded(command.Card.Kind));
            return new(id, ResourceStatus.Offered, 1);
        }
    }

    const string Sql = """
        insert into resource (region_code, id, body_id, kind_code, title, about, host, areas, sectors, format, is_open, starts_on, ends_on, website, contact,
            status, created_at, created_by, updated_at)
        values (@RegionCode, @Id, @BodyId, @Kind, @Title, @About, @Host, @Areas, @Sectors, @Format, @IsOpen, @StartsOn, @EndsOn, @Website, @Contact,
            'Offered', @Now, @By, @Now)
        """;
}
