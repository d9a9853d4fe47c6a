using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>Calls a run off; whoever has a place in it is told why.</summary>
public static class CallOffResourceRun
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPost("/{resourceId:guid}/runs/{runId:guid}/call-off",
                async (Guid organizationId, Guid resourceId, Guid runId, Body body, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Command(organizationId, resourceId, runId, body.Version, body.Reason), ct)))
            .Operation(nameof(CallOffResourceRun), Permission.ResourceManage);

    /// <param name="Reason">Why, in words that whoever has a place reads; at most 500 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid OrganizationId, Guid ResourceId, Guid RunId, int Version, string Reason) : ICommand<ResourceRunState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourceRunState>
    {
        public async Task<ResourceRunState> Handle(Command command, CancellationToken ct)
        {
            var run = await ResourceRunRow.Lock(db, caller, command.OrganizationId, command.ResourceId, command.RunId, command.Version, ct);
            await db.ExecuteOne("""
                update resource_run set called_off_at = @Now, called_off_reason = @Reason, version = version + 1
                 where region_code = @RegionCode and id = @Id
                """, new { run.RegionCode, run.Id, Now = time.GetUtcNow().UtcDateTime, Reason = command.Reason.Trim() }, ct);
            audit.About(run.BodyId, run.RegionCode, run.Id, new ResourceRunCalledOff(run.ResourceId));
            return new(run.Id, run.Version + 1);
        }
    }
}
