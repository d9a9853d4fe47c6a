using Mentoring.Api.Features.Common.Notifications;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>Both sides hear two weeks ahead that a component comes back: time to agree on the next delegation.</summary>
sealed class DelegationsDays : IDayNews
{
    public IReadOnlyList<DayNews> All => [new(new DelegationNearsEnd(), Ending)];

    const string Ending = """
        select md5('ending' || d.id || d.ends_on || side.id)::uuid, side.id, o.region_code, d.id, null::uuid
          from delegation d join day on day.place_id = d.organization_id
          cross join lateral (values (d.organization_id), (d.taker_id)) side (id)
          join organization o on o.id = side.id
         where d.status = 'InForce' and d.ends_on > day.today and d.ends_on <= day.today + 14
        """;
}
