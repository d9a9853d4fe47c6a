using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Keeps goals and a roadmap as a template of the school.</summary>
public static class CreateRoadmapTemplate
{
    public static void Map(RouteGroupBuilder templates) =>
        templates.MapPost("/", async (Command command, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(command, ct);
                return TypedResults.Created($"/api/v1/roadmap-templates/{created.Id}", created);
            })
            .Operation(nameof(CreateRoadmapTemplate), Permission.TemplateWrite);

    public sealed record Command : RoadmapTemplate, ICommand<Result>
    {
        public required Guid OrganizationId { get; init; }
    }

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RoadmapTemplate.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var now = time.GetUtcNow();
            await ProgramPlanStore.CheckCodes(command, place.Today(time), db, ct);
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                Id = id, command.OrganizationId, place.RegionCode, command.Title, command.PurposeCode, ByName = caller.Name, Now = now.UtcDateTime,
                Goals = JsonSerializer.Serialize(command.Goals, Json.Options), Activities = JsonSerializer.Serialize(command.Activities, Json.Options),
            }, ct);
            audit.About(command.OrganizationId, place.RegionCode, id, new RoadmapTemplateCreated());
            return new(id, 1);
        }
    }

    const string Insert = """
        insert into roadmap_template (id, organization_id, region_code, title, purpose_code, goals, activities, updated_by_name, updated_at)
        values (@Id, @OrganizationId, @RegionCode, @Title, @PurposeCode, @Goals::jsonb, @Activities::jsonb, @ByName, @Now)
        """;
}
