using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Says whether a mentee looks for a mentor.</summary>
public static class SetMenteeStatus
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPut("/mentee-profile/status", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, body.Version, body.Status), ct)))
            .Operation(nameof(SetMenteeStatus), Permission.ProfileOwn);

    /// <param name="Status">`Matched` is the school's to say.</param>
    public sealed record Body(int Version, MenteeStatus Status);

    public sealed record Command(Guid OrganizationId, Guid PersonId, int Version, MenteeStatus Status) : ICommand<MenteeState>;

    public sealed class Handler(Db db, Audit audit, Caller caller) : IRequestHandler<Command, MenteeState>
    {
        public async Task<MenteeState> Handle(Command command, CancellationToken ct)
        {
            var mentee = await MenteeRow.Find(command.OrganizationId, command.PersonId, db, ct) ?? throw new NotFound();
            mentee.MustBeAt(command.Version);
            if (command.Status == MenteeStatus.Matched
                && !caller.Scope.Reaches(command.OrganizationId)) throw new RuleViolation("profile.schools-word");
            var state = await mentee.Become(MenteeLifecycle.Moves.Next(mentee.Status, command.Status), db, ct);
            audit.About(mentee.OrganizationId, mentee.RegionCode, mentee.PersonId, new MenteeStatusSet(state.Status));
            return state;
        }
    }
}
