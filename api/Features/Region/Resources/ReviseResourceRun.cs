using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>Changes the days or the places of a run; whoever has a place in it is told of other days.</summary>
public static class ReviseResourceRun
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPut("/{resourceId:guid}/runs/{runId:guid}",
                async (Guid organizationId, Guid resourceId, Guid runId, Body body, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Command(organizationId, resourceId, runId, body.Version, body.Days), ct)))
            .Operation(nameof(ReviseResourceRun), Permission.ResourceManage);

    public sealed record Body(int Version, ResourceRunDays Days);

    public sealed record Command(Guid OrganizationId, Guid ResourceId, Guid RunId, int Version, ResourceRunDays Days) : ICommand<ResourceRunState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Days).NotNull().SetValidator(new ResourceRunDays.Validator());
    }

    sealed record Before(DateOnly StartsOn, DateOnly EndsOn);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourceRunState>
    {
        public async Task<ResourceRunState> Handle(Command command, CancellationToken ct)
        {
            var (days, body) = (command.Days, await ResourceReach.DemandBody(command.OrganizationId, db, caller, ct));
            var run = await ResourceRunRow.Lock(db, caller, command.OrganizationId, command.ResourceId, command.RunId, command.Version, ct);
            days.DemandToCome(body.Today(time));
            if (days.Places < run.Taken) throw new BadInput("resource.places-taken") { Pointer = "/days/places" };
            var before = await db.One<Before>("select starts_on, ends_on from resource_run where region_code = @RegionCode and id = @Id", run, ct);
            await db.ExecuteOne("""
                update resource_run set starts_on = @StartsOn, ends_on = @EndsOn, apply_until = @ApplyUntil, places = @Places, version = version + 1
                 where region_code = @RegionCode and id = @Id
                """, new { run.RegionCode, run.Id, days.StartsOn, days.EndsOn, days.ApplyUntil, days.Places }, ct);
            var isMoved = before != new Before(days.StartsOn, days.EndsOn);
            audit.About(run.BodyId, run.RegionCode, run.Id, new ResourceRunRevised(run.ResourceId, days.StartsOn, days.EndsOn, isMoved));
            return new(run.Id, run.Version + 1);
        }
    }
}
