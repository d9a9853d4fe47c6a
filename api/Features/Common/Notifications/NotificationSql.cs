namespace Mentoring.Api.Features.Common.Notifications;

/// <summary>Fragments that several slices ask with.</summary>
static class NotificationSql
{
    /// <summary>Quiet until somebody says otherwise: from nine in the evening to seven in the morning.</summary>
    public const int QuietFrom = 21;
    public const int QuietUntil = 7;

    /// <summary>The quiet hours of the setting <c>s</c>; no setting means the usual ones, a setting without hours none.</summary>
    public static readonly string Quiet = $"""
        case when s.account_id is null then {QuietFrom} else s.quiet_from_hour end quiet_from_hour,
               case when s.account_id is null then {QuietUntil} else s.quiet_until_hour end quiet_until_hour
        """;

    /// <summary>The clock of an account's region: where the person works, else where a role is held, else Moscow's.</summary>
    public static string TimeZoneOf(string account) => $"""
        coalesce(
                   (select t.time_zone from employment e join organization_zone t on t.place_id = e.organization_id
                     where e.person_id = {account}.person_id and e.ended_on is null order by e.is_main desc, e.started_on limit 1),
                   (select t.time_zone from role_assignment r join organization_zone t on t.place_id = r.organization_id
                     where r.account_id = {account}.id and r.ended_on is null order by r.started_on limit 1),
                   (select coalesce(t.time_zone, above.time_zone) from role_assignment r join territory t on t.code = r.territory_code
                      left join territory above on above.code = t.parent_code
                     where r.account_id = {account}.id and r.ended_on is null order by r.started_on limit 1),
                   'Europe/Moscow')
        """;
}
