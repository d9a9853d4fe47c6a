using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Receives organizations as the public register of accredited educational organizations exports them. JSON of at most 20 MB.</summary>
public static class UploadOrganizationRegister
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/organizations", async ([FromQuery] string? fileName, HttpRequest request, IMediator mediator, CancellationToken ct) =>
            {
                var answer = await mediator.Send(new Command(await ImportFile.Read(request, fileName, "organizations.json", ct)), ct);
                return TypedResults.Accepted($"/api/v1/imports/{answer.Id}", answer);
            })
            .Accepts<Stream>("application/json")
            .TakesFile(ImportFile.Largest, owner: null)
            .Operation(nameof(UploadOrganizationRegister), Permission.OrganizationImport);

    public sealed record Command([property: JsonIgnore] ImportFile File) : ICommand<Result>
    {
        /// <summary>What an idempotency key is held to: the file by its hash, not by its megabytes.</summary>
        public string Hash => File.Hash;
    }

    /// <param name="Id">Follow it at `/imports/{importId}` or `/imports/{importId}/events`.</param>
    public sealed record Result(Guid Id);

    public sealed class Handler(Db db, Caller caller, Outbox outbox, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            // Who holds the federation takes in every region; a coordinator their own, and only one at a time.
            var region = caller.Scope switch
            {
                { Federation: true } => null,
                { Regions: { Count: 1 } own } => own.Single(),
                _ => throw new Forbidden("import.one-region"),
            };
            RegisterFile.Require(command.File.Content);
            await ImportReceipt.RefuseDuplicate(db, ImportKind.OrganizationRegister, null, region, command.File.Hash, ct);
            await ImportReceipt.RefuseMany(db, ImportKind.OrganizationRegister, null, region, ct);

            var id = Guid.CreateVersion7(time.GetUtcNow());
            await ImportReceipt.Keep(db, id, ImportKind.OrganizationRegister, null, region, command.File, caller, time, ct);
            await outbox.Add(new ImportReceived(id), ct);
            audit.AboutPlatform(new OrganizationRegisterUploaded(id, command.File.Hash, region));
            return new(id);
        }
    }
}
