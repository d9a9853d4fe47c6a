using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Incentives;

/// <summary>Whoever proposed an incentive takes the proposal back.</summary>
public static class WithdrawIncentive
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/incentives/{incentiveId:guid}/withdraw", async (Guid incentiveId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(incentiveId, body.Version), ct)))
            .Operation(nameof(WithdrawIncentive), Permission.IncentivePropose);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<CouncilState<IncentiveStatus>>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<IncentiveStatus>>
    {
        public async Task<CouncilState<IncentiveStatus>> Handle(Command command, CancellationToken ct)
        {
            var proposal = await IncentiveRow.Lock(db, command.Id, command.Version, ct);
            if (proposal.ProposedBy != caller.Person) throw new Forbidden("incentive.not-yours");
            return await proposal.Take(IncentiveStep.Withdraw, null, null, db, audit, time, ct);
        }
    }
}
