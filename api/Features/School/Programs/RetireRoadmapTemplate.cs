using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Puts a template away: nobody drafts from it any more.</summary>
public static class RetireRoadmapTemplate
{
    public static void Map(RouteGroupBuilder templates) =>
        templates.MapPost("/{templateId:guid}/retire", async (Guid templateId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(templateId, body.Version), ct)))
            .Operation(nameof(RetireRoadmapTemplate), Permission.TemplateWrite);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var template = await TemplateRow.Lock(db, command.Id, command.Version, ct);
            await db.ExecuteOne("update roadmap_template set is_retired = true, version = version + 1 where id = @Id", new { command.Id }, ct);
            audit.About(template.OrganizationId, template.RegionCode, command.Id, new RoadmapTemplateRetired());
            return new();
        }
    }
}
