namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Where instruments are used: the federation's everywhere, a region's in it, a body's where it stands behind a school.</summary>
static class InstrumentReach
{
    /// <summary>Of instrument <c>i</c> at organization <c>o</c>.</summary>
    public const string At = """
        case when i.owner_organization_id is not null
             then i.owner_organization_id = o.id or exists (select from support_link l where l.organization_id = o.id and l.body_id = i.owner_organization_id
                                                               and l.service_code = 'diagnosis' and l.period @> local_day(now(), o.id))
             when i.owner_region is not null then i.owner_region = o.region_code else true end
        """;
}
