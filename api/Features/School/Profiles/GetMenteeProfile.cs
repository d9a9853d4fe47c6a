using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>What a mentee wants to learn.</summary>
public static class GetMenteeProfile
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapGet("/mentee-profile", async (Guid organizationId, Guid personId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, personId), ct)))
            .Operation(nameof(GetMenteeProfile), Permission.ProfileOwn);

    public sealed record Query(Guid OrganizationId, Guid PersonId) : IQuery<Result>;

    /// <param name="Own">The profile is the caller's own.</param>
    /// <param name="Profile">Null while the person has written none.</param>
    /// <param name="Difficulties">Open ones, in the mentee's own order of importance.</param>
    /// <param name="Overcome">Difficulties that were closed, the latest first.</param>
    /// <param name="Steps">Reached and planned, in the mentee's order; dropped ones are left out.</param>
    /// <param name="Moves">The statuses that the caller may set now.</param>
    public sealed record Result(
        Guid OrganizationId, Guid PersonId, string Name, bool Own, MenteeProfile? Profile, IReadOnlyList<Difficulty> Difficulties,
            IReadOnlyList<Difficulty> Overcome,
        IReadOnlyList<Step> Steps, IReadOnlyList<MenteeStatus> Moves);

    /// <summary>What a mentee wants to learn.</summary>
    public sealed record MenteeProfile
    {
        public required MenteeStatus Status { get; init; }
        public required string[] Categories { get; init; } = [];
        public required string[] Subjects { get; init; } = [];
        public required bool Remote { get; init; }
        public required string SelfImage { get; init; }
        public required string SelfNow { get; init; }
        public required string Priorities { get; init; }
        public required int Version { get; init; }
    }

    public sealed record Difficulty(Guid Id, string AreaCode, string? TopicCode, string Text, int Level, DateOnly NotedOn, DateOnly? ClosedOn);

    /// <param name="Reflection">What the mentee says of the step once it is reached.</param>
    public sealed record Step(Guid Id, string Text, DateOnly? DueOn, DateOnly? DoneOn, string? Reflection);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, query, async rows =>
        {
            var name = await rows.ReadSingleOrDefaultAsync<string>() ?? throw new NotFound();
            var profile = await rows.ReadSingleOrDefaultAsync<MenteeProfile>();
            var difficulties = (await rows.ReadAsync<Difficulty>()).ToList();
            var steps = (await rows.ReadAsync<Step>()).ToList();
            var manages = caller.Scope.Reaches(query.OrganizationId);
            return new Result(query.OrganizationId, query.PersonId, name, caller.Scope.Person == query.PersonId, profile,
                difficulties.FindAll(d => d.ClosedOn is null), [.. difficulties.Where(d => d.ClosedOn is not null).OrderByDescending(d => d.ClosedOn)], steps,
                profile is null ? [] : [.. Enum.GetValues<MenteeStatus>()
                    .Where(to => MenteeLifecycle.Moves.Allows(profile.Status, to) && (to != MenteeStatus.Matched || manages))]);
        }, ct);
    }

    const string Sql = """
        select person_name(p) from person p
         where p.id = @PersonId and exists (select from employment e where e.organization_id = @OrganizationId and e.person_id = p.id);
        select status, categories, subjects, remote, self_image, self_now, priorities, version
          from mentee_profile where organization_id = @OrganizationId and person_id = @PersonId;
        select id, area_code, topic_code, text, level, noted_on, closed_on
          from mentee_difficulty where organization_id = @OrganizationId and person_id = @PersonId order by position, id;
        select id, text, due_on, done_on, reflection
          from self_step where organization_id = @OrganizationId and person_id = @PersonId and dropped_on is null order by done_on nulls last, position, id;
        """;
}
