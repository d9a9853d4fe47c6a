using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Who is or will be a mentee, with the readiness checks of each.</summary>
public static class ListReadiness
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapGet("/readiness", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListReadiness), Permission.PsychologyWork);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Programs">Programs that are not over, in which the person is a mentee.</param>
    /// <param name="Checks">The latest first; empty while none was made.</param>
    public sealed record Item(Guid PersonId, string Name, int Programs, IReadOnlyList<Check> Checks);

    public sealed record Check
    {
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required DateOnly CheckedOn { get; init; }
        public required int Motivation { get; init; }
        public required int Openness { get; init; }
        public required int OwnHandwriting { get; init; }
        public required int Reflection { get; init; }
        public required ReadinessConclusion Conclusion { get; init; }
        public required string Recommendation { get; init; }
        public required string[] Methods { get; init; }
    }

    sealed record Row(Guid PersonId, string Name, int Programs);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.Many(Sql, query, async Task<IReadOnlyList<Item>> (rows) =>
            {
                var people = await rows.ReadAsync<Row>();
                var checks = (await rows.ReadAsync<Check>()).ToLookup(c => c.PersonId);
                return [.. people.Select(p => new Item(p.PersonId, p.Name, p.Programs, [.. checks[p.PersonId]]))];
            }, ct);
        }
    }

    const string Sql = """
        with mentees as (
            select part.person_id, count(*)::int programs
              from program pr join program_participant part on part.program_id = pr.id and part.role = 'Mentee' and part.left_on is null
             where pr.organization_id = @OrganizationId and pr.status in ('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')
             group by part.person_id)
        select p.id person_id, person_name(p) name, coalesce(m.programs, 0) programs
          from person p
          left join mentees m on m.person_id = p.id
         where m.person_id is not null or exists (select from readiness_check c where c.organization_id = @OrganizationId and c.person_id = p.id)
         order by exists (select from readiness_check c where c.organization_id = @OrganizationId and c.person_id = p.id), name, p.id;

        select id, person_id, checked_on, motivation, openness, own_handwriting, reflection, conclusion, recommendation, methods
          from readiness_check where organization_id = @OrganizationId order by checked_on desc, id desc;
        """;
}
