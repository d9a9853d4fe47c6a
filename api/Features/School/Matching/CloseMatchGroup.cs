using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Ends a group: nobody is seated in it any more, and the mentor's place is free or has become a program's.</summary>
public static class CloseMatchGroup
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPost("/groups/{groupId:guid}/close", async (Guid organizationId, Guid groupId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(organizationId, groupId, body.Version), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(CloseMatchGroup), Permission.MatchManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version) : ICommand<Done>;

    sealed record Row(string RegionCode, int Version) : IVersioned;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var row = await db.Lock<Row>("""
                select region_code, version from match_group where id = @Id and organization_id = @OrganizationId and closed_at is null for update
                """, command, command.Version, ct);
            await db.ExecuteOne("update match_group set closed_at = @Now, version = version + 1 where id = @Id",
                new { command.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(command.OrganizationId, row.RegionCode, command.Id, new MatchGroupClosed());
            return new();
        }
    }
}
