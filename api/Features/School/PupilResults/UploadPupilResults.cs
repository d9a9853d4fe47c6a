using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>
/// Receives counts of what pupils reached from a school, a CSV or a workbook of at most 20 MB; checked, confirmed and applied as every import.
/// </summary>
public static class UploadPupilResults
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/pupil-results", async ([FromQuery] Guid organizationId, [FromQuery] string? fileName, HttpRequest request, IMediator mediator,
                CancellationToken ct) =>
            {
                var file = await ImportFile.Read(request, fileName, "pupil-results.csv", ct);
                var answer = await mediator.Send(new Command(organizationId, file), ct);
                return TypedResults.Accepted($"/api/v1/imports/{answer.Id}", answer);
            })
            .WithDescription("A row tells one figure of one teacher, who is found by SNILS, personnel number or full name. A row that is known changes "
                + "nothing, one that differs becomes a correction. All rows are applied in one transaction.")
            .Accepts<Stream>("application/octet-stream")
            .TakesFile(ImportFile.Largest, Uploads.OfOrganization)
            .Operation(nameof(UploadPupilResults), Permission.PupilResultImport);

    public sealed record Command(Guid OrganizationId, [property: JsonIgnore] ImportFile File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => File.Hash;
    }

    /// <param name="Id">Follow it at `/imports/{importId}`.</param>
    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Caller caller, ImportDesk desk, SnilsKeys keys, Outbox outbox, Audit audit)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var kept = await PupilFile.Of(command.File.Content, keys, ct);
            var file = new ImportFile(command.File.Name, kept.Write());
            var id = await desk.Take(ImportKind.PupilResults, command.OrganizationId, place.RegionCode, file, ct);
            await outbox.Add(new ImportReceived(id), ct);
            audit.About(command.OrganizationId, place.RegionCode, id, new PupilResultsUploaded(file.Hash));
            return new(id);
        }
    }
}
