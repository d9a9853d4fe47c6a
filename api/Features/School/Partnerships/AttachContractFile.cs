using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>
/// Attaches the signed contract, or another edition of its draft, as a file of at most 20 MB. PDF, office documents without macros and
/// pictures; the content has to be what the name says.
/// </summary>
public static class AttachContractFile
{
    public static void Map(RouteGroupBuilder contracts) =>
        contracts.MapPost("/{contractId:guid}/file",
            async (Guid organizationId, Guid contractId, IFormFile file, [FromForm] int version, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, contractId, version, await Files.Read(file, "/file", ct)), ct)))
            .DisableAntiforgery()
            .TakesFile(Files.LargestForm, Uploads.OfOrganization)
            .Operation(nameof(AttachContractFile), Permission.PartnerManage);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, [property: JsonIgnore] Files.Upload File) : ICommand<PartnerContractState>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.Content));
    }

    public sealed class Handler(Db db, Files files, Audit audit, Caller caller) : IRequestHandler<Command, PartnerContractState>
    {
        public async Task<PartnerContractState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var contract = await PartnerContractRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            contract.MustBeOpen();
            var stored = await files.Keep(command.File, FileKind.Contract, place.OrganizationId, place.RegionCode, null, ct);
            await db.ExecuteOne("update partner_contract set file_id = @File, file_name = @Name, version = version + 1 where id = @Id",
                new { command.Id, File = stored.Id, stored.Name }, ct);
            audit.About(place.OrganizationId, place.RegionCode, contract.Id, new ContractFileAttached(stored.MediaType, stored.Size));
            return new(contract.Id, contract.Status, contract.Version + 1);
        }
    }
}
