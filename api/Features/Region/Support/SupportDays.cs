using Mentoring.Api.Features.Common.Notifications;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>A body hears a month ahead that an agreement runs out: once, however many organizations and services rest on it.</summary>
sealed class SupportDays : IDayNews
{
    public IReadOnlyList<DayNews> All => [new(new SupportNearsEnd(), Ending)];

    static readonly string Ending = $"""
        select md5('support' || l.body_id || l.agreement || l.ends_on)::uuid, l.body_id, b.region_code, (min(l.id::text))::uuid, null::uuid
          from support_link l join organization b on b.id = l.body_id join day on day.place_id = l.organization_id
         where l.ended_at is null and l.starts_on <= day.today and l.ends_on > day.today and l.ends_on <= day.today + {SupportLife.DaysOfWarning}
         group by l.body_id, b.region_code, l.agreement, l.ends_on
        """;
}
