namespace Mentoring.Migrations.Code;

/// <summary>What the API's role may do with a table, and which of its rows it sees and writes.</summary>
/// <param name="Policies">None: outside the row policies, as are accounts, since whoever signs in is not known yet.</param>
public sealed record TableRules(string Table, string Privileges, params RowPolicy[] Policies)
{
    /// <summary>Beside the table's own policies, of which one suffices.</summary>
    public TableRules And(RowPolicy more) => this with { Policies = [.. Policies, more] };

    internal IEnumerable<Definition> Definitions => Policies.Select(policy => policy.On(Table));
}

/// <param name="Name">Of the policy, after the table's.</param>
/// <param name="For">Which statements: `all`, `select`, `insert`, `update`, `delete`.</param>
public sealed record RowPolicy(string Name, string For, string? Using, string? Check = null)
{
    internal Definition On(string table)
    {
        var identity = $"policy {table}_{Name} on {table}";
        var rows = Using is null ? "" : $" using ({Using})";
        var written = Check is null ? "" : $" with check ({Check})";
        return new(identity, $"drop policy if exists {table}_{Name} on {table}; create {identity} for {For}{rows}{written};");
    }
}
