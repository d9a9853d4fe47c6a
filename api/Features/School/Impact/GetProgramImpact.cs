using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Who of a program has measured before and after, what changed where it is open to the reader, and who has settled in.</summary>
public static class GetProgramImpact
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapGet("/impact", async (Guid programId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(programId), ct)))
            .WithDescription("Answers are their author's own: others see that they were given, and the scores that the author shares.")
            .Operation(nameof(GetProgramImpact), Permission.ImpactRead);

    public sealed record Query(Guid ProgramId) : IQuery<Result>;

    /// <param name="Today">The day at the school.</param>
    /// <param name="EndsOn">The last day of the program as planned.</param>
    /// <param name="MaySayAdapted">The caller is one of the pair: a mentor says it of each mentee, a mentee of oneself.</param>
    /// <param name="Adaptations">Of each mentee of whom it was said.</param>
    public sealed record Result(
        Guid ProgramId, DateOnly Today, DateOnly StartsOn, DateOnly EndsOn, bool MaySayAdapted, IReadOnlyList<ImpactParticipant> Participants,
        IReadOnlyList<AdaptationState> Adaptations);

    sealed record Row(DateOnly StartsOn, DateOnly EndsOn, string TimeZone);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var (program, takings, adaptations) = await db.Many(Sql, new { query.ProgramId, caller.Scope.Person }, async read => (
                (await read.ReadAsync<Row>()).FirstOrDefault() ?? throw new NotFound(), (await read.ReadAsync<ImpactTaking>()).ToList(),
                (await read.ReadAsync<AdaptationRow>()).Select(row => row.State).ToList()), ct);
            var participants = ImpactTaking.Participants(takings, caller.Scope.Person, await ImpactTaking.Instruments(db, ct));
            return new(query.ProgramId, RegionTime.Today(program.TimeZone, time), program.StartsOn, program.EndsOn,
                participants.Any(one => one.IsOwn), participants, adaptations);
        }
    }

    const string Sql = $"""
        select p.starts_on, p.ends_on, z.time_zone from program p join organization_zone z on z.place_id = p.organization_id where p.id = @ProgramId;

        select {ImpactTaking.Columns} {ImpactTaking.From}
         where p.id = @ProgramId;

        {AdaptationRow.Sql} where a.program_id = @ProgramId order by a.person_id
        """;
}
