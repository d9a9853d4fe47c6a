using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Somebody of the body takes a question, or takes it over from a colleague; the asker learns who answers.</summary>
public static class TakeHelpRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/take", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(requestId, body.Version), ct)))
            .Operation(nameof(TakeHelpRequest), Permission.HelpAnswer);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<HelpState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpState>
    {
        public async Task<HelpState> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpRow.Lock(db, command.Id, command.Version, time, ct);
            request.Demand(HelpStep.Take, caller);
            await request.Save("status = 'Taken', taken_by = @By, taken_by_name = @Name, taken_at = @Now",
                new { By = caller.Id, caller.Name, Now = time.GetUtcNow().UtcDateTime }, db, ct);
            await request.Write(HelpEntryKind.Step, "", db, caller, time, ct, HelpStep.Take);
            audit.About(request.OrganizationId, request.RegionCode, request.Id, new HelpMoved(HelpStep.Take));
            return request.After(HelpStep.Take);
        }
    }
}
