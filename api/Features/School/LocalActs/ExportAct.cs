using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>An act as a DOCX file: A4, with the lines of approval, of the union's opinion and of signature.</summary>
public static class ExportAct
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapGet("/{actId:guid}/document.docx", async (Guid actId, IMediator mediator, CancellationToken ct) =>
            {
                var act = await mediator.Send(new GetAct.Query(actId), ct);
                return TypedResults.File(PaperDocument.Write(act.Title, act.Paper), PaperDocument.MediaType,
                    $"{act.Kind}-{act.Id.ToString("n")[^6..]}-v{act.Edition}.docx");
            })
            .Produces<byte[]>(contentType: PaperDocument.MediaType)
            .Operation(nameof(ExportAct), Permission.ActRead);
}
