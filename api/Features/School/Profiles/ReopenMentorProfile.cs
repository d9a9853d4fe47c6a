using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Takes back the confirmation of a mentor's profile on the day on which it was given: a slip of the hand.</summary>
public static class ReopenMentorProfile
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/mentor-profile/reopen", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, body.Version), ct)))
            .Operation(nameof(ReopenMentorProfile), Permission.ProfileManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid PersonId, int Version) : ICommand<MentorState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, MentorState>
    {
        public async Task<MentorState> Handle(Command command, CancellationToken ct)
        {
            if (caller.Scope.Person == command.PersonId) throw new RuleViolation("profile.own");
            var mentor = await MentorRow.Lock(db, command.OrganizationId, command.PersonId, command.Version, ct);
            var next = MentorLifecycle.Steps.Next(mentor.Status, MentorStep.Reopen);
            if (await db.Execute(Save, new { command.OrganizationId, command.PersonId, Today = RegionTime.Today(mentor.TimeZone, time) }, ct) == 0)
                throw new RuleViolation("profile.confirmed-earlier");
            audit.About(mentor.OrganizationId, mentor.RegionCode, mentor.PersonId, new MentorProfileReopened(next));
            return new(next, mentor.Version + 1);
        }
    }

    const string Save = """
        update mentor_profile set status = 'Draft', confirmed_on = null, confirmed_by_name = null, version = version + 1, updated_at = now()
         where organization_id = @OrganizationId and person_id = @PersonId and confirmed_on = @Today
        """;
}
