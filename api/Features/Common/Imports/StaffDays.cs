using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Which days of a person and of the work can be true; one rule for files, for a school's own list and for what is typed.</summary>
static class StaffDays
{
    /// <summary>Nobody works in a school before this age (Labour Code, article 63), nor do records of people older than the oldest.</summary>
    public const int Youngest = 14;

    public const int Oldest = 110;

    /// <summary>So far ahead somebody is hired, or changes the position.</summary>
    public const int YearsAhead = 1;

    public static bool IsBirth(DateOnly birth, DateOnly today) => birth <= today.AddYears(-Youngest) && birth >= today.AddYears(-Oldest);

    public static bool IsHire(DateOnly? birth, DateOnly startedOn) => birth is null || startedOn >= birth.Value.AddYears(Youngest);

    public static bool IsAhead(DateOnly startedOn, DateOnly today) => startedOn > today.AddYears(YearsAhead);

    public static void RefuseBirth(DateOnly? birth, DateOnly today)
    {
        if (birth is { } day && !IsBirth(day, today)) throw new BadInput(day > today ? "person.birth-date" : "import.birth-date") { Pointer = "/birthDate" };
    }
}
