using System.Text.Json;
using Dapper;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>A proposal as it was made: each pair with its reasons, each mentee left out with the reason.</summary>
public static class GetMatchRun
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapGet("/runs/{runId:guid}", async (Guid organizationId, Guid runId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, runId), ct)))
            .Operation(nameof(GetMatchRun), Permission.MatchManage);

    public sealed record Query(Guid Id, Guid RunId) : IQuery<Result>;

    /// <param name="Pairs">By points.</param>
    /// <param name="Lot">The number of the lot that told apart who has waited equally long; null for runs from before it was drawn.</param>
    public sealed record Result(
        Guid Id, MatchRunKind Kind, DateTime MadeAt, int Mentees, int Mentors, int Points, IReadOnlyList<Pair> Pairs, IReadOnlyList<Left> LeftOut, int? Lot);

    /// <param name="MentorOrganizationName">Where the mentor works; of a proposal for a region it may be another school.</param>
    /// <param name="GroupId">A seat in this group; null for a pair.</param>
    /// <param name="Locked">The curator had settled it.</param>
    /// <param name="Sent">A request between the two is open or was accepted since.</param>
    public sealed record Pair(
        Guid MenteeId, string MenteeName, Guid MentorId, string MentorName, Guid MentorOrganizationId, string MentorOrganizationName, Guid? GroupId,
            bool Locked, bool Sent,
        MatchExplanation Score);

    public sealed record Left(Guid MenteeId, string MenteeName, Unmatched Reason, IReadOnlyList<StopCount> Stops);

    /// <param name="Mentors">How many mentors it rules out.</param>
    public sealed record StopCount(Stop Stop, int Mentors);

    sealed record Head(Guid Id, MatchRunKind Kind, DateTime MadeAt, int Mentees, int Mentors, int Points, int? Lot);

    sealed record Row
    {
        public Guid MenteeId { get; init; }
        public required string MenteeName { get; init; }
        public Guid MentorId { get; init; }
        public required string MentorName { get; init; }
        public Guid MentorOrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public Guid? GroupId { get; init; }
        public bool Locked { get; init; }
        public bool Sent { get; init; }
        public int Points { get; init; }
        public int Difficulties { get; init; }
        public int Subject { get; init; }
        public int Load { get; init; }
        public int Place { get; init; }
        public int Earlier { get; init; }
        public int Opinion { get; init; }
        public string[] Areas { get; init; } = [];
        public string[] Topics { get; init; } = [];
        public string[] Subjects { get; init; } = [];

        public Pair Pair => new(MenteeId, MenteeName, MentorId, MentorName, MentorOrganizationId, OrganizationName, GroupId, Locked, Sent,
            new(Points, Difficulties, Subject, Load, Place, Earlier, Opinion, Areas, Topics, Subjects));
    }

    sealed record LeftRow(Guid MenteeId, string MenteeName, Unmatched Reason, string Stops);

    public sealed class Handler(Db db) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, query, async rows =>
        {
            var run = await rows.ReadSingleOrDefaultAsync<Head>() ?? throw new NotFound();
            var pairs = (await rows.ReadAsync<Row>()).AsList();
            var left = (await rows.ReadAsync<LeftRow>()).AsList();
            return new Result(run.Id, run.Kind, run.MadeAt, run.Mentees, run.Mentors, run.Points, [.. pairs.Select(row => row.Pair)],
                [.. left.Select(row => new Left(row.MenteeId, row.MenteeName, row.Reason, Counts(row.Stops)))], run.Lot);
        }, ct);

        static IReadOnlyList<StopCount> Counts(string stops) =>
            [.. JsonSerializer.Deserialize<Dictionary<string, int>>(stops)!.Select(stop => new StopCount(Enum.Parse<Stop>(stop.Key), stop.Value))
                .OrderByDescending(stop => stop.Mentors).ThenBy(stop => stop.Stop)];
    }

    const string Sql = """
        select id, kind, made_at, mentees, mentors, points, lot from match_run where id = @RunId and organization_id = @Id;
        select p.*, o.name_short organization_name,
               exists (select from match_request r where r.mentee_id = p.mentee_id and r.mentor_id = p.mentor_id and r.status in ('Requested', 'Accepted')) sent
          from match_run_pair p join organization o on o.id = p.mentor_organization_id
         where p.run_id = @RunId and p.organization_id = @Id order by p.points desc, p.mentee_name, p.mentee_id;
        select mentee_id, mentee_name, reason, stops from match_run_left where run_id = @RunId and organization_id = @Id order by mentee_name, mentee_id;
        """;
}
