namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>
/// What is written of a body of the external contour by hand: it is often a unit of an institute, and stands in no register of
/// its own. It ends as every organization does.
/// </summary>
static class BodyWrites
{
    public const string Add = """
        insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short, parent_id, ogrn, inn, address, email, phone, website,
            updated_at)
        values (@Id, @RegionCode, @Code, @Kind, @Sector, @NameFull, @NameShort, @ParentId, @Ogrn, @Inn, @Address, @Email, @Phone, @Website, @Now)
        """;

    public const string Revise = """
        update organization set name_full = @NameFull, name_short = @NameShort, parent_id = @ParentId, ogrn = @Ogrn, inn = @Inn, address = @Address,
               email = @Email, phone = @Phone, website = @Website, version = version + 1, updated_at = @Now
         where id = @Id
        """;
}
