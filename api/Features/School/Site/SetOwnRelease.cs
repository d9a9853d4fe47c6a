using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>
/// The caller lets the school show the caller's name in public, or no longer does. Taken back, the name is gone from the page at
/// once, and posts whose own words name the caller are withdrawn.
/// </summary>
public static class SetOwnRelease
{
    /// <summary>What the authors of such a post read.</summary>
    public const string Reason = "Сотрудник отозвал согласие на публикацию имени";

    public static void Map(RouteGroupBuilder own) =>
        own.MapPut("/{organizationId:guid}", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Released), ct)))
            .Operation(nameof(SetOwnRelease), Permission.ProfileOwn);

    public sealed record Body(bool Released);

    public sealed record Command(Guid OrganizationId, bool Released) : ICommand<Result>;

    public sealed record Result(Guid OrganizationId, bool Released);

    /// <summary>Somebody's name must leave a school's page.</summary>
    public sealed record NameWithdrawn(Guid OrganizationId, Guid PersonId) : IMessage;

    public sealed class Handler(Db db, FreshSignIn fresh, Audit audit, Caller caller, Outbox outbox, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (command.Released) await fresh.Demand(ct);
            var args = new { Id = Guid.CreateVersion7(time.GetUtcNow()), command.OrganizationId, caller.Person, Now = time.GetUtcNow().UtcDateTime };
            var region = await Place.RegionOf(command.OrganizationId, db, ct);
            if (command.Released)
            {
                if (await db.List<int>(WorksThere, args, ct) is []) throw new NotFound();
                await db.Execute(Release, args, ct);
            }
            else if (await db.Execute("""
                update site_release set revoked_at = @Now where organization_id = @OrganizationId and person_id = @Person and revoked_at is null
                """, args, ct) > 0)
            {
                await outbox.Add(new NameWithdrawn(command.OrganizationId, caller.Person), ct);
            }

            audit.About(command.OrganizationId, region, caller.Person, new OwnReleaseSet(command.Released));
            return new(command.OrganizationId, command.Released);
        }
    }

    /// <summary>Takes the posts from the page that name the person in their own words.</summary>
    public sealed class OnNameWithdrawn(Db db, Audit audit, TimeProvider time) : IHandle<NameWithdrawn>
    {
        public async Task Handle(NameWithdrawn message, CancellationToken ct)
        {
            await using var transaction = await db.Begin(ct);
            if (await db.Maybe<StaffNames.Name>("select family_name, given_name, patronymic from person where id = @PersonId", message,
                ct) is not { } name) return;
            var released = await db.List<int>("""
                select 1 from site_release where organization_id = @OrganizationId and person_id = @PersonId and revoked_at is null
                """, message, ct);
            if (released.Count > 0) return;

            foreach (var post in await db.List<SitePostRow>(Public, message, ct))
            {
                if (!StaffNames.Names(post.Words, name)) continue;
                await db.Execute(WithdrawSitePost.Save, new { post.Id, Reason, Now = time.GetUtcNow().UtcDateTime }, ct);
                audit.About(post.OrganizationId, post.RegionCode, post.Id, new SitePostWithdrawn());
                await audit.Append(nameof(WithdrawSitePost), ct);
            }

            await transaction.CommitAsync(ct);
        }
    }

    const string WorksThere = "select 1 from employment where organization_id = @OrganizationId and person_id = @Person and ended_on is null limit 1";
    const string Release = """
        insert into site_release (id, organization_id, region_code, person_id, released_at)
        select @Id, id, region_code, @Person, @Now from organization where id = @OrganizationId
        on conflict (organization_id, person_id, region_code) where revoked_at is null do nothing
        """;
    const string Public = """
        select id, organization_id, region_code, status, version, title, lead, body from site_post
         where organization_id = @OrganizationId and status = 'Published' for update
        """;
}
