using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Receives the staff of an organization as OneRoster CSV files in a zip of at most 20 MB; it is checked in the background.</summary>
public static class UploadRoster
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/roster", async ([FromQuery] Guid organizationId, [FromQuery] string? fileName, HttpRequest request, IMediator mediator,
            CancellationToken ct) =>
            {
                var answer = await mediator.Send(new Command(organizationId, await ImportFile.Read(request, fileName, "roster.zip", ct)), ct);
                return TypedResults.Accepted($"/api/v1/imports/{answer.Id}", answer);
            })
            .Accepts<Stream>("application/zip")
            .TakesFile(ImportFile.Largest, Uploads.OfOrganization)
            .Operation(nameof(UploadRoster), Permission.RosterImport);

    public sealed record Command(Guid OrganizationId, [property: JsonIgnore] ImportFile File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => File.Hash;
    }

    /// <param name="Id">Follow it at `/imports/{importId}` or `/imports/{importId}/events`.</param>
    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Caller caller, ImportDesk desk, SnilsKeys keys, Outbox outbox, Audit audit)
        : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            await StaffEdits.RefuseClosed(db, command.OrganizationId, ct);
            using (var archive = RosterArchive.Open(command.File.Content)) archive.RequireFiles();
            var file = new ImportFile(command.File.Name, await RosterSnils.Hide(command.File.Content, keys, ct));
            var id = await desk.Take(ImportKind.Roster, command.OrganizationId, place.RegionCode, file, ct);
            await outbox.Add(new ImportReceived(id), ct);
            audit.About(command.OrganizationId, place.RegionCode, id, new RosterUploaded(file.Hash));
            return new(id);
        }
    }
}
