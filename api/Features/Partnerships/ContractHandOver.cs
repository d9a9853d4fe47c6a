using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Partnerships;

/// <summary>
/// What becomes of the contracts of an organization that ends: the successor carries them on as its own from that day, and what
/// stood until then stays where it was. What was made with the successor itself, or what the successor has signed too, only ends.
/// </summary>
static class ContractHandOver
{
    /// <param name="heir">In the same region: a row does not leave it.</param>
    /// <param name="outcome">What is told at the place that the contract leaves.</param>
    /// <returns>How many go on.</returns>
    public static async Task<int> Carry(Guid organization, Guid heir, DateOnly on, string outcome, Db db, TimeProvider time, CancellationToken ct)
    {
        var going = await db.List<Guid>(Going, new { organization, heir, on }, ct);
        Guid[] ids = [.. going.Select(_ => Guid.CreateVersion7(time.GetUtcNow()))];
        await db.Execute(Move, new { heir, on, outcome, Going = going.ToArray(), ids }, ct);
        await Files.GiveTo(heir, await db.List<Guid>(Attached, new { Going = going.ToArray() }, ct), db, ct);
        return going.Count;
    }

    const string Going = """
        select c.id from partner_contract c
         where c.organization_id = @organization and c.status in ('Draft', 'InForce') and (c.ends_on is null or c.ends_on > @on)
           and c.partner_organization_id is distinct from @heir
           and not exists (select from partner_contract own where own.organization_id = @heir and own.number <> '' and lower(own.number) = lower(c.number)
                              and own.signed_on = c.signed_on)
         order by c.id for update
        """;

    const string Attached = "select file_id from partner_contract where id = any(@Going) and file_id is not null";

    const string Move = """
        insert into partner_contract (id, organization_id, region_code, kind, partner_organization_id, partner_name, subject, number, signed_on, starts_on,
               ends_on, responsible_id, status, file_id, file_name, carried_from)
        select g.new_id, @heir, c.region_code, c.kind, c.partner_organization_id, c.partner_name, c.subject, c.number, c.signed_on,
               greatest(c.starts_on, @on), c.ends_on, c.responsible_id, c.status, c.file_id, c.file_name, c.id
          from unnest(@Going::uuid[], @ids::uuid[]) g (id, new_id) join partner_contract c on c.id = g.id;
        update partner_contract set status = case status when 'Draft' then 'Terminated' else 'Ended' end,
               ends_on = case when status = 'InForce' and starts_on < @on then @on else ends_on end, outcome = @outcome, version = version + 1
         where id = any(@Going)
        """;
}
