using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>A body that may be asked.</summary>
/// <param name="Kind">Code of the dictionary `organization-kind`.</param>
/// <param name="Service">With which service it stands behind the school, a code of the dictionary `support-service`; null of the region's centre.</param>
/// <param name="Open">How many questions are open there.</param>
/// <param name="People">How many people there may answer.</param>
/// <param name="Days">Within how many working days it answers.</param>
public sealed record HelpOffer(
    Guid BodyId, string NameShort, string Kind, HelpReason Reason, string? Service, int Open, int People, int Days, string? Phone, string? Email);

/// <summary>Whom a school asks for help of one kind: who stands behind it with a service that fits; where nobody does, the region's centre.</summary>
static class HelpOffers
{
    static readonly string[] s_usual = ["methodical-help", "route-tutoring", "outer-mentoring"];

    /// <summary>The services that fit each kind of help, the nearest first.</summary>
    static readonly Dictionary<string, string[]> s_services = new()
    {
        ["consultation"] = s_usual,
        ["materials"] = ["methodical-help", "courses"],
        ["expert-review"] = ["methodical-help", "diagnosis"],
        ["joint-lesson"] = ["outer-mentoring", "methodical-help", "internship"],
        ["event"] = ["events", "methodical-help"],
        ["route-advice"] = ["route-tutoring", "diagnosis", "methodical-help"],
    };

    public static string[] Services(string form) => s_services.GetValueOrDefault(form, s_usual);

    /// <summary>Who is offered to a school for this kind of help.</summary>
    public static Task<IReadOnlyList<HelpOffer>> For(Place place, string form, Db db, TimeProvider time, CancellationToken ct) =>
        db.List<HelpOffer>(Sql, Args(place.OrganizationId, place.RegionCode, Services(form), centre: false, place.Today(time)), ct);

    /// <summary>To whom a body may pass a question on: whoever stands behind the school, and the centres of its region.</summary>
    public static Task<IReadOnlyList<HelpOffer>> Others(Guid organization, string region, DateOnly today, Db db, CancellationToken ct) =>
        db.List<HelpOffer>(Sql, Args(organization, region, null, centre: true, today), ct);

    static object Args(Guid organization, string region, string[]? services, bool centre, DateOnly today) =>
        new { organization, region, services, centre, today, HelpLifecycle.UsualDays };

    const string Sql = $"""
        with supports as materialized (
            select distinct on (l.body_id) l.body_id, l.service_code, coalesce(array_position(@services::text[], l.service_code), 9) rank
              from support_link l join organization b on b.id = l.body_id and b.status = 'Open'
             where l.region_code = @region and l.organization_id = @organization and l.period @> @today::date
               and (@services::text[] is null or l.service_code = any(@services))
             order by l.body_id, array_position(@services::text[], l.service_code), l.service_code),
        offered as materialized (
            select body_id, service_code, rank from supports
            union all
            select b.id, null, 10 from organization b
             where b.kind = 'Cnppm' and b.kind in {OrganizationKinds.Body} and b.status = 'Open' and b.region_code = @region and b.id <> @organization
               and (@centre or not exists (select from supports)) and b.id not in (select body_id from supports))
        select b.id body_id, b.name_short, b.kind, case when o.service_code is null then 'RegionCentre' else 'Service' end reason, o.service_code service,
               busy.open, busy.people, coalesce(rule.days, @UsualDays) days, b.phone, b.email
          from offered o join organization b on b.id = o.body_id
          join help_load(array(select body_id from offered), @today) busy on busy.body_id = o.body_id
          left join help_rule rule on rule.organization_id = o.body_id
         order by busy.people = 0, o.rank, busy.open::numeric / greatest(busy.people, 1), b.name_short, b.id
         limit 50
        """;
}
