namespace Mentoring.Api.Features.Partnerships;

/// <summary>
/// Contracts of an organization that ends are in force no longer, where no successor carries them on (<see cref="ContractHandOver"/>).
/// Parameters: Organization, On.
/// </summary>
static class ContractClosings
{
    public const string Sql = """
        update partner_contract set status = case when status = 'Draft' then 'Terminated' else 'Ended' end,
               ends_on = case when status = 'InForce' and starts_on < @On then least(ends_on, @On) else ends_on end, version = version + 1
         where organization_id = @Organization and status in ('Draft', 'InForce')
        """;
}
