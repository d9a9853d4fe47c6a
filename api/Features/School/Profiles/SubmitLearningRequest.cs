using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Hands a learning request to the school.</summary>
public static class SubmitLearningRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/submit", async (Guid learningRequestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(learningRequestId, body.Version), ct)))
            .Operation(nameof(SubmitLearningRequest), Permission.ProfileOwn);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<LearningRequestState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, LearningRequestState>
    {
        public async Task<LearningRequestState> Handle(Command command, CancellationToken ct) =>
            await (await LearningRequestRow.Lock(db, command.Id, command.Version, ct)).MustBeOf(caller).Take(LearningRequestStep.Submit, db, audit, time, ct);
    }
}
