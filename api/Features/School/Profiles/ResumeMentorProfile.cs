using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Offers a paused mentor again.</summary>
public static class ResumeMentorProfile
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/mentor-profile/resume", async (Guid organizationId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, body.Version), ct)))
            .Operation(nameof(ResumeMentorProfile), Permission.ProfileOwn);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid PersonId, int Version) : ICommand<MentorState>;

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, MentorState>
    {
        public async Task<MentorState> Handle(Command command, CancellationToken ct) =>
            await (await MentorRow.Lock(db, command.OrganizationId, command.PersonId, command.Version, ct)).Take(MentorStep.Resume, db, audit, ct);
    }
}
