using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Storage;

/// <summary>What takes up an organization's room: by kind, and the largest programs and persons.</summary>
public static class GetStorageUsage
{
    public static void Map(RouteGroupBuilder storage) =>
        storage.MapGet("/", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetStorageUsage), Permission.StorageRead);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="Programs">The ten largest.</param>
    /// <param name="Persons">The ten who have put most.</param>
    /// <param name="TakesFiles">False while the platform is short of room: nobody's files are taken.</param>
    public sealed record Result(
        StorageShare Organization, IReadOnlyList<OfKind> Kinds, IReadOnlyList<OfProgram> Programs, IReadOnlyList<OfPerson> Persons,
        long ProgramLimit, long PersonLimit, bool TakesFiles);

    /// <param name="Bytes">Of all files of the kind, withdrawn and replaced ones too.</param>
    public sealed record OfKind(FileKind Kind, long Bytes, int Files);

    public sealed record OfProgram(Guid Id, string Title, long Bytes, int Files);

    /// <param name="Name">Of the person, or id of the system.</param>
    public sealed record OfPerson(string Name, long Bytes, int Files);

    public sealed class Handler(Db db, FileRoom room, StorageRoom storage, StorageQuotas quotas, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var parts = await room.Of(new(place.OrganizationId, place.RegionCode, null), ct);
            var takes = (await storage.Look(ct)).TakesFiles;
            return await db.Many(Sql, new { place.OrganizationId, place.RegionCode }, async results => new Result(
                StorageShare.Of(parts.Organization),
                [.. await results.ReadAsync<OfKind>()], [.. await results.ReadAsync<OfProgram>()], [.. await results.ReadAsync<OfPerson>()],
                quotas.Program, quotas.Person, takes), ct);
        }
    }

    const string Sql = """
        select owner_id kind, bytes, files from storage_usage
         where region_code = @RegionCode and organization_id = @OrganizationId and owner = 'Kind' and bytes > 0
         order by bytes desc, owner_id;
        select p.id, p.title, u.bytes, u.files
          from storage_usage u join program p on p.id = u.owner_id::uuid
         where u.region_code = @RegionCode and u.organization_id = @OrganizationId and u.owner = 'Program' and u.bytes > 0
         order by u.bytes desc, p.id limit 10;
        select coalesce(a.display_name, u.owner_id) name, u.bytes, u.files
          from storage_usage u left join identity.account a on a.id::text = u.owner_id
         where u.region_code = @RegionCode and u.organization_id = @OrganizationId and u.owner = 'Person' and u.bytes > 0
         order by u.bytes desc, u.owner_id limit 10
        """;
}
