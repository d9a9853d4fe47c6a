using System.Text.Json.Nodes;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Monitoring;

/// <summary>
/// What an arrow of change compares: the same part of the school year before, and nothing that has not ended. In the autumn of
/// 2025 a pair met twice, once and nine times; in that of 2026 once, three times, and once in a November ten days old.
/// </summary>
public sealed class LikeWithLikeTests : MonitoringTest
{
    Guid _school;

    [OneTimeSetUp]
    public async Task Facts()
    {
        _school = await World.School();
        await World.Teacher(_school);
        Guid before = await Program(_school, "2025-08-20T10:00Z", "2026-05-31T10:00Z", "Completed"), now = await Program(_school, "2026-08-20T10:00Z");
        foreach (var day in new[] { "2025-09-08", "2025-09-15", "2025-10-06", "2026-09-07", "2026-10-05", "2026-10-12", "2026-10-19", "2026-11-05" })
            await Meeting(day.StartsWith("2025", StringComparison.Ordinal) ? before : now, day + "T10:00Z");
        for (var day = 1; day <= 9; day++) await Meeting(before, $"2025-11-{day:00}T10:00Z");
        await OpenMonths();
        await RollUp();
    }

    [TestCase("2026-10", 3, 3, 1)] // A month with the same month of last year, not with the month before
    [TestCase("2026-11", 1, null, null)] // An unfinished month with nothing
    [TestCase("2026-Q3", 0.5, 0.5, null)] // A quarter with nothing where a month of the same quarter was not counted
    [TestCase("2026-Q4", 2, 3, 1)] // An unfinished quarter by its finished months
    [TestCase("2026/27", 1.6667, 2, 1.5)] // A running school year by the part that has ended
    [TestCase("2025/26", 1.2, 1.2, null)] // A year before which nothing was counted with nothing
    [TestCase("2027", null, null, null)] // A period that has not begun with nothing
    public async Task A_flow_is_compared_with_the_same_finished_months_of_the_year_before(string period, double? value, double? comparable, double? previous)
    {
        foreach (var shown in await Everywhere("meetings-per-program", period))
            Assert.That(((double?)shown["value"], (double?)shown["comparable"], (double?)shown["previous"]), Is.EqualTo((value, comparable, previous)));
    }

    /// <summary>One program for one teacher, this year as the last one: but none in June, between the two.</summary>
    [TestCase("2026-11", 100, 100, 100)] // The end of the month counted last with the end of that month a year before
    [TestCase("2026/27", 100, 100, 100)] // A running year at the same point of the year before
    [TestCase("2026-06", 0, 0, null)] // A month without a month a year before
    [TestCase("2026-Q3", 100, 100, 100)] // A quarter at its end
    public async Task A_stock_is_compared_with_the_same_point_of_the_year_before(string period, double? value, double? comparable, double? previous)
    {
        foreach (var shown in await Everywhere("active-programs", period))
            Assert.That(((double?)shown["value"], (double?)shown["comparable"], (double?)shown["previous"]), Is.EqualTo((value, comparable, previous)));
    }

    /// <summary>The school's own numbers, and those of its region and of the country, which consist of it alone.</summary>
    async Task<IEnumerable<JsonNode>> Everywhere(string indicator, string period)
    {
        var analyst = await As(Role.FederalAnalyst, "RU");
        var shown = new List<JsonNode>();
        foreach (var path in new[] { $"organizations/{_school}", $"territories/{World.Region}", "territories/RU" })
        {
            var dashboard = await analyst.GetAsync($"/api/v1/{path}/dashboard?period={period}").Ok();
            shown.Add(dashboard["indicators"]!.AsArray().Single(i => (string?)i!["code"] == indicator)!);
        }

        return shown;
    }
}
