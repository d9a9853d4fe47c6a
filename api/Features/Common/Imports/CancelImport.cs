using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Gives up an import on which no job works; its file is forgotten.</summary>
public static class CancelImport
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapPost("/{importId:guid}/cancel", async (Guid importId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(importId), ct)))
            .Operation(nameof(CancelImport), Permission.ImportManage);

    public sealed record Command(Guid Id) : ICommand<Result>;

    public sealed record Result(ImportStatus Status, int Version);

    sealed record Current(ImportKind Kind, ImportStatus Status, int Version, Guid? OrganizationId, string? RegionCode);

    public sealed class Handler(Db db, Caller caller, Audit audit) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            // Looked at without the lock first: a working job holds it for as long as it works.
            var seen = await db.One<Current>(Read, new { command.Id }, ct);
            ImportReach.Demand(caller, seen.Kind, seen.OrganizationId);
            ImportLifecycle.Steps.Next(seen.Status, ImportStep.Cancel);
            var current = await db.One<Current>($"{Read} for update", new { command.Id }, ct);
            ImportLifecycle.Steps.Next(current.Status, ImportStep.Cancel);

            await db.Execute("update import set status = 'Cancelled', version = version + 1 where id = @Id", new { command.Id }, ct);
            await db.Execute(ImportSql.DropFile, new { command.Id }, ct);
            await News.Tell(db, Imports.Topic(command.Id), ct);
            if (current.OrganizationId is { } organization) audit.About(organization, current.RegionCode!, command.Id, new FileCancelled());
            else audit.AboutPlatform(new RegisterFileCancelled(command.Id));
            return new(ImportStatus.Cancelled, current.Version + 1);
        }
    }

    const string Read = "select kind, status, version, organization_id, region_code from import where id = @Id";
}
