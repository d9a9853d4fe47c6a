using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>Takes a step in the life of a provision: begun, provided, reopened, withdrawn.</summary>
public static class MoveProvision
{
    public static void Map(RouteGroupBuilder provisions) =>
        provisions.MapPost("/{provisionId:guid}/move", async (Guid provisionId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(provisionId, body.Version, body.Step), ct)))
            .Operation(nameof(MoveProvision), Permission.SetupWrite);

    public sealed record Body(int Version, ProvisionStep Step);

    public sealed record Command(Guid Id, int Version, ProvisionStep Step) : ICommand<Result>;

    public sealed record Result(ProvisionStatus Status, int Version);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await ProvisionRow.Lock(db, command.Id, command.Version, ct);
            var next = ProvisionLifecycle.Steps.Next(row.Status, command.Step);
            await db.ExecuteOne("update provision set status = @Status, provided_on = @ProvidedOn, updated_at = @Now, version = version + 1 where id = @Id", new
            {
                command.Id, Status = next.ToString(), ProvidedOn = next == ProvisionStatus.Provided ? RegionTime.Today(row.TimeZone, time) : (DateOnly?)null,
                Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new ProvisionMoved(command.Step));
            return new(next, row.Version + 1);
        }
    }
}
