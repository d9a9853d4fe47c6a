using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The templates of acts as this school uses them: its own texts where it wrote some, else the product's.</summary>
public static class ListActTemplates
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/act-templates", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListActTemplates), Permission.ActWrite);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="Fields">What a text may name in double braces; the school's data fills it in.</param>
    public sealed record Result(IReadOnlyList<Template> Templates, IReadOnlyList<string> Fields);

    /// <param name="OwnTitle">The school's own title and text; absent where the product's are used.</param>
    /// <param name="Version">To be given with the next change; 0 before the school wrote its own.</param>
    /// <param name="AsksUnion">Whether acts of this kind ask the union unless the school says why not.</param>
    public sealed record Template(ActKind Kind, string Title, string Text, string? OwnTitle, string? OwnText, bool AsksUnion, int Version, DateTime? UpdatedAt);

    sealed record Own(ActKind Kind, string Title, string Body, int Version, DateTime UpdatedAt);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var own = (await db.List<Own>("select kind, title, body, version, updated_at from act_template where organization_id = @OrganizationId", query,
                ct)).ToDictionary(t => t.Kind);
            return new([.. ActTemplates.BuiltIn.Values.Select(t => own.TryGetValue(t.Kind, out var o)
                ? new Template(t.Kind, t.Title, t.Body, o.Title, o.Body, ActLifecycle.AsksUnion(t.Kind), o.Version, o.UpdatedAt)
                : new Template(t.Kind, t.Title, t.Body, null, null, ActLifecycle.AsksUnion(t.Kind), 0, null))], ActTemplates.Fields);
        }
    }
}
