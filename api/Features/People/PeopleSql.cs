namespace Mentoring.Api.Features.People;

/// <summary>Fragments that several slices of this chapter share.</summary>
static class PeopleSql
{
    public const string Name = "concat_ws(' ', p.family_name, p.given_name, p.patronymic)";

    /// <summary>The person works at the organization today.</summary>
    public const string WorksHere = """
        select e.region_code from employment e
         where e.organization_id = @OrganizationId and e.person_id = @PersonId and e.started_on <= @Today and (e.ended_on is null or e.ended_on > @Today)
         limit 1
        """;
}
