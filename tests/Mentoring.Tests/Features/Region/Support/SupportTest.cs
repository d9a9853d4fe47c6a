using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Region.Support;

/// <summary>A centre of the region with its head, whoever keeps the region, and schools that somebody may stand behind.</summary>
public abstract class SupportTest : ApiTest
{
    protected const string Tutoring = "route-tutoring";
    protected const string Diagnosis = "diagnosis";
    protected const string Agreed = "Соглашение от 01.09.2026 № 14";

    protected Guid Centre { get; private set; }
    protected Guid School { get; private set; }
    protected Guid CentreAccount { get; private set; }
    protected HttpClient CentreHead { get; private set; } = null!;
    protected HttpClient Coordinator { get; private set; } = null!;

    protected DateOnly Today => RegionTime.DayOf(Time.GetUtcNow(), "Europe/Moscow");

    [SetUp]
    public async Task OpenCentre()
    {
        (Centre, School) = (await Body(), await World.School());
        CentreAccount = await World.Account(Role.CentreHead, Centre);
        (CentreHead, Coordinator) = (As(CentreAccount), await As(Role.RegionalCoordinator, World.Region));
    }

    protected async Task<Guid> Body(string municipality = "28701000", string region = World.Region, string kind = "Cnppm")
    {
        var id = await World.School(municipality, region);
        await Sql.ExecuteAsync("update organization set kind = @kind, sector = 'None', name_short = @name, name_full = @name where id = @id",
            new { id, kind, name = $"{kind} {id:n}" });
        return id;
    }

    protected static string Links(Guid body) => $"/api/v1/organizations/{body}/support-links";

    protected object Opening(
        Guid[]? organizations = null, string[]? services = null, int from = 0, int? until = null, bool skipExisting = false, string? territory = null,
        string agreement = Agreed) => new
        {
            organizationIds = territory is null ? organizations ?? [School] : null, territoryCode = territory, services = services ?? [Tutoring],
            startsOn = $"{Today.AddDays(from):O}", endsOn = until is { } days ? $"{Today.AddDays(days):O}" : null, agreement, skipExisting,
        };

    /// <returns>The id of the school's link with the first service.</returns>
    protected async Task<Guid> Opened(int from = 0, int? until = null, Guid? school = null, string service = Tutoring, string agreement = Agreed)
    {
        var id = school ?? School;
        await CentreHead.Post(Links(Centre), Opening([id], [service], from, until, agreement: agreement)).Ok();
        return await Sql.QuerySingleAsync<Guid>("""
            select id from support_link where organization_id = @id and body_id = @Centre and service_code = @service order by created_at desc, id desc limit 1
            """, new { id, Centre, service });
    }

    protected async Task<IReadOnlyList<string?>> Told(Guid account)
    {
        await Run<OutboxDrain>(drain => drain.Run(default));
        return [.. (await As(account).GetAsync("/api/v1/me/notifications").Ok())["items"]!.AsArray().Select(item => (string?)item!["kind"])];
    }
}
