using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>A resource gets a run: days, places and the last day on which they can be taken.</summary>
public static class OpenResourceRun
{
    public static void Map(RouteGroupBuilder resources) =>
        resources.MapPost("/{resourceId:guid}/runs", async (Guid organizationId, Guid resourceId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(organizationId, resourceId, body.Days), ct);
                return TypedResults.Created($"/api/v1/resources/{resourceId}", made);
            })
            .Operation(nameof(OpenResourceRun), Permission.ResourceManage);

    public sealed record Body(ResourceRunDays Days);

    public sealed record Command(Guid OrganizationId, Guid ResourceId, ResourceRunDays Days) : ICommand<ResourceRunState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Days).NotNull().SetValidator(new ResourceRunDays.Validator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, ResourceRunState>
    {
        public async Task<ResourceRunState> Handle(Command command, CancellationToken ct)
        {
            var body = await ResourceReach.DemandBody(command.OrganizationId, db, caller, ct);
            var row = await ResourceRow.Lock(db, caller, command.OrganizationId, command.ResourceId, null, ct);
            ResourceLife.Steps.Next(row.Status, ResourceStep.OpenRun);
            command.Days.DemandToCome(body.Today(time));
            var (days, id) = (command.Days, Guid.CreateVersion7(time.GetUtcNow()));
            await db.Execute("""
                insert into resource_run (region_code, id, resource_id, body_id, starts_on, ends_on, apply_until, places)
                values (@RegionCode, @id, @ResourceId, @BodyId, @StartsOn, @EndsOn, @ApplyUntil, @Places)
                """, new { row.RegionCode, id, ResourceId = row.Id, row.BodyId, days.StartsOn, days.EndsOn, days.ApplyUntil, days.Places }, ct);
            audit.About(row.BodyId, row.RegionCode, id, new ResourceRunOpened(row.Id, days.StartsOn, days.Places));
            return new(id, 1);
        }
    }
}
