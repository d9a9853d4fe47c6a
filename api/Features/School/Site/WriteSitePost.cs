using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Site;

/// <summary>Drafts a post for the school's public section.</summary>
public static class WriteSitePost
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/posts", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var written = await mediator.Send(new Command(organizationId, body), ct);
                return TypedResults.Created($"/api/v1/site-posts/{written.Id}", written);
            })
            .Operation(nameof(WriteSitePost), Permission.SiteWrite);

    public sealed record Body : SitePostText;

    public sealed record Command(Guid OrganizationId, Body Text) : ICommand<SitePostState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).SetValidator(new SitePostText.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, SitePostState>
    {
        public async Task<SitePostState> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReach(command.OrganizationId);
            var (now, text) = (time.GetUtcNow(), command.Text);
            var id = Guid.CreateVersion7(now);
            var region = await db.One<string>(Insert, new
            {
                id, command.OrganizationId, Category = text.Category.ToString(), text.Title, text.Lead, text.Body, text.HeldOn, By = caller.Id,
                Now = now.UtcDateTime,
            }, ct);
            await SitePostRow.Mention(db, id, text.PersonIds, ct);
            audit.About(command.OrganizationId, region, id, new SitePostWritten());
            return new(id, SitePostStatus.Draft, 1);
        }
    }

    const string Insert = """
        insert into site_post (id, organization_id, region_code, category, title, lead, body, held_on, created_by, created_at, updated_at)
        select @id, id, region_code, @Category, @Title, @Lead, @Body, @HeldOn, @By, @Now, @Now from organization where id = @OrganizationId
        returning region_code
        """;
}
