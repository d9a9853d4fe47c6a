using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>The pairs of programs that are not over, and those that have an opinion without a program.</summary>
public static class ListPairs
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapGet("/pairs", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListPairs), Permission.PsychologyWork);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="ProgramId">The latest program of the two that is not over; null when there is none.</param>
    /// <param name="Opinion">Null while none was given.</param>
    /// <param name="Ground">What the latest opinion rests on; read by the psychologist alone.</param>
    /// <param name="Version">To be given with the next opinion; 0 while there is none.</param>
    public sealed record Item(
        Guid MentorId, string MentorName, Guid MenteeId, string MenteeName, Guid? ProgramId, string? ProgramTitle, ProgramStatus? ProgramStatus,
        Opinion? Opinion, DateOnly? GivenOn, string? Ground, IReadOnlyList<string> Methods, int Version);

    sealed record Row
    {
        public Guid MentorId { get; init; }
        public required string MentorName { get; init; }
        public Guid MenteeId { get; init; }
        public required string MenteeName { get; init; }
        public Guid? ProgramId { get; init; }
        public string? ProgramTitle { get; init; }
        public ProgramStatus? ProgramStatus { get; init; }
        public Opinion? Opinion { get; init; }
        public DateOnly? GivenOn { get; init; }
        public string? Ground { get; init; }
        public string[] Methods { get; init; } = [];
        public int Version { get; init; }

        public Item Item => new(
            MentorId, MentorName, MenteeId, MenteeName, ProgramId, ProgramTitle, ProgramStatus, Opinion, GivenOn, Ground, Methods, Version);
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            return [.. (await db.List<Row>(Sql, query, ct)).Select(row => row.Item)];
        }
    }

    const string Sql = $"""
        with running as (
            select distinct on (a.person_id, b.person_id) a.person_id mentor_id, b.person_id mentee_id, pr.id program_id, pr.title program_title,
                   pr.status program_status
              from program pr
              join program_participant a on a.program_id = pr.id and a.role = 'Mentor' and a.left_on is null
              join program_participant b on b.program_id = pr.id and b.role = 'Mentee' and b.left_on is null
             where pr.organization_id = @OrganizationId and pr.status in ('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')
             order by a.person_id, b.person_id, pr.starts_on desc, pr.id),
        pairs as (
            select coalesce(r.mentor_id, c.mentor_id) mentor_id, coalesce(r.mentee_id, c.mentee_id) mentee_id, r.program_id, r.program_title, r.program_status,
                   c.opinion, c.given_on, coalesce(c.version, 0) version
              from running r
              full join (select * from compatibility_opinion where organization_id = @OrganizationId) c on c.mentor_id = r.mentor_id
                  and c.mentee_id = r.mentee_id)
        select x.mentor_id, {Names.Mentor} mentor_name, x.mentee_id, {Names.Mentee} mentee_name, x.program_id, x.program_title, x.program_status,
               x.opinion, x.given_on, g.ground, coalesce(g.methods, array[]::text[]) methods, x.version
          from pairs x
          left join person m on m.id = x.mentor_id
          left join person n on n.id = x.mentee_id
          left join compatibility_ground g on g.organization_id = @OrganizationId and g.mentor_id = x.mentor_id and g.mentee_id = x.mentee_id
              and g.number = x.version
         order by x.opinion is not null, x.given_on desc, mentor_name, mentee_name, x.mentee_id
        """;

    // A participant from another school is known by the name that the program shows.
    static class Names
    {
        public const string Mentor = """
            coalesce(nullif(person_name(m), ''),
                (select person_name from program_participant z where z.program_id = x.program_id and z.person_id = x.mentor_id), '—')
            """;
        public const string Mentee = """
            coalesce(nullif(person_name(n), ''),
                (select person_name from program_participant z where z.program_id = x.program_id and z.person_id = x.mentee_id), '—')
            """;
    }
}
