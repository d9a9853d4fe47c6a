namespace Mentoring.Api.Features.Common.People;

/// <summary>Fragments that several slices of this chapter share.</summary>
static class PeopleSql
{
    /// <summary>
    /// Whom an organization counts as its teachers: those whose main work is there, in a teaching position. Who teaches beside
    /// the main work is counted where that is, so that nobody is counted twice; every figure of teachers asks here.
    /// </summary>
    public const string IsTeacher = "e.is_main and e.is_teaching";

    /// <summary>The person works at the organization today.</summary>
    public const string WorksHere = """
        select e.region_code from employment e
         where e.organization_id = @OrganizationId and e.person_id = @PersonId and e.started_on <= @Today and (e.ended_on is null or e.ended_on > @Today)
         limit 1
        """;
}
