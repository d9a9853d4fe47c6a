using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>Takes a post from the public page, or puts a draft away.</summary>
public static class WithdrawSitePost
{
    public static void Map(RouteGroupBuilder posts) =>
        posts.MapPost("/withdraw", async (Guid postId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(postId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawSitePost), Permission.SiteWrite);

    /// <param name="Reason">At most 500 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<SitePostState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, SitePostState>
    {
        public async Task<SitePostState> Handle(Command command, CancellationToken ct)
        {
            var post = await SitePostRow.Lock(db, command.Id, command.Version, ct);
            var next = SitePostLifecycle.Steps.Next(post.Status, SitePostStep.Withdraw);
            await db.ExecuteOne(Save, new { command.Id, command.Reason, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(post.OrganizationId, post.RegionCode, post.Id, new SitePostWithdrawn());
            return new(post.Id, next, post.Version + 1);
        }
    }

    public const string Save = """
        update site_post set status = 'Withdrawn', withdrawn_at = @Now, withdraw_reason = @Reason, updated_at = @Now, version = version + 1 where id = @Id
        """;
}
