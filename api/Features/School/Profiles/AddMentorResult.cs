using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>States a measurable result that speaks for a mentor, with its evidence.</summary>
public static class AddMentorResult
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/mentor-profile/results", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(new Command(organizationId, personId, body), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/people/{personId}/mentor-profile", created);
            })
            .Operation(nameof(AddMentorResult), Permission.ProfileOwn);

    /// <param name="Text">What was achieved; at most 1000 characters.</param>
    /// <param name="Measure">What was measured, with its unit; at most 300 characters.</param>
    /// <param name="Evidence">A document or a link that shows it; at most 1000 characters.</param>
    /// <param name="AchievedOn">Not after today.</param>
    public sealed record Body(string Text, string Measure, string Evidence, DateOnly AchievedOn, decimal? ValueBefore = null, decimal? ValueAfter = null);

    public sealed record Command(Guid OrganizationId, Guid PersonId, Body Body) : ICommand<Result>;

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.Text).NotEmpty().MaximumLength(1000).OverridePropertyName("text");
            RuleFor(c => c.Body.Measure).NotEmpty().MaximumLength(300).OverridePropertyName("measure");
            RuleFor(c => c.Body.Evidence).NotEmpty().MaximumLength(1000).OverridePropertyName("evidence");
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var body = command.Body;
            var mentor = await MentorRow.Find(command.OrganizationId, command.PersonId, db, ct) ?? throw new NotFound();
            if (body.AchievedOn > RegionTime.Today(mentor.TimeZone, time)) throw new BadInput("profile.in-the-future") { Pointer = "/achievedOn" };
            var id = Guid.CreateVersion7(time.GetUtcNow());
            await db.ExecuteOne(Insert, new
            {
                id, mentor.OrganizationId, mentor.RegionCode, mentor.PersonId, body.Text, body.Measure, body.ValueBefore, body.ValueAfter, body.Evidence,
                body.AchievedOn,
                Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(mentor.OrganizationId, mentor.RegionCode, mentor.PersonId, new MentorResultAdded(id));
            return new(id, 1);
        }
    }

    const string Insert = """
        insert into mentor_result (id, organization_id, region_code, person_id, text, measure, value_before, value_after, evidence, achieved_on, created_at)
        values (@id, @OrganizationId, @RegionCode, @PersonId, @Text, @Measure, @ValueBefore, @ValueAfter, @Evidence, @AchievedOn, @Now)
        """;
}
