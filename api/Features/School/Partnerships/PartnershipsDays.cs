using Mentoring.Api.Features.Common.Notifications;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Whoever answers for a partner's contract hears a month and a week before its end, and of a next step whose day has passed.</summary>
sealed class PartnershipsDays : IDayNews
{
    public IReadOnlyList<DayNews> All => [new(new ContractNearsEnd(), Ending), new(new NextStepLapsed(), Overdue)];

    static readonly string Ending = $"""
        select md5('contract' || c.id || c.ends_on || (c.ends_on <= day.today + 7))::uuid, c.organization_id, c.region_code, c.id, null::uuid
          from partner_contract c join day on day.place_id = c.organization_id
         where c.status = 'InForce' and c.ends_on > day.today and c.ends_on <= day.today + {PartnerContractLifecycle.DaysOfWarning}
        """;

    const string Overdue = """
        select md5('step' || e.id || e.next_due_on)::uuid, e.organization_id, e.region_code, e.id, null::uuid
          from coordination_entry e join day on day.place_id = e.organization_id
         where e.next_step is not null and e.next_done_on is null and e.next_due_on between day.today - 3 and day.today - 1
        """;
}
