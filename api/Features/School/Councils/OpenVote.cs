using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The chair puts a proposed decision to the vote.</summary>
public static class OpenVote
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/decisions/{decisionId:guid}/open-vote", async (Guid decisionId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(decisionId, body.Version), ct)))
            .Operation(nameof(OpenVote), Permission.CouncilLead);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<CouncilState<DecisionStatus>>;

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, CouncilState<DecisionStatus>>
    {
        public async Task<CouncilState<DecisionStatus>> Handle(Command command, CancellationToken ct)
        {
            var (decision, meeting) = await CouncilDecisionRow.Lock(db, command.Id, command.Version, ct);
            meeting.MustBeInSession();
            return await decision.Take(DecisionStep.OpenVote, null, meeting, db, audit, ct);
        }
    }
}
