using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>A resource is offered no more: nobody finds it, and it goes into no more routes; runs that people have places in go on.</summary>
public static class WithdrawResource
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPost("/{resourceId:guid}/withdraw", async (Guid organizationId, Guid resourceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, resourceId, body.Version), ct)))
            .Operation(nameof(WithdrawResource), Permission.ResourceManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid ResourceId, int Version) : ICommand<ResourceState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourceState>
    {
        public async Task<ResourceState> Handle(Command command, CancellationToken ct)
        {
            var row = await ResourceRow.Lock(db, caller, command.OrganizationId, command.ResourceId, command.Version, ct);
            return await ResourceSteps.Take(row, ResourceStep.Withdraw, db, audit, time, ct);
        }
    }
}
