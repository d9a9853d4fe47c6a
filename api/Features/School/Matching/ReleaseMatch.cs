using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Leaves a mentee's mentor to the proposals again.</summary>
public static class ReleaseMatch
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPost("/mentees/{menteeId:guid}/release", async (Guid organizationId, Guid menteeId, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(organizationId, menteeId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(ReleaseMatch), Permission.MatchManage);

    public sealed record Command(Guid OrganizationId, Guid MenteeId) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var region = await db.One<string>("""
                update match_lock set released_at = @Now where organization_id = @OrganizationId and mentee_id = @MenteeId and released_at is null
                    returning region_code
                """, new { command.OrganizationId, command.MenteeId, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(command.OrganizationId, region, command.MenteeId, new MatchReleased());
            return new();
        }
    }
}
