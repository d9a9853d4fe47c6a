using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Storage;

/// <summary>What the organizations' files take up, the largest first.</summary>
public static class ListStorageUsage
{
    public static void Map(RouteGroupBuilder storage) =>
        storage.MapGet("/organizations", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListStorageUsage), Permission.StorageManage);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="Limit">Bytes that there is room for.</param>
    /// <param name="OwnLimit">The same where an operator has set it; null where the platform's holds.</param>
    public sealed record Item(
        Guid OrganizationId, string Name, string RegionCode, string RegionNameRu, string RegionNameEn, long Bytes, int Files, long Limit, long? OwnLimit);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(long Bytes, Guid Id);

    public sealed class Handler(Db db, Cursors cursors, StorageQuotas quotas) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var size = query.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<After>(query.Cursor, nameof(ListStorageUsage));
            var rows = await db.List<Item>(Sql, new { after?.Bytes, after?.Id, Default = quotas.Organization, Take = size + 1 }, ct);
            return cursors.Page(rows, size, nameof(ListStorageUsage), (Item item) => new After(item.Bytes, item.OrganizationId));
        }
    }

    const string Sql = """
        select u.organization_id, o.name_short name, u.region_code, t.name_ru region_name_ru, t.name_en region_name_en, u.bytes, u.files,
               coalesce(q.bytes, @Default) "limit", q.bytes own_limit
          from storage_usage u
          join organization o on o.id = u.organization_id
          join territory t on t.code = u.region_code
          left join storage_quota q on q.region_code = u.region_code and q.organization_id = u.organization_id
         where u.owner = 'Organization' and (@Bytes::bigint is null or u.bytes < @Bytes or u.bytes = @Bytes and u.organization_id > @Id)
         order by u.bytes desc, u.organization_id limit @Take
        """;
}
