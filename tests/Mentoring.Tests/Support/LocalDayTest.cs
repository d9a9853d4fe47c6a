using System.Globalization;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Common.Imports;
using Microsoft.Extensions.Time.Testing;

namespace Mentoring.Tests.Support;

/// <summary>Schools in several zones at an instant at which it is not the same day in all of them.</summary>
public abstract class LocalDayTest(string instant) : ImportTest
{
    protected DateTimeOffset Instant { get; } = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    protected override TimeProvider Time => _clock ??= new FakeTimeProvider(Instant);

    FakeTimeProvider? _clock;

    protected static readonly string[] Zones = ["Europe/Moscow", "Asia/Vladivostok", "Asia/Kamchatka", "Asia/Srednekolymsk"];

    /// <summary>A school in this zone: in the region that keeps it, or in the one municipality of Yakutia that does.</summary>
    protected async Task<Guid> SchoolIn(string zone)
    {
        var (region, municipality, name) = zone switch
        {
            "Europe/Moscow" => (World.Region, World.Municipality, ""),
            "Asia/Vladivostok" => (World.OtherRegion, "05701000", ""),
            "Asia/Kamchatka" => ("RU-KAM", "30701000", "город Петропавловск-Камчатский"),
            _ => ("RU-SA", "98999000", "Среднеколымский улус"),
        };
        if (name.Length > 0 && !await Sql.ExecuteScalarAsync<bool>("select exists (select from territory where code = @municipality)", new { municipality }))
            await (await As(Role.SystemAdministrator, "RU")).Post("/api/v1/territories",
                new { code = municipality, parentCode = region, nameRu = name, nameEn = "Far away" }).Gives(201);
        return await World.School(municipality, region);
    }

    protected string Day(string zone, int after = 0) => $"{RegionTime.DayOf(Instant, zone).AddDays(after):O}";

    protected int Year(string zone) => Mentoring.Api.Features.Common.People.SchoolYear.Of(RegionTime.DayOf(Instant, zone));
}
