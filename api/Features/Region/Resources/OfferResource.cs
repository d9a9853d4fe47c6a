using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>A withdrawn resource is offered again.</summary>
public static class OfferResource
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPost("/{resourceId:guid}/offer", async (Guid organizationId, Guid resourceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, resourceId, body.Version), ct)))
            .Operation(nameof(OfferResource), Permission.ResourceManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid ResourceId, int Version) : ICommand<ResourceState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourceState>
    {
        public async Task<ResourceState> Handle(Command command, CancellationToken ct)
        {
            var row = await ResourceRow.Lock(db, caller, command.OrganizationId, command.ResourceId, command.Version, ct);
            return await ResourceSteps.Take(row, ResourceStep.Offer, db, audit, time, ct);
        }
    }
}
