using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Signals of a school's programs that the pairs have had time to explain; those to decide first.</summary>
public static class ListSignals
{
    public static void Map(RouteGroupBuilder signals) =>
        signals.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListSignals), Permission.RiskRead);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="TooEarly">Programs in force for under 30 days, of which nothing can be told yet.</param>
    public sealed record Result(IReadOnlyList<SignalView> Items, int TooEarly);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var today = place.Today(time);
            return await db.Many(Sql, new { query.OrganizationId, Today = today, place.TimeZone, Early = today.AddDays(-Signals.EarlyDays) }, async rows =>
                new Result((await rows.ReadAsync<SignalView>()).ToList(), await rows.ReadSingleAsync<int>()), ct);
        }
    }

    const string Sql = $"""
        select {SignalView.Columns}
          from risk_signal s join program p on p.id = s.program_id
         where s.organization_id = @OrganizationId and s.shown_on <= @Today
         order by s.status not in ('Raised', 'Explained'), s.raised_on, s.id limit 500;

        select count(*)::int from program where organization_id = @OrganizationId and status = 'Active'
               and (activated_at at time zone @TimeZone)::date > @Early;
        """;
}
