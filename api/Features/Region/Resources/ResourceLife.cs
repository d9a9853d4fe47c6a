using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>The life of a resource: what is withdrawn is changed by nobody until it is offered again.</summary>
public static class ResourceLife
{
    public static readonly Lifecycle<ResourceStatus, ResourceStep> Steps = new("resource.step-impossible",
        new Dictionary<(ResourceStatus, ResourceStep), ResourceStatus>
        {
            [(ResourceStatus.Offered, ResourceStep.Revise)] = ResourceStatus.Offered,
            [(ResourceStatus.Offered, ResourceStep.OpenRun)] = ResourceStatus.Offered,
            [(ResourceStatus.Offered, ResourceStep.Withdraw)] = ResourceStatus.Withdrawn,
            [(ResourceStatus.Withdrawn, ResourceStep.Offer)] = ResourceStatus.Offered,
        });

    /// <summary>How run <c>n</c> stands on <c>day.today</c>.</summary>
    public const string RunStanding = """
        case when n.called_off_at is not null then 'CalledOff' when n.apply_until < day.today then 'Closed' when n.taken >= n.places then 'Full'
             else 'Open' end
        """;

    /// <summary>The day at the body that keeps resource <c>r</c>. Parameter: Now.</summary>
    public const string Day = """
        join organization_zone zone on zone.place_id = r.body_id
        cross join lateral (select (@Now::timestamptz at time zone zone.time_zone)::date today) day
        """;
}
