using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Saves the school's own template of a kind of act; acts that were drafted from it stay as they are.</summary>
public static class SaveActTemplate
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPut("/act-templates/{kind}", async (Guid organizationId, ActKind kind, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, kind, body.Version, body.Title, body.Text), ct)))
            .Operation(nameof(SaveActTemplate), Permission.ActWrite);

    /// <param name="Version">As it was read; 0 for the first text of one's own.</param>
    /// <param name="Text">May name in double braces what ListActTemplates lists.</param>
    public sealed record Body(int Version, string Title, string Text);

    public sealed record Command(Guid OrganizationId, ActKind Kind, int Version, string Title, string Text) : ICommand<Result>;

    public sealed record Result(int Version);

    sealed record Saved(int Version, string RegionCode);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Text).NotEmpty();
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReach(command.OrganizationId);
            ActTemplates.Check(command.Title, "/title");
            ActTemplates.Check(command.Text, "/text");
            var args = new
            {
                command.OrganizationId, Kind = command.Kind.ToString(), command.Version, command.Title, command.Text, By = caller.Id,
                Now = time.GetUtcNow().UtcDateTime,
            };
            var saved = await db.Maybe<Saved>(command.Version == 0 ? Insert : Update, args, ct)
                ?? throw new Stale(await db.Maybe<Saved>(Current, args, ct) is { } now ? now.Version : 0);
            audit.About(command.OrganizationId, saved.RegionCode, command.OrganizationId, new ActTemplateSaved(command.Kind, saved.Version));
            return new(saved.Version);
        }
    }

    const string Insert = """
        insert into act_template (organization_id, region_code, kind, title, body, updated_by, updated_at)
        select id, region_code, @Kind, @Title, @Text, @By, @Now from organization where id = @OrganizationId
        on conflict do nothing
        returning version, region_code
        """;

    const string Update = """
        update act_template set title = @Title, body = @Text, updated_by = @By, updated_at = @Now, version = version + 1
         where organization_id = @OrganizationId and kind = @Kind and version = @Version
        returning version, region_code
        """;

    const string Current = "select version, region_code from act_template where organization_id = @OrganizationId and kind = @Kind";
}
