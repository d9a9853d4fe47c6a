using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Storage;

/// <summary>An operator decides how much room an organization has for files, or leaves it to the platform's setting again.</summary>
public static class SetStorageQuota
{
    public static void Map(RouteGroupBuilder storage) =>
        storage.MapPut("/quota", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Megabytes), ct)))
            .Operation(nameof(SetStorageQuota), Permission.StorageManage);

    /// <param name="Megabytes">0 to 10,000,000; null: as much as the platform's setting says. What is kept stays, also beyond it.</param>
    public sealed record Body(long? Megabytes);

    public sealed record Command(Guid OrganizationId, long? Megabytes) : ICommand<Result>;

    /// <param name="Limit">Bytes.</param>
    public sealed record Result(long Limit);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Megabytes).InclusiveBetween(0, 10_000_000).OverridePropertyName("megabytes");
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, StorageQuotas quotas, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!caller.Scope.Federation) throw new NotFound();
            var region = await Place.RegionOf(command.OrganizationId, db, ct);
            var bytes = command.Megabytes * 1024 * 1024;
            var args = new { command.OrganizationId, Region = region, Bytes = bytes, By = caller.Id, Now = time.GetUtcNow().UtcDateTime };
            await db.Execute(bytes is null ? Drop : Save, args, ct);
            audit.About(command.OrganizationId, region, command.OrganizationId, new StorageQuotaSet(command.Megabytes));
            return new(bytes ?? quotas.Organization);
        }
    }

    const string Drop = "delete from storage_quota where region_code = @Region and organization_id = @OrganizationId";
    const string Save = """
        insert into storage_quota (region_code, organization_id, bytes, set_by, set_at) values (@Region, @OrganizationId, @Bytes, @By, @Now)
        on conflict (region_code, organization_id) do update set bytes = excluded.bytes, set_by = excluded.set_by, set_at = excluded.set_at
        """;
}
