using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>Marks a notification of the caller's as read, or as unread again.</summary>
public static class MarkNotification
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapPut("/{notificationId:guid}/read", async (Guid notificationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(notificationId, body.Read), ct)))
            .Operation(nameof(MarkNotification), Permission.SignedIn);

    public sealed record Body(bool Read);

    public sealed record Command(Guid Id, bool Read) : ICommand<Result>;

    public sealed record Result(Guid Id, DateTime? ReadAt);

    sealed record Row(Guid? OrganizationId, string RegionCode, DateTime? ReadAt);

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await db.One<Row>(Update, new { command.Id, command.Read, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(row.OrganizationId ?? Audit.Platform, row.RegionCode, command.Id, new NotificationMarked(command.Read));
            return new(command.Id, row.ReadAt);
        }
    }

    const string Update = """
        update notification set read_at = case when @Read then coalesce(read_at, @Now) end where id = @Id
        returning organization_id, region_code, read_at
        """;
}
