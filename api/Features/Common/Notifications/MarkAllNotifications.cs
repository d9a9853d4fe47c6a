using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>Marks as read what the caller was told up to a moment: nothing that came after it was shown.</summary>
public static class MarkAllNotifications
{
    public static void Map(RouteGroupBuilder own) =>
        own.MapPost("/read-all", async (Command command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
            .Operation(nameof(MarkAllNotifications), Permission.SignedIn);

    /// <param name="Until">The time of the newest one that the caller sees.</param>
    public sealed record Command(DateTimeOffset Until) : ICommand<Result>;

    /// <param name="Marked">How many were unread.</param>
    public sealed record Result(int Marked);

    sealed record Trail(Guid? OrganizationId, string RegionCode);

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var account = caller.Owner() ?? throw new Forbidden("caller.not-a-person");
            var trails = await db.List<Trail>(Update, new { account, Until = command.Until.UtcDateTime, Now = time.GetUtcNow().UtcDateTime }, ct);
            foreach (var trail in trails.GroupBy(trail => trail)) audit.About(trail.Key.OrganizationId ?? Audit.Platform, trail.Key.RegionCode, account,
                new NotificationsMarked(trail.Count()));
            if (trails.Count == 0) audit.AboutPlatform(new NotificationsMarked(0));
            return new(trails.Count);
        }
    }

    // A moment in JSON may have lost the last digits of the row's.
    const string Update = """
        update notification set read_at = @Now
         where account_id = @account and in_app and read_at is null and at < @Until::timestamptz + interval '1 millisecond'
        returning organization_id, region_code
        """;
}
