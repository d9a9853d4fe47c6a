using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// Receives a list that an organization keeps of its staff, a workbook of Excel or a CSV of at most 20 MB; somebody says next what its columns
/// tell.
/// </summary>
public static class UploadStaffList
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/staff-list",
            async ([FromQuery] Guid organizationId, [FromQuery] string? fileName, HttpRequest request, IMediator mediator, CancellationToken ct) =>
            {
                var answer = await mediator.Send(new Command(organizationId, await ImportFile.Read(request, fileName, "staff.xlsx", ct)), ct);
                return TypedResults.Accepted($"/api/v1/imports/{answer.Id}", answer);
            })
            .Accepts<Stream>("application/octet-stream")
            .TakesFile(ImportFile.Largest, Uploads.OfOrganization)
            .Operation(nameof(UploadStaffList), Permission.RosterImport);

    public sealed record Command(Guid OrganizationId, [property: JsonIgnore] ImportFile File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => File.Hash;
    }

    /// <param name="Id">Match its columns at `/imports/{importId}/match`; it is checked after that.</param>
    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Caller caller, ImportDesk desk, Audit audit) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            await StaffEdits.RefuseClosed(db, command.OrganizationId, ct);
            StaffSheet.Read(command.File.Content);
            var id = await desk.Take(ImportKind.StaffList, command.OrganizationId, place.RegionCode, command.File, ct);
            await db.Execute("update import set status = 'Unmatched' where id = @id", new { id }, ct);
            audit.About(command.OrganizationId, place.RegionCode, id, new StaffListUploaded(command.File.Hash));
            return new(id);
        }
    }
}
