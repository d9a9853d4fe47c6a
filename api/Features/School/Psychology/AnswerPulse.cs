using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Counts an answer to a pulse. What is kept is that the person answered, and counts; never who answered what.</summary>
public static class AnswerPulse
{
    public static void Map(RouteGroupBuilder mine) =>
        mine.MapPost("/pulses/{pulseId:guid}/answer", async (Guid pulseId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(pulseId, body.Scores), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(AnswerPulse), Permission.PulseAnswer);

    /// <param name="Scores">One for each statement of the pulse, 1 (not at all) to 5 (fully).</param>
    public sealed record Body(IReadOnlyList<Score> Scores);

    public sealed record Score(string Statement, int Value);

    // A secret: neither an idempotency key nor a trail may keep a hash of what was answered.
    public sealed record Command(Guid Id, IReadOnlyList<Score> Scores) : ICommand<Result>, ISecret;

    public sealed record Result(bool Counted);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(c => c.Scores).Must(score => score.Value is >= 1 and <= 5);
            RuleFor(c => c.Scores).Must(scores => scores.DistinctBy(s => s.Statement).Count() == scores.Count);
        }
    }

    sealed record Row(Guid OrganizationId, string RegionCode, PulseStatus Status, DateOnly ClosesOn, string TimeZone);

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var pulse = await db.One<Row>(Find, new { command.Id, caller.Person }, ct);
            if (pulse.Status != PulseStatus.Open || pulse.ClosesOn < RegionTime.Today(pulse.TimeZone, time)) throw new RuleViolation("pulse.closed");
            if (await db.Execute("update pulse_invitation set answered = true where pulse_id = @Id and person_id = @Person and not answered",
                new { command.Id, caller.Person }, ct) != 1)
                throw new RuleViolation("pulse.answered");
            await db.ExecuteOne("update pulse set answers = answers + 1 where id = @Id", command, ct);
            var counted = await db.Execute(Count, new
            {
                command.Id, Statements = command.Scores.Select(s => s.Statement).ToArray(), Values = command.Scores.Select(s => s.Value).ToArray(),
            }, ct);
            if (counted != command.Scores.Count || counted != await db.One<int>("select cardinality(statements) from pulse where id = @Id", command, ct))
                throw new BadInput("pulse.incomplete") { Pointer = "/scores" };
            audit.About(pulse.OrganizationId, pulse.RegionCode, command.Id, new PulseAnswered());
            return new(true);
        }
    }

    const string Find = """
        select p.organization_id, p.region_code, p.status, p.closes_on, t.time_zone
          from pulse p join pulse_invitation i on i.pulse_id = p.id and i.person_id = @Person join organization_zone t on t.place_id = p.organization_id
         where p.id = @Id for update of p
        """;

    const string Count = """
        update pulse_tally t set answers = t.answers + 1
          from unnest(@Statements::text[], @Values::int[]) s(statement, score)
         where t.pulse_id = @Id and t.statement = s.statement and t.score = s.score
        """;
}
