using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>
/// Writes what a mentee wants to learn, from the desired image of oneself to difficulties and steps. They stand in the mentee's
/// own order of importance; what is left out is closed, not deleted.
/// </summary>
public static class SaveMenteeProfile
{
    const int MostRows = 30;

    public static void Map(RouteGroupBuilder person) =>
        person.MapPut("/mentee-profile", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, body), ct)))
            .Operation(nameof(SaveMenteeProfile), Permission.ProfileOwn);

    /// <summary>What a mentee wants to learn.</summary>
    public sealed record Body
    {
        /// <summary>0 for a new profile.</summary>
        public required int Version { get; init; }

        /// <summary>Codes of the dictionary `mentee-category`.</summary>
        public required IReadOnlyList<string> Categories { get; init; }

        /// <summary>Codes of the dictionary `subject`.</summary>
        public required IReadOnlyList<string> Subjects { get; init; }

        /// <summary>Ready to work at a distance.</summary>
        public required bool Remote { get; init; }

        /// <summary>The professional that the mentee wants to become; at most 4000 characters.</summary>
        public required string SelfImage { get; init; }

        /// <summary>How the mentee sees the present; at most 4000 characters.</summary>
        public required string SelfNow { get; init; }

        /// <summary>What matters most to the mentee now, and at which pace; at most 2000 characters.</summary>
        public required string Priorities { get; init; }

        /// <summary>At most 30.</summary>
        public required IReadOnlyList<Difficulty> Difficulties { get; init; }

        /// <summary>From the present to the desired image; at most 30.</summary>
        public required IReadOnlyList<Step> Steps { get; init; }
    }

    /// <param name="Id">Null for a new one.</param>
    /// <param name="AreaCode">Code of the dictionary `competence-area`.</param>
    /// <param name="TopicCode">Code of the dictionary `mentor-topic`.</param>
    /// <param name="Text">At most 500 characters.</param>
    /// <param name="Level">1: sometimes hard, 2: often, 3: help is needed now.</param>
    public sealed record Difficulty(Guid? Id, string AreaCode, string? TopicCode, string Text, int Level);

    /// <param name="Id">Null for a new one.</param>
    /// <param name="Text">At most 500 characters.</param>
    public sealed record Step(Guid? Id, string Text, DateOnly? DueOn);

    public sealed record Command(Guid OrganizationId, Guid PersonId, Body Body) : ICommand<MenteeState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.SelfImage).MaximumLength(4000).OverridePropertyName("selfImage");
            RuleFor(c => c.Body.SelfNow).MaximumLength(4000).OverridePropertyName("selfNow");
            RuleFor(c => c.Body.Priorities).MaximumLength(2000).OverridePropertyName("priorities");
            RuleFor(c => c.Body.Categories.Count).LessThanOrEqualTo(10).OverridePropertyName("categories");
            RuleFor(c => c.Body.Subjects.Count).LessThanOrEqualTo(20).OverridePropertyName("subjects");
            RuleFor(c => c.Body.Difficulties.Count).LessThanOrEqualTo(MostRows).OverridePropertyName("difficulties");
            RuleFor(c => c.Body.Steps.Count).LessThanOrEqualTo(MostRows).OverridePropertyName("steps");
            RuleForEach(c => c.Body.Difficulties).ChildRules(one =>
            {
                one.RuleFor(d => d.Text).NotEmpty().MaximumLength(500);
                one.RuleFor(d => d.Level).InclusiveBetween(1, 3);
            }).OverridePropertyName("difficulties");
            RuleForEach(c => c.Body.Steps).ChildRules(one => one.RuleFor(s => s.Text).NotEmpty().MaximumLength(500)).OverridePropertyName("steps");
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, MenteeState>
    {
        public async Task<MenteeState> Handle(Command command, CancellationToken ct)
        {
            var body = command.Body;
            var place = await Workplace.Of(command.OrganizationId, command.PersonId, db, time, ct);
            await ProfileCodes.Check(Codes(body), place.Today(time), db, ct);
            var before = await MenteeRow.Find(command.OrganizationId, command.PersonId, db, ct);
            Stale.Unless(body.Version, before?.Version ?? 0);

            await db.ExecuteOne(before is null ? Insert : Update, new
            {
                command.OrganizationId, place.RegionCode, command.PersonId, Categories = body.Categories.Distinct().ToArray(),
                Subjects = body.Subjects.Distinct().ToArray(), body.Remote, body.SelfImage, body.SelfNow, body.Priorities, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            await MenteePlanStore.Write(place, command.PersonId, body, db, time, ct);
            audit.About(command.OrganizationId, place.RegionCode, command.PersonId, new MenteeProfileSaved(body.Difficulties.Count, body.Steps.Count));
            return new(before?.Status ?? MenteeStatus.Open, body.Version + 1);
        }
    }

    static IEnumerable<ProfileCodes.Wanted> Codes(Body body) =>
        ProfileCodes.Each("mentee-category", body.Categories, "categories")
            .Concat(ProfileCodes.Each("subject", body.Subjects, "subjects"))
            .Concat(body.Difficulties.Select((d, i) => new ProfileCodes.Wanted("competence-area", d.AreaCode, $"/difficulties/{i}/areaCode")))
            .Concat(body.Difficulties.Select((d, i) => (d.TopicCode, i)).Where(d => d.TopicCode is not null)
                .Select(d => new ProfileCodes.Wanted("mentor-topic", d.TopicCode!, $"/difficulties/{d.i}/topicCode")));

    const string Insert = """
        insert into mentee_profile (organization_id, region_code, person_id, categories, subjects, remote, self_image, self_now, priorities, updated_at)
        values (@OrganizationId, @RegionCode, @PersonId, @Categories, @Subjects, @Remote, @SelfImage, @SelfNow, @Priorities, @Now)
        """;

    const string Update = """
        update mentee_profile
           set categories = @Categories, subjects = @Subjects, remote = @Remote, self_image = @SelfImage, self_now = @SelfNow, priorities = @Priorities,
               version = version + 1, updated_at = @Now
         where organization_id = @OrganizationId and person_id = @PersonId
        """;
}
