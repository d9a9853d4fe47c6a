using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Platform;

/// <summary>Endpoints that take files: whether there is room is answered before the first byte of the body is read.</summary>
public static class Uploads
{
    /// <summary>What a form says around its file.</summary>
    public const int Overhead = 64 * 1024;

    /// <param name="Owner">Finds, by <c>@Id</c> and in the caller's scope, whose room the file takes; null for what is the platform's own.</param>
    /// <param name="Id">The member of the route or of the query that names it.</param>
    public sealed record Metadata(string? Owner, string Id);

    /// <summary>The owner that an organization's own files have.</summary>
    public const string OfOrganization = "select id organization_id, region_code, null::uuid program_id from organization where id = @Id";

    public const string OfProgram = "select organization_id, region_code, id program_id from program where id = @Id";

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, int largest, string? owner, string id = "organizationId") =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(largest), new Metadata(owner, id));

    public static void UseUploads(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Metadata>() is { } upload) await Admit(http, upload);
        await next();
    });

    /// <summary>In a scope of its own, whose connection goes back before a slow sender begins.</summary>
    static async Task Admit(HttpContext http, Metadata upload)
    {
        var (caller, ct) = (http.RequestServices.GetRequiredService<Caller>(), http.RequestAborted);
        await using var scope = http.RequestServices.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Become(caller.Grants, caller.Scope);
        if (await scope.ServiceProvider.GetRequiredService<Idempotency>().IsKnown(ct)) return;
        await scope.ServiceProvider.GetRequiredService<FileRoom>().Admit(
            await OwnerOf(http, upload, scope.ServiceProvider.GetRequiredService<Db>(), ct), Math.Max(0, (http.Request.ContentLength ?? 0) - Overhead), ct);
    }

    static async Task<FileRoom.Owner?> OwnerOf(HttpContext http, Metadata upload, Db db, CancellationToken ct)
    {
        var named = http.GetRouteValue(upload.Id)?.ToString() ?? http.Request.Query[upload.Id].ToString();
        return upload.Owner is { } sql && Guid.TryParse(named, out var id) ? await db.Maybe<FileRoom.Owner>(sql, new { Id = id }, ct) : null;
    }
}
