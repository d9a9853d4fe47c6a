using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>
/// What becomes of the contracts of an organization that ends: the successor carries them on as its own from that day, and what
/// stood until then stays where it was. What was made with the successor itself, or what the successor has signed too, only ends.
/// </summary>
sealed class ContractHandOver(Db db, TimeProvider time) : IFollowEnd
{
    /// <summary>They go on in one piece, at the successor that was named.</summary>
    public async Task HandOver(Inheritance all, Settlement counts, CancellationToken ct)
    {
        if (!all.First || !all.InRegion) return;
        Guid[] going = [.. await db.List<Guid>(Going, all, ct)];
        Guid[] ids = [.. going.Select(_ => Guid.CreateVersion7(time.GetUtcNow()))];
        await db.Execute(Move, new { all.Heir, all.On, all.Reason, going, ids }, ct);
        await Files.GiveTo(all.Heir, await db.List<Guid>(Attached, new { going }, ct), db, ct);
        counts.ContractsCarried = going.Length;
    }

    public async Task Close(Ending all, Settlement counts, CancellationToken ct) => counts.Contracts = await db.Execute(Rest, all, ct);

    const string Going = """
        select c.id from partner_contract c
         where c.organization_id = @Organization and c.status in ('Draft', 'InForce') and (c.ends_on is null or c.ends_on > @On)
           and c.partner_organization_id is distinct from @Heir
           and not exists (select from partner_contract own where own.organization_id = @Heir and own.number <> '' and lower(own.number) = lower(c.number)
                              and own.signed_on = c.signed_on)
         order by c.id for update
        """;

    const string Attached = "select file_id from partner_contract where id = any(@going) and file_id is not null";

    const string Move = """
        insert into partner_contract (id, organization_id, region_code, kind, partner_organization_id, partner_name, subject, number, signed_on, starts_on,
               ends_on, responsible_id, status, file_id, file_name, carried_from)
        select g.new_id, @Heir, c.region_code, c.kind, c.partner_organization_id, c.partner_name, c.subject, c.number, c.signed_on,
               greatest(c.starts_on, @On), c.ends_on, c.responsible_id, c.status, c.file_id, c.file_name, c.id
          from unnest(@going::uuid[], @ids::uuid[]) g (id, new_id) join partner_contract c on c.id = g.id;
        update partner_contract set status = case status when 'Draft' then 'Terminated' else 'Ended' end,
               ends_on = case when status = 'InForce' and starts_on < @On then @On else ends_on end, outcome = @Reason, version = version + 1
         where id = any(@going)
        """;

    const string Rest = """
        update partner_contract set status = case when status = 'Draft' then 'Terminated' else 'Ended' end,
               ends_on = case when status = 'InForce' and starts_on < @On then least(ends_on, @On) else ends_on end, version = version + 1
         where organization_id = @Organization and status in ('Draft', 'InForce')
        """;
}
