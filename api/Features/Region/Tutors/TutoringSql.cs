namespace Mentoring.Api.Features.Region.Tutors;

static class TutoringSql
{
    /// <summary>Whether the body of assignment <c>a</c> stands behind its school with this service today.</summary>
    public const string Served = $"""
        exists (select from support_link l where l.organization_id = a.organization_id and l.body_id = a.body_id
                   and l.service_code = '{TutoringLife.Service}' and l.period @> local_day(now(), a.organization_id))
        """;
}
