using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Signals of the caller's own programs, from the day on which they were raised.</summary>
public static class ListMySignals
{
    public static void Map(RouteGroupBuilder mine) =>
        mine.MapGet("/", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .Operation(nameof(ListMySignals), Permission.RiskRead);

    public sealed record Query : IQuery<Result>;

    /// <param name="TooEarly">Own programs of which nothing can be told yet.</param>
    public sealed record Result(IReadOnlyList<SignalView> Items, IReadOnlyList<EarlyProgram> TooEarly);

    /// <param name="TellsFrom">The first day on which signs are looked for.</param>
    public sealed record EarlyProgram(Guid ProgramId, string Title, DateOnly TellsFrom);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct)
        {
            var args = new { Programs = caller.Scope.Programs.ToArray(), Now = time.GetUtcNow().UtcDateTime, Signals.EarlyDays };
            return db.Many(Sql, args, async rows =>
                new Result((await rows.ReadAsync<SignalView>()).ToList(), (await rows.ReadAsync<EarlyProgram>()).ToList()), ct);
        }
    }

    const string Sql = $"""
        select {SignalView.Columns}
          from risk_signal s join program p on p.id = s.program_id
         where s.program_id = any(@Programs) and s.status in ('Raised', 'Explained', 'Confirmed')
         order by s.raised_on desc, s.id limit 100;

        select p.id program_id, p.title, (p.activated_at at time zone t.time_zone)::date + @EarlyDays tells_from
          from program p join organization_zone t on t.place_id = p.organization_id
         where p.id = any(@Programs) and p.status = 'Active' and p.activated_at > @Now::timestamptz - make_interval(days => @EarlyDays)
         order by p.title, p.id;
        """;
}
