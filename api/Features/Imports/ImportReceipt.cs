using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>Takes in a file: once, whatever its kind.</summary>
static class ImportReceipt
{
    /// <summary>Imports of one organization, or one part of the register, that are neither applied nor given up; each keeps its file.</summary>
    public const int MostOpen = 20;

    /// <summary>Of older imports the numbers stay, the lists of problems and people go: they can be longer than the file.</summary>
    const int Remembered = 20;

    sealed record First(Guid Id);

    /// <summary>The index behind it decides between two uploads at the same moment; here the first one's id is told.</summary>
    public static async Task RefuseDuplicate(Db db, ImportKind kind, Guid? organization, string? region, string hash, CancellationToken ct)
    {
        var first = await db.Maybe<First>("""
            select id from import
             where kind = @Kind and coalesce(organization_id::text, region_code, 'RU') = coalesce(@organization::text, @region, 'RU')
               and file_hash = @hash and status not in ('Failed', 'Cancelled')
            """, new { Kind = kind.ToString(), organization, region, hash }, ct);
        if (first is not null) throw new RuleViolation("import.duplicate", ("importId", first.Id));
    }

    public static async Task RefuseMany(Db db, ImportKind kind, Guid? organization, string? region, CancellationToken ct)
    {
        var open = await db.One<int>("""
            select count(*)::int from import
             where kind = @Kind and coalesce(organization_id::text, region_code, 'RU') = coalesce(@organization::text, @region, 'RU')
               and status not in ('Applied', 'Failed', 'Cancelled')
            """, new { Kind = kind.ToString(), organization, region }, ct);
        if (open >= MostOpen) throw new RuleViolation("import.too-many-open", ("most", MostOpen));
    }

    public static async Task Keep(
        Db db, Guid id, ImportKind kind, Guid? organizationId, string? region, ImportFile file, Caller caller, TimeProvider time, CancellationToken ct)
    {
        await db.Execute(ImportSql.Received, new
        {
            Id = id, Kind = kind.ToString(), OrganizationId = organizationId, Region = region, file.Name, file.Hash,
            Now = time.GetUtcNow().UtcDateTime, Caller = caller.Id,
        }, ct);
        await db.Execute(ForgetProblems, new { Kind = kind.ToString(), OrganizationId = organizationId, Region = region, Remembered }, ct);
        await db.Execute(ImportSql.KeepFile, new { Id = id, OrganizationId = organizationId, Region = region, file.Content }, ct);
    }

    const string ForgetProblems = """
        with old as (
            select id from import
             where kind = @Kind and coalesce(organization_id::text, region_code, 'RU') = coalesce(@OrganizationId::text, @Region, 'RU')
               and status in ('Applied', 'Failed', 'Cancelled')
             order by id desc offset @Remembered),
        people as (delete from import_person where import_id in (select id from old)),
        organizations as (delete from import_organization where import_id in (select id from old))
        delete from import_problem where import_id in (select id from old)
        """;
}
