using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>What a person offers as a mentor, with the results that speak for it and the load of today.</summary>
public static class GetMentorProfile
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapGet("/mentor-profile", async (Guid organizationId, Guid personId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, personId), ct)))
            .Operation(nameof(GetMentorProfile), Permission.ProfileOwn);

    public sealed record Query(Guid OrganizationId, Guid PersonId) : IQuery<Result>;

    /// <param name="Own">The profile is the caller's own.</param>
    /// <param name="Manages">The caller confirms profiles here.</param>
    /// <param name="ActivePrograms">Places taken from today on, as the list of mentors tells them.</param>
    /// <param name="Profile">Null while the person has written none.</param>
    /// <param name="Results">The latest first; withdrawn ones are left out.</param>
    /// <param name="Steps">What the caller may do with the profile now.</param>
    public sealed record Result(
        Guid OrganizationId, Guid PersonId, string Name, bool Own, bool Manages, int ActivePrograms, MentorProfile? Profile,
            IReadOnlyList<MentorResult> Results,
        IReadOnlyList<MentorStep> Steps);

    /// <summary>What a person offers as a mentor.</summary>
    public sealed record MentorProfile
    {
        public required MentorStatus Status { get; init; }
        public required string Summary { get; init; }
        public required string TrajectorySkills { get; init; }
        public required string SupportSkills { get; init; }
        public required int CapacityPrograms { get; init; }

        /// <summary>A month.</summary>
        public required int CapacityHours { get; init; }
        public required bool Remote { get; init; }
        public required DateOnly AvailableFrom { get; init; }
        public required DateOnly? AvailableUntil { get; init; }
        public required string[] Topics { get; init; } = [];
        public required string[] Areas { get; init; } = [];
        public required string[] Subjects { get; init; } = [];
        public required DateOnly? ConfirmedOn { get; init; }
        public required string? ConfirmedByName { get; init; }
        public required int Version { get; init; }
    }

    /// <param name="Measure">What was measured.</param>
    /// <param name="Evidence">A document or a link that shows it.</param>
    public sealed record MentorResult(
        Guid Id, string Text, string Measure, decimal? ValueBefore, decimal? ValueAfter, string Evidence, DateOnly AchievedOn, MentorResultStatus Status,
        DateOnly? DecidedOn, string? DecidedByName, string? Comment, int Version);

    sealed record Who(string Name, int ActivePrograms, DateOnly Today);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, Args(query), async rows =>
        {
            var who = await rows.ReadSingleOrDefaultAsync<Who>() ?? throw new NotFound();
            var profile = await rows.ReadSingleOrDefaultAsync<MentorProfile>();
            var results = (await rows.ReadAsync<MentorResult>()).ToList();
            var own = caller.Scope.Person == query.PersonId;
            var manages = caller.May(Permission.ProfileManage, query.OrganizationId);
            return new Result(query.OrganizationId, query.PersonId, who.Name, own, manages, who.ActivePrograms, profile, results,
                profile is null ? [] : [.. MentorLifecycle.Steps.From(profile.Status).Where(step => step switch
                {
                    MentorStep.Confirm => manages && !own,
                    MentorStep.Reopen => manages && !own && profile.ConfirmedOn == who.Today,
                    _ => true,
                })]);
        }, ct);

        object Args(Query query) => new { query.OrganizationId, query.PersonId, Now = time.GetUtcNow().UtcDateTime };
    }

    const string Sql = """
        select person_name(p) name,
               mentor_programs_at_most(p.id, @OrganizationId, daterange(day.today, null))::int active_programs, day.today
          from person p, (select local_day(@Now, @OrganizationId) today) day
         where p.id = @PersonId and exists (select from employment e where e.organization_id = @OrganizationId and e.person_id = p.id);
        select * from mentor_profile where organization_id = @OrganizationId and person_id = @PersonId;
        select id, text, measure, value_before, value_after, evidence, achieved_on, status, decided_on, decided_by_name, comment, version
          from mentor_result where organization_id = @OrganizationId and person_id = @PersonId and status <> 'Withdrawn' order by achieved_on desc, id;
        """;
}
