using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>The caller's own measures in the programs that the caller takes or took part in, with what changed.</summary>
public static class ListOwnImpact
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapGet("/impact", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .WithDescription("Programs that run first, then the latest.")
            .Operation(nameof(ListOwnImpact), Permission.ImpactRead);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Title">Of the program.</param>
    /// <param name="Partners">Names of the other participants.</param>
    /// <param name="Today">The day at the school.</param>
    /// <param name="Own">The caller's measures.</param>
    public sealed record Item(
        Guid ProgramId, string Title, string OrganizationName, ProgramStatus Status, IReadOnlyList<string> Partners, DateOnly Today, ImpactParticipant Own);

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }
        public required string OrganizationName { get; init; }
        public required ProgramStatus Status { get; init; }
        public required string[] Partners { get; init; } = [];
        public required string TimeZone { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var (programs, takings) = await db.Many(Sql, new { caller.Person },
                async read => ((await read.ReadAsync<Row>()).ToList(), (await read.ReadAsync<ImpactTaking>()).ToLookup(row => row.ProgramId)), ct);
            var instruments = await ImpactTaking.Instruments(db, ct);
            return [.. from program in programs from own in ImpactTaking.Participants(takings[program.Id], caller.Person, instruments)
                       select new Item(program.Id, program.Title, program.OrganizationName, program.Status, program.Partners,
                           RegionTime.Today(program.TimeZone, time), own)];
        }
    }

    const string Sql = $"""
        select p.id, p.title, o.name_short organization_name, p.status,
               (select coalesce(array_agg(e.person_name order by e.person_name), array[]::text[]) from program_participant e
                 where e.region_code = p.region_code and e.program_id = p.id and e.person_id <> @Person and e.left_on is null) partners, z.time_zone
          from program p join program_participant i on i.region_code = p.region_code and i.program_id = p.id and i.person_id = @Person
          join organization o on o.id = p.organization_id join organization_zone z on z.place_id = p.organization_id
         where p.activated_at is not null
         order by p.status not in ('Active', 'Paused'), p.starts_on desc, p.id;

        select {ImpactTaking.Columns} {ImpactTaking.From}
         where i.person_id = @Person
        """;
}
