using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Rewrites a template; programs that were drafted from it stay as they are.</summary>
public static class ReviseRoadmapTemplate
{
    public static void Map(RouteGroupBuilder templates) =>
        templates.MapPut("/{templateId:guid}", async (Guid templateId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(templateId, body), ct)))
            .Operation(nameof(ReviseRoadmapTemplate), Permission.TemplateWrite);

    public record Body : RoadmapTemplate
    {
        /// <summary>The version that was read; another one answers 412.</summary>
        public required int Version { get; init; }
    }

    public sealed record Command : Body, ICommand<CreateRoadmapTemplate.Result>
    {
        [SetsRequiredMembers]
        public Command(Guid id, Body body) : base(body) => Id = id;

        public Guid Id { get; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new RoadmapTemplate.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, CreateRoadmapTemplate.Result>
    {
        public async Task<CreateRoadmapTemplate.Result> Handle(Command command, CancellationToken ct)
        {
            var template = await TemplateRow.Lock(db, command.Id, command.Version, ct);
            var now = time.GetUtcNow();
            await ProgramPlanStore.CheckCodes(command, await RegionTime.TodayAt(template.OrganizationId, db, time, ct), db, ct);
            await db.ExecuteOne(Update, new
            {
                command.Id, command.Title, command.PurposeCode, ByName = caller.Name, Now = now.UtcDateTime,
                Goals = JsonSerializer.Serialize(command.Goals, Json.Options), Activities = JsonSerializer.Serialize(command.Activities, Json.Options),
            }, ct);
            audit.About(template.OrganizationId, template.RegionCode, command.Id, new RoadmapTemplateRevised());
            return new(command.Id, command.Version + 1);
        }
    }

    const string Update = """
        update roadmap_template set title = @Title, purpose_code = @PurposeCode, goals = @Goals::jsonb, activities = @Activities::jsonb,
               updated_by_name = @ByName, updated_at = @Now, version = version + 1
         where id = @Id
        """;
}
