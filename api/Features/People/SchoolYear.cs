namespace Mentoring.Api.Features.People;

/// <summary>A school year runs from 1 September to 31 August and is named by the calendar year in which it starts.</summary>
public static class SchoolYear
{
    public static int Of(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;
}
