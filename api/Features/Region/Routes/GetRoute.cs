using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>A route as a whole, to its teacher; to whoever was let in without the reflections that are private.</summary>
public static class GetRoute
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapGet("", async (Guid routeId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(routeId), ct)))
            .Operation(nameof(GetRoute), Permission.RouteOwn);

    public sealed record Query(Guid RouteId) : IQuery<Result>;

    /// <param name="Own">The caller's own: others change nothing.</param>
    /// <param name="Moves">The steps that its teacher may take now.</param>
    /// <param name="Goals">Of programs, that findings were taken from, as they stand there now.</param>
    /// <param name="Pasts">Where it was before, the earliest first.</param>
    public sealed record Result(
        Route Route, bool Own, IReadOnlyList<RouteStatus> Moves, IReadOnlyList<RouteWarning> Warnings, IReadOnlyList<Finding> Findings,
        IReadOnlyList<RouteGoal> Goals, IReadOnlyList<Alternative> Alternatives, IReadOnlyList<Activity> Activities, IReadOnlyList<Product> Products,
        IReadOnlyList<Version> Versions, IReadOnlyList<Reflection> Reflections, IReadOnlyList<Comment> Comments, IReadOnlyList<Past> Pasts);

    /// <param name="EndsOn">The last day.</param>
    public sealed record Route(
        Guid Id, Guid PersonId, string PersonName, Guid OrganizationId, string OrganizationName, RouteStatus Status, DateOnly StartsOn, DateOnly EndsOn,
        string Image, string? CloseReason, int Revision);

    /// <param name="LevelBefore">0 to 100.</param>
    /// <param name="DiagnosisId">That it was taken from.</param>
    /// <param name="GoalId">That it was taken from: one of `goals` while its program has it.</param>
    public sealed record Finding(
        Guid Id, FindingKind Kind, string AreaCode, string Text, int? LevelBefore, Guid? DiagnosisId, Guid? GoalId, DateOnly? ClosedOn);

    public sealed record Alternative(string Title, string Gains, string Costs, bool Chosen, string? Motive);

    public sealed record Activity
    {
        public required Guid Id { get; init; }
        public required RoadmapSection Section { get; init; }
        public required string Title { get; init; }
        public required string[] AreaCodes { get; init; } = [];
        public required Guid[] FindingIds { get; init; } = [];
        public required DateOnly StartsOn { get; init; }
        public required DateOnly EndsOn { get; init; }
        public required string? Resources { get; init; }

        /// <summary>What it is expected to end with.</summary>
        public required string Product { get; init; }
        public required Guid? ProgramId { get; init; }

        /// <summary>Of the resource map, where it was taken from it.</summary>
        public required Guid? ResourceId { get; init; }

        /// <summary>The run of it that is meant.</summary>
        public required Guid? ResourceRunId { get; init; }
        public required RouteActivityStatus Status { get; init; }
        public required string? StatusReason { get; init; }
        public required DateOnly? DoneOn { get; init; }
    }

    /// <param name="Attitude">1 to 5.</param>
    public sealed record Product(
        Guid Id, Guid ActivityId, string KindCode, string Title, string? FileName, string? Link, string? Text, string? Presented, DateOnly? PresentedOn,
        string? SeenBy, int Attitude, string AttitudeWords, DateTime AddedAt);

    public sealed record Version(int Number, CorrectionReason Reason, string Words, DateTime MadeAt);

    /// <param name="Closeness">Per cent.</param>
    public sealed record Reflection(
        Guid Id, Guid? FindingId, DateOnly MadeOn, int Closeness, int? Meaning, int? Motivation, string Words, bool Shared);

    public sealed record Comment(Guid Id, Guid? ActivityId, bool ByTeacher, string Text, DateTime MadeAt);

    /// <summary>Where the route was before its teacher's main work moved.</summary>
    /// <param name="Since">Its first day there.</param>
    /// <param name="Until">The first day at the next organization.</param>
    public sealed record Past(string OrganizationName, DateOnly Since, DateOnly Until);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, new { query.RouteId, Now = time.GetUtcNow().UtcDateTime }, async rows =>
        {
            var route = await rows.ReadSingleOrDefaultAsync<Route>() ?? throw new Platform.NotFound();
            var own = route.PersonId == caller.Scope.Person;
            return new Result(route, own, own ? RouteLife.Moves.From(route.Status) : [], RouteLife.Warnings(route.StartsOn, route.EndsOn),
                [.. await rows.ReadAsync<Finding>()], [.. await rows.ReadAsync<RouteGoal>()], [.. await rows.ReadAsync<Alternative>()],
                [.. await rows.ReadAsync<Activity>()], [.. await rows.ReadAsync<Product>()], [.. await rows.ReadAsync<Version>()],
                [.. await rows.ReadAsync<Reflection>()], [.. await rows.ReadAsync<Comment>()], [.. await rows.ReadAsync<Past>()]);
        }, ct);
    }

    const string Sql = $"""
        select r.id, r.person_id, coalesce(person_name(p), '') person_name, r.organization_id, o.name_short organization_name, r.status, r.starts_on, r.ends_on,
               r.image, case when r.person_id = (select nullif(current_setting('scope.person', true), '')::uuid) then r.close_reason end close_reason,
               r.version revision
          from route r join organization o on o.id = r.organization_id left join person p on p.id = r.person_id where r.id = @RouteId;
        select id, kind, area_code, text, level_before, diagnosis_id, goal_id, closed_on from route_finding
         where route_id = @RouteId and dropped_at is null order by position, id;
        select {RouteGoal.Columns} from route_goals(@RouteId, @Now)
         where taken and exists (select from route_finding where route_id = @RouteId and goal_id is not null and dropped_at is null);
        select title, gains, costs, chosen, motive from route_alternative where route_id = @RouteId order by position;
        select id, section, title, area_codes, finding_ids, starts_on, ends_on, resources, product, program_id, resource_id, resource_run_id, status,
               status_reason, done_on
          from route_activity where route_id = @RouteId and dropped_at is null order by section, starts_on, position, id;
        select p.id, p.activity_id, p.kind_code, p.title, f.name file_name, p.link, p.text, p.presented, p.presented_on, p.seen_by, p.attitude,
               p.attitude_words, p.added_at
          from route_product p left join stored_file f on f.region_code = p.region_code and f.id = p.file_id
         where p.route_id = @RouteId and p.withdrawn_at is null order by p.added_at desc, p.id;
        select number, reason, words, made_at from route_version where route_id = @RouteId order by number desc;
        select id, finding_id, made_on, closeness, meaning, motivation, words, shared from route_reflection
         where route_id = @RouteId order by made_at desc, id;
        select id, activity_id, author_id = person_id by_teacher, text, made_at from route_comment where route_id = @RouteId order by made_at, id;
        select o.name_short organization_name, p.since, p.until from route_past p join organization o on o.id = p.organization_id
         where p.route_id = @RouteId order by p.number;
        """;
}
