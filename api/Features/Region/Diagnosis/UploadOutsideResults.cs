using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>
/// Receives results of an outside instrument from a body, a CSV or a workbook of at most 20 MB; checked, confirmed and applied as every import.
/// </summary>
public static class UploadOutsideResults
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/diagnosis-results", async ([FromQuery] Guid organizationId, [FromQuery] Guid instrumentId, [FromQuery] string? fileName,
                HttpRequest request, IMediator mediator, CancellationToken ct) =>
            {
                var file = await ImportFile.Read(request, fileName, "results.csv", ct);
                var answer = await mediator.Send(new Command(organizationId, instrumentId, file), ct);
                return TypedResults.Accepted($"/api/v1/imports/{answer.Id}", answer);
            })
            .WithDescription("`organizationId`: the body. `instrumentId`: a published edition of an outside instrument. A row tells one area of one teacher: "
                + "name and birth date, personnel number or SNILS, day, area, score or level. The results become the teachers' own; the body reads none.")
            .Accepts<Stream>("application/octet-stream")
            .TakesFile(ImportFile.Largest, Uploads.OfOrganization)
            .Operation(nameof(UploadOutsideResults), Permission.DiagnosisImport);

    public sealed record Command(Guid OrganizationId, Guid InstrumentId, [property: JsonIgnore] ImportFile File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => File.Hash;
    }

    /// <param name="Id">Follow it at `/imports/{importId}`; what it would bring is at `/imports/{importId}/diagnosis-results`.</param>
    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Caller caller, ImportDesk desk, SnilsKeys keys, Outbox outbox, Audit audit)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            if (!await db.One<bool>(Usable, new { command.OrganizationId, command.InstrumentId }, ct))
                throw new BadInput("diagnosis.import-instrument") { Pointer = "/instrumentId" };
            var kept = await OutsideFile.Of(command.InstrumentId, command.File.Content, keys, ct);
            var file = new ImportFile(command.File.Name, kept.Write());
            var id = await desk.Take(ImportKind.DiagnosisResults, command.OrganizationId, place.RegionCode, file, ct);
            await outbox.Add(new ImportReceived(id), ct);
            audit.About(command.OrganizationId, place.RegionCode, id, new OutsideResultsUploaded(file.Hash));
            return new(id);
        }
    }

    const string Usable = $"""
        select exists (select from instrument i join organization o on o.id = @OrganizationId
                        where i.id = @InstrumentId and i.status = 'Published' and i.form = 'Outside' and {InstrumentReach.At})
        """;
}
