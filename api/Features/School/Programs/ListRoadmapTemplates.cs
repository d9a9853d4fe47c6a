using System.Text.Json;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The templates of roadmaps of a school.</summary>
public static class ListRoadmapTemplates
{
    public static void Map(RouteGroupBuilder templates) =>
        templates.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListRoadmapTemplates), Permission.ProgramRead);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Version">To be given with the next change.</param>
    public sealed record Item(
        Guid Id, string Title, string PurposeCode, IReadOnlyList<RoadmapTemplate.TemplateGoal> Goals,
            IReadOnlyList<RoadmapTemplate.TemplateActivity> Activities,
        string UpdatedByName, DateTime UpdatedAt, int Version);

    sealed record Row(Guid Id, string Title, string PurposeCode, string Goals, string Activities, string UpdatedByName, DateTime UpdatedAt, int Version);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Demand(query.OrganizationId, db, caller, ct);
            return [.. (await db.List<Row>(Sql, query, ct)).Select(row => new Item(
                row.Id, row.Title, row.PurposeCode, Read<RoadmapTemplate.TemplateGoal>(row.Goals), Read<RoadmapTemplate.TemplateActivity>(row.Activities),
                row.UpdatedByName, row.UpdatedAt, row.Version))];
        }

        static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, Json.Options)!;
    }

    const string Sql = """
        select id, title, purpose_code, goals::text goals, activities::text activities, updated_by_name, updated_at, version
          from roadmap_template where organization_id = @OrganizationId and not is_retired order by title, id
        """;
}
