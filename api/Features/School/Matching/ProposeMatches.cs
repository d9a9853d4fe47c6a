using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// Makes the best proposal for a whole school and keeps it; nobody is asked anything yet. As many mentees as possible get a mentor, then the
/// points are the most that is possible: vetoes, settled pairs, places and groups are kept. Between equals whoever has waited longest comes
/// first, then whoever the lot names, which is kept with the run.
/// </summary>
public static class ProposeMatches
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPost("/runs", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(organizationId), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/matching/runs/{made.Id}", made);
            })
            .Operation(nameof(ProposeMatches), Permission.MatchManage);

    public sealed record Command(Guid OrganizationId) : ICommand<Result>;

    /// <param name="LeftOut">Mentees for whom there is nobody.</param>
    public sealed record Result(Guid Id, int Pairs, int LeftOut);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var region = (await Place.Of(command.OrganizationId, db, caller, ct)).RegionCode;
            var facts = await MatchFacts.OfSchool(db, command.OrganizationId, time, ct);
            var lot = MatchLot.Draw();
            var plan = MatchPlan.Of(facts.Input with { Lot = lot });
            var id = await MatchRuns.Keep(db, facts, command.OrganizationId, region, caller.Id, time.GetUtcNow(), null, lot, plan.Pairs, plan.LeftOut, ct);
            audit.About(command.OrganizationId, region, id, new MatchesProposed(plan.Pairs.Count, plan.LeftOut.Count));
            return new(id, plan.Pairs.Count, plan.LeftOut.Count);
        }
    }
}
