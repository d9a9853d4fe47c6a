using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>Whose banks the caller reads: the organizations in which the caller works.</summary>
public static class ListPracticeSchools
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/practices/schools", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(), ct)))
            .WithTags("Practices")
            .Operation(nameof(ListPracticeSchools), Permission.PracticeShare);

    public sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="MayReview">The caller sees what was handed in.</param>
    public sealed record Item(Guid Id, string Name, bool MayReview);

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct) =>
            [.. (await db.List<Row>(Sql, new { Organizations = caller.Scope.Organizations.ToArray() }, ct)).Select(row =>
                new Item(row.Id, row.Name, PracticeReaders.Reviews(caller, row.Id)))];

        sealed record Row(Guid Id, string Name);
    }

    const string Sql = "select id, name_short name from organization where id = any(@Organizations) order by name_short, id";
}
