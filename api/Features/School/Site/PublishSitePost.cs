using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>
/// Makes a post public. Answers 409 <c>site.name-not-released</c> when the text names somebody of the staff who has not released the name.
/// </summary>
public static class PublishSitePost
{
    public static void Map(RouteGroupBuilder posts) =>
        posts.MapPost("/publish", async (Guid postId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(postId, body.Version), ct)))
            .Operation(nameof(PublishSitePost), Permission.SiteWrite);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<SitePostState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, SitePostState>
    {
        public async Task<SitePostState> Handle(Command command, CancellationToken ct)
        {
            var post = await SitePostRow.Lock(db, command.Id, command.Version, ct);
            var next = SitePostLifecycle.Steps.Next(post.Status, SitePostStep.Publish);
            await StaffNames.Demand(db, post.OrganizationId, post.Words, ct);
            await db.ExecuteOne(Save, new { command.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(post.OrganizationId, post.RegionCode, post.Id, new SitePostPublished());
            return new(post.Id, next, post.Version + 1);
        }
    }

    // What comes back keeps the day on which it was first read.
    const string Save = """
        update site_post set status = 'Published', published_at = coalesce(published_at, @Now), withdrawn_at = null, withdraw_reason = null, updated_at = @Now,
            version = version + 1
         where id = @Id
        """;
}
