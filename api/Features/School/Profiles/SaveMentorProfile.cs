using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>
/// Writes what a person offers as a mentor: by that person, or by the school for them. What was confirmed is a draft again when the offer
/// changes; places, hours and days change without that.
/// </summary>
public static class SaveMentorProfile
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPut("/mentor-profile", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, body), ct)))
            .Operation(nameof(SaveMentorProfile), Permission.ProfileOwn);

    /// <summary>What a person offers as a mentor.</summary>
    public sealed record Body
    {
        /// <summary>0 for a new profile.</summary>
        public required int Version { get; init; }

        /// <summary>At most 2000 characters.</summary>
        public required string Summary { get; init; }

        /// <summary>How the mentor organises an individual trajectory; at most 2000 characters.</summary>
        public required string TrajectorySkills { get; init; }

        /// <summary>How the mentor encourages and supports; at most 2000 characters.</summary>
        public required string SupportSkills { get; init; }

        /// <summary>Programs at the same time, 0 to 20.</summary>
        public required int CapacityPrograms { get; init; }

        /// <summary>Hours a month, 0 to 160.</summary>
        public required int CapacityHours { get; init; }

        /// <summary>Ready to work at a distance.</summary>
        public required bool Remote { get; init; }
        public required DateOnly AvailableFrom { get; init; }

        /// <summary>The first day on which the mentor is no longer available.</summary>
        public DateOnly? AvailableUntil { get; init; }

        /// <summary>Codes of the dictionary `mentor-topic`.</summary>
        public required IReadOnlyList<string> Topics { get; init; }

        /// <summary>Codes of the dictionary `competence-area`.</summary>
        public required IReadOnlyList<string> Areas { get; init; }

        /// <summary>Codes of the dictionary `subject`.</summary>
        public required IReadOnlyList<string> Subjects { get; init; }
    }

    public sealed record Command(Guid OrganizationId, Guid PersonId, Body Body) : ICommand<MentorState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Summary).MaximumLength(2000).OverridePropertyName("summary");
            RuleFor(c => c.Body.TrajectorySkills).MaximumLength(2000).OverridePropertyName("trajectorySkills");
            RuleFor(c => c.Body.SupportSkills).MaximumLength(2000).OverridePropertyName("supportSkills");
            RuleFor(c => c.Body.CapacityPrograms).InclusiveBetween(0, 20).OverridePropertyName("capacityPrograms");
            RuleFor(c => c.Body.CapacityHours).InclusiveBetween(0, 160).OverridePropertyName("capacityHours");
            RuleFor(c => c.Body.Topics.Count).LessThanOrEqualTo(20).OverridePropertyName("topics");
            RuleFor(c => c.Body.Areas.Count).LessThanOrEqualTo(20).OverridePropertyName("areas");
            RuleFor(c => c.Body.Subjects.Count).LessThanOrEqualTo(20).OverridePropertyName("subjects");
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, MentorState>
    {
        public async Task<MentorState> Handle(Command command, CancellationToken ct)
        {
            var body = command.Body;
            var place = await Workplace.Of(command.OrganizationId, command.PersonId, db, time, ct);
            await ProfileCodes.Check(
                ProfileCodes.Each("mentor-topic", body.Topics, "topics").Concat(ProfileCodes.Each("competence-area", body.Areas, "areas"))
                    .Concat(ProfileCodes.Each("subject", body.Subjects, "subjects")), place.Today(time), db, ct);
            var before = await MentorRow.Find(command.OrganizationId, command.PersonId, db, ct);
            Stale.Unless(body.Version, before?.Version ?? 0);
            var status = before is null ? MentorStatus.Draft : OffersTheSame(before, body) ? before.Status
                : MentorLifecycle.Steps.Next(before.Status, MentorStep.Revise);

            await db.ExecuteOne(before is null ? Insert : Update, new
            {
                command.OrganizationId, place.RegionCode, command.PersonId, Status = status.ToString(), body.Summary, body.TrajectorySkills, body.SupportSkills,
                body.CapacityPrograms, body.CapacityHours, body.Remote, body.AvailableFrom, body.AvailableUntil,
                Topics = Once(body.Topics), Areas = Once(body.Areas), Subjects = Once(body.Subjects), Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(command.OrganizationId, place.RegionCode, command.PersonId, new MentorProfileSaved(status, body.CapacityPrograms, body.CapacityHours));
            return new(status, body.Version + 1);
        }
    }

    static string[] Once(IEnumerable<string> codes) => [.. codes.Distinct()];

    static bool OffersTheSame(MentorRow before, Body body) =>
        before.Summary == body.Summary && before.TrajectorySkills == body.TrajectorySkills && before.SupportSkills == body.SupportSkills
        && before.Topics.ToHashSet().SetEquals(body.Topics) && before.Areas.ToHashSet().SetEquals(body.Areas)
            && before.Subjects.ToHashSet().SetEquals(body.Subjects);

    const string Insert = """
        insert into mentor_profile (organization_id, region_code, person_id, status, summary, trajectory_skills, support_skills, capacity_programs,
            capacity_hours,
                                    remote, available_from, available_until, topics, areas, subjects, updated_at)
        values (@OrganizationId, @RegionCode, @PersonId, @Status, @Summary, @TrajectorySkills, @SupportSkills, @CapacityPrograms, @CapacityHours,
                @Remote, @AvailableFrom, @AvailableUntil, @Topics, @Areas, @Subjects, @Now)
        """;

    const string Update = """
        update mentor_profile
           set status = @Status, summary = @Summary, trajectory_skills = @TrajectorySkills, support_skills = @SupportSkills,
               capacity_programs = @CapacityPrograms, capacity_hours = @CapacityHours, remote = @Remote, available_from = @AvailableFrom,
               available_until = @AvailableUntil, topics = @Topics, areas = @Areas, subjects = @Subjects,
               confirmed_on = case when @Status = 'Draft' then null else confirmed_on end,
               confirmed_by_name = case when @Status = 'Draft' then null else confirmed_by_name end,
               version = version + 1, updated_at = @Now
         where organization_id = @OrganizationId and person_id = @PersonId
        """;
}
