namespace Mentoring.Api.Features.Common.People;

/// <summary>A school year runs from 1 September to 31 August and is named by the calendar year in which it starts.</summary>
public static class SchoolYear
{
    /// <summary>2026 is "2026/27", as people write it.</summary>
    public static string Name(int year) => $"{year}/{(year + 1) % 100:00}";

    public static int Of(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;
}
