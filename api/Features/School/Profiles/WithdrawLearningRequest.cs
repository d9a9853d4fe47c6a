using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Takes a learning request back.</summary>
public static class WithdrawLearningRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/withdraw", async (Guid learningRequestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(learningRequestId, body.Version), ct)))
            .Operation(nameof(WithdrawLearningRequest), Permission.ProfileOwn);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<LearningRequestState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, LearningRequestState>
    {
        public async Task<LearningRequestState> Handle(Command command, CancellationToken ct) =>
            await (await LearningRequestRow.Lock(db, command.Id, command.Version, ct)).MustBeOf(caller).Take(LearningRequestStep.Withdraw, db, audit, time, ct);
    }
}
