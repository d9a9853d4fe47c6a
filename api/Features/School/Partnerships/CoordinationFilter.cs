using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Which entries of the log are wanted: one question for the list and for its file.</summary>
/// <param name="Search">A part of the title or of what was agreed.</param>
/// <param name="ContactId">Only with this contact.</param>
/// <param name="ContractId">Only under this contract.</param>
/// <param name="From">Held on this day or later.</param>
/// <param name="To">Held on this day or earlier.</param>
/// <param name="Open">True: only those whose next step is not done.</param>
public record CoordinationFilter(
    string? Search = null, CoordinationKind? Kind = null, Guid? ContactId = null, Guid? ContractId = null, DateOnly? From = null, DateOnly? To = null,
        bool? Open = null)
{
    internal object Args(Guid organization, DateOnly? afterDay, Guid? afterId, int take) => new
    {
        Organization = organization, Pattern = Like.Containing(Search), Kind = Kind?.ToString(), ContactId, ContractId, From, To, Open, AfterDay = afterDay,
        AfterId = afterId, Take = take,
    };

    /// <summary>Contacts that were erased are counted, not named.</summary>
    internal const string Sql = """
        select e.id, e.kind, e.held_on, e.title, e.agreed, e.next_step, e.next_due_on, e.next_responsible_id,
               person_name(p) next_responsible_name, e.next_done_on, e.next_result, e.version
          from coordination_entry e left join person p on p.id = e.next_responsible_id
         where e.organization_id = @Organization and (@Kind::text is null or e.kind = @Kind)
           and (@Pattern::text is null or e.title ilike @Pattern or e.agreed ilike @Pattern)
           and (@From::date is null or e.held_on >= @From) and (@To::date is null or e.held_on <= @To)
           and (@Open::boolean is null or (e.next_step is not null and e.next_done_on is null) = @Open)
           and (@ContactId::uuid is null or exists (select from coordination_contact m where m.entry_id = e.id and m.contact_id = @ContactId))
           and (@ContractId::uuid is null or exists (select from coordination_contract m where m.entry_id = e.id and m.contract_id = @ContractId))
           and (@AfterId::uuid is null or (e.held_on, e.id) < (@AfterDay::date, @AfterId))
         order by e.held_on desc, e.id desc limit @Take
        """;

    internal const string With = """
        select m.entry_id, c.id, c.name, c.role, c.erased_on is not null erased from coordination_contact m join partner_contact c on c.id = m.contact_id
         where m.organization_id = @Organization and m.entry_id = any(@Ids) order by c.name, c.id;

        select m.entry_id, c.id, c.partner_name name from coordination_contract m join partner_contract c on c.id = m.contract_id
         where m.organization_id = @Organization and m.entry_id = any(@Ids) order by c.partner_name, c.id;
        """;
}
