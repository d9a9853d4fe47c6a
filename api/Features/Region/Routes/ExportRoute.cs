using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>A route as the DOCX that centres file: the seven steps in their order, with lines for signatures; private reflections stay out.</summary>
public static class ExportRoute
{
    public static void Map(RouteGroupBuilder route) =>
        route.MapGet("/document.docx", async (Guid routeId, IMediator mediator, CancellationToken ct) =>
                TypedResults.File(await mediator.Send(new Query(routeId), ct), PaperDocument.MediaType, "route.docx"))
            .Produces<byte[]>(contentType: PaperDocument.MediaType)
            .Operation(nameof(ExportRoute), Permission.RouteOwn);

    public sealed record Query(Guid RouteId) : IQuery<byte[]>;

    sealed record Word(string Code, string NameRu);

    public sealed class Handler(Db db, IMediator mediator) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query query, CancellationToken ct)
        {
            var all = await mediator.Send(new GetRoute.Query(query.RouteId), ct);
            var words = (await db.List<Word>(Words, null, ct)).DistinctBy(word => word.Code).ToDictionary(word => word.Code, word => word.NameRu);
            var zone = await db.One<string>("select time_zone from organization_zone where place_id = @OrganizationId", all.Route, ct);
            return PaperDocument.Write(RoutePaper.Title, RoutePaper.Of(all, code => words.GetValueOrDefault(code, code), zone));
        }
    }

    const string Words = "select code, name_ru from dictionary_entry where dictionary in ('competence-area', 'pedagogical-product') order by dictionary";
}
