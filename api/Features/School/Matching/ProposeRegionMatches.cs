using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// Makes the best proposal across all schools of a region. Each school finds the pairs of its own mentees among its proposals; the region reads
/// sums alone (decision 0010).
/// </summary>
public static class ProposeRegionMatches
{
    public static void Map(RouteGroupBuilder region) =>
        region.MapPost("/runs", async (string territoryCode, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(territoryCode), ct);
                return TypedResults.Created($"/api/v1/territories/{territoryCode}/matching", made);
            })
            .Operation(nameof(ProposeRegionMatches), Permission.MatchRegion);

    public sealed record Command(string Code) : ICommand<Result>;

    /// <param name="Across">Pairs with a mentor of another school.</param>
    public sealed record Result(Guid Id, int Mentees, int Mentors, int Pairs, int Across);

    public sealed class Handler(IServiceScopeFactory scopes, Caller caller, Audit audit) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReachRegion(command.Code);
            // The proposal is made from rows that the caller may not read: the platform makes it, and the caller gets the sums.
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeJob(nameof(ProposeRegionMatches));
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new Work(command.Code, caller.Id), ct);
            audit.AboutPlatform(new RegionMatchesProposed(command.Code, result.Id, result.Pairs));
            return result;
        }
    }

    public sealed record Work(string Code, string By) : ICommand<Result>;

    sealed record School(Guid Id);

    public sealed class Worker(Db db, Audit audit, TimeProvider time) : IRequestHandler<Work, Result>
    {
        public async Task<Result> Handle(Work work, CancellationToken ct)
        {
            var schools = await db.List<School>("select id from organization where region_code = @Code and closed_on is null", work, ct);
            var facts = await MatchFacts.OfSchools(db, [.. schools.Select(school => school.Id)], time, ct);
            var lot = MatchLot.Draw();
            var plan = MatchPlan.Of(facts.Input with { Lot = lot });
            var at = facts.Mentors.ToDictionary(mentor => mentor.PersonId, mentor => mentor.OrganizationId);
            var of = facts.Mentees.ToDictionary(mentee => mentee.PersonId, mentee => mentee.OrganizationId);
            bool IsAcross(ProposedPair pair) => at[pair.MentorId] != of[pair.MenteeId];

            var now = time.GetUtcNow();
            var result = new Result(Guid.CreateVersion7(now), facts.Mentees.Count, facts.Mentors.Count, plan.Pairs.Count, plan.Pairs.Count(IsAcross));
            await db.Execute(InsertRun,
                new { result.Id, work.Code, Now = now.UtcDateTime, work.By, result.Mentees, result.Mentors, result.Pairs, result.Across, lot }, ct);
            var helps = plan.Pairs.Where(IsAcross).CountBy(pair => at[pair.MentorId]).ToDictionary();
            foreach (var school in of.Values.Concat(helps.Keys).Distinct())
            {
                var pairs = plan.Pairs.Where(pair => of[pair.MenteeId] == school).ToList();
                var left = plan.LeftOut.Where(one => of[one.MenteeId] == school).ToList();
                await db.Execute(InsertSum, new
                {
                    result.Id, School = school, work.Code, Mentees = pairs.Count + left.Count, Pairs = pairs.Count, Across = pairs.Count(IsAcross),
                    Helps = helps.GetValueOrDefault(school),
                }, ct);
                if (pairs.Count + left.Count == 0) continue;
                var run = await MatchRuns.Keep(db, facts, school, work.Code, work.By, now, result.Id, lot, pairs, left, ct);
                audit.About(school, work.Code, run, new SchoolMatchesProposed(pairs.Count));
            }

            if (of.Count == 0) audit.AboutPlatform(new RegionWithoutMatches(work.Code, 0));
            return result;
        }
    }

    const string InsertRun = """
        insert into match_region_run (id, region_code, made_at, made_by, mentees, mentors, pairs, across, lot)
        values (@Id, @Code, @Now, @By, @Mentees, @Mentors, @Pairs, @Across, @lot)
        """;

    const string InsertSum = """
        insert into match_region_sum (run_id, organization_id, region_code, mentees, pairs, across, helps)
        values (@Id, @School, @Code, @Mentees, @Pairs, @Across, @Helps)
        """;
}
