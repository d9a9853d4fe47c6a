using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The school confirms what a mentor offers: somebody else than the mentor, on results that were confirmed.</summary>
public static class ConfirmMentorProfile
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/mentor-profile/confirm", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, body.Version), ct)))
            .Operation(nameof(ConfirmMentorProfile), Permission.ProfileManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid PersonId, int Version) : ICommand<MentorState>;

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, MentorState>
    {
        public async Task<MentorState> Handle(Command command, CancellationToken ct)
        {
            if (caller.Scope.Person == command.PersonId) throw new RuleViolation("profile.own");
            var mentor = await MentorRow.Lock(db, command.OrganizationId, command.PersonId, command.Version, ct);
            MentorLifecycle.Steps.Next(mentor.Status, MentorStep.Confirm);
            if (mentor.Topics.Length == 0) throw new RuleViolation("profile.no-topic");
            if (!await db.One<bool>(HasResult, command, ct)) throw new RuleViolation("profile.no-confirmed-result");
            await db.ExecuteOne(Save, new { command.OrganizationId, command.PersonId, Today = RegionTime.Today(mentor.TimeZone, time), By = caller.Name }, ct);
            audit.About(mentor.OrganizationId, mentor.RegionCode, mentor.PersonId, new ProfileConfirmed());
            return new(MentorStatus.Confirmed, mentor.Version + 1);
        }
    }

    const string HasResult = """
        select exists (select from mentor_result where organization_id = @OrganizationId and person_id = @PersonId and status = 'Confirmed')
        """;

    const string Save = """
        update mentor_profile set status = 'Confirmed', confirmed_on = @Today, confirmed_by_name = @By, version = version + 1, updated_at = now()
         where organization_id = @OrganizationId and person_id = @PersonId
        """;
}
