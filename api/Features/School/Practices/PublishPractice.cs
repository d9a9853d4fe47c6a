using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>Puts a selected practice into the school's catalogue; the one that it replaces is superseded at once.</summary>
public static class PublishPractice
{
    public static void Map(RouteGroupBuilder practices) =>
        practices.MapPost("/publish", async (Guid practiceId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(practiceId, body.Version), ct)))
            .Operation(nameof(PublishPractice), Permission.PracticeManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<PracticeState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PracticeState>
    {
        public async Task<PracticeState> Handle(Command command, CancellationToken ct)
        {
            var practice = await PracticeRow.Lock(db, caller, command.Id, command.Version, ct);
            var next = await practice.Take(PracticeStep.Publish, db, audit, time, ct);
            if (practice.SupersedesId is { } earlier)
            {
                var replaced = await PracticeRow.Lock(db, caller, earlier, null, ct);
                if (replaced.Status == PracticeStatus.Published) await replaced.Take(PracticeStep.Supersede, db, audit, time, ct);
            }

            return next;
        }
    }
}
