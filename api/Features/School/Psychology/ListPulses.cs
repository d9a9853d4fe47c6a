using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>The pulses of a school, the latest first; results only of closed ones with at least five answers. At most 40.</summary>
public static class ListPulses
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapGet("/pulses", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListPulses), Permission.PsychologyWork);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Hidden">Closed with fewer than five answers: nothing is shown.</param>
    /// <param name="Results">Null while open, and for ever when hidden.</param>
    public sealed record Item(
        Guid Id, string Title, PulseAudience Audience, DateOnly OpenedOn, DateOnly ClosesOn, PulseStatus Status, int Invited, int Answers, bool Hidden,
        IReadOnlyList<Result>? Results);

    /// <param name="Statement">Code of the dictionary `pulse-statement`.</param>
    /// <param name="Counts">Answers 1 to 5.</param>
    /// <param name="Mean">Of the answers, to two digits.</param>
    public sealed record Result(string Statement, IReadOnlyList<int> Counts, decimal Mean);

    sealed record Row
    {
        public Guid Id { get; init; }
        public required string Title { get; init; }
        public PulseAudience Audience { get; init; }
        public string[] Statements { get; init; } = [];
        public DateOnly OpenedOn { get; init; }
        public DateOnly ClosesOn { get; init; }
        public PulseStatus Status { get; init; }
        public int Invited { get; init; }
        public int Answers { get; init; }
    }

    sealed record Tally(Guid PulseId, string Statement, int Score, int Answers);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.Many(Sql, new { query.OrganizationId, Fewest = Pulse.FewestShown }, async Task<IReadOnlyList<Item>> (rows) =>
            {
                var pulses = await rows.ReadAsync<Row>();
                var tallies = (await rows.ReadAsync<Tally>()).ToLookup(t => (t.PulseId, t.Statement));
                return [.. pulses.Select(p => new Item(p.Id, p.Title, p.Audience, p.OpenedOn, p.ClosesOn, p.Status, p.Invited, p.Answers,
                    p.Status == PulseStatus.Closed && p.Answers < Pulse.FewestShown,
                    Pulse.Shows(p.Status, p.Answers)
                        ? [.. p.Statements.Select(code => Of(code, [.. tallies[(p.Id, code)].OrderBy(t => t.Score).Select(t => t.Answers)]))] : null))];
            }, ct);
        }

        static Result Of(string statement, int[] counts) => new(statement, counts, Pulse.Mean(counts));
    }

    const string Sql = """
        select id, title, audience, statements, opened_on, closes_on, status, invited, answers
          from pulse where organization_id = @OrganizationId order by opened_on desc, id desc limit 40;

        select t.pulse_id, t.statement, t.score, t.answers
          from pulse_tally t join pulse p on p.id = t.pulse_id
         where t.organization_id = @OrganizationId and p.status = 'Closed' and p.answers >= @Fewest;
        """;
}
