using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Storage;

/// <summary>Chapter: what files take up. People see what is left before they send, schools what takes their room, operators all of it.</summary>
public static class Storage
{
    public static void MapStorage(this RouteGroupBuilder api)
    {
        var storage = api.MapGroup("/storage").Chapter("Storage", "What files take up, by organization, and how much more fits.");
        GetStorageRoom.Map(storage);
        GetStorageState.Map(storage);
        ListStorageUsage.Map(storage);

        var organization = api.MapGroup("/organizations/{organizationId:guid}/storage").WithTags("Storage");
        GetStorageUsage.Map(organization);
        SetStorageQuota.Map(organization);
    }
}

/// <summary>Files of one owner.</summary>
/// <param name="Used">Bytes.</param>
/// <param name="Limit">Bytes that there is room for.</param>
public sealed record StorageShare(long Used, long Limit)
{
    public static StorageShare Of(FileRoom.Part part) => new(part.Used, part.Limit);
}
