using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>
/// Changes a post. One that is public stays so: 409 <c>site.name-not-released</c> when the new text names somebody of the staff who has not
/// released the name.
/// </summary>
public static class ReviseSitePost
{
    public static void Map(RouteGroupBuilder posts) =>
        posts.MapPut("/", async (Guid postId, Body body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Command(postId, body), ct)))
            .Operation(nameof(ReviseSitePost), Permission.SiteWrite);

    public sealed record Body : SitePostText
    {
        public required int Version { get; init; }
    }

    public sealed record Command(Guid Id, Body Text) : ICommand<SitePostState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).SetValidator(new SitePostText.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, SitePostState>
    {
        public async Task<SitePostState> Handle(Command command, CancellationToken ct)
        {
            var text = command.Text;
            var post = await SitePostRow.Lock(db, command.Id, text.Version, ct) with { Title = text.Title, Lead = text.Lead, Body = text.Body };
            if (post.Status == SitePostStatus.Published) await StaffNames.Demand(db, post.OrganizationId, post.Words, ct);
            await db.ExecuteOne(Save,
                new { command.Id, Category = text.Category.ToString(), text.Title, text.Lead, text.Body, text.HeldOn, Now = time.GetUtcNow().UtcDateTime }, ct);
            await SitePostRow.Mention(db, command.Id, text.PersonIds, ct);
            audit.About(post.OrganizationId, post.RegionCode, post.Id, new SitePostRevised());
            return new(post.Id, post.Status, post.Version + 1);
        }
    }

    const string Save = """
        update site_post set category = @Category, title = @Title, lead = @Lead, body = @Body, held_on = @HeldOn, updated_at = @Now, version = version + 1
            where id = @Id
        """;
}
