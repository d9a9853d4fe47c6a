namespace Mentoring.Api.Features.Common.Identity;

/// <summary>An account that the sign-in page offers in demo mode.</summary>
/// <param name="Role">Names of the roles, with commas between several.</param>
/// <param name="Organization">Where the role is held: a school, a body or a territory.</param>
public sealed record DemoAccount(string Email, string Password, string Name, string Role, string Organization);

/// <summary>The accounts that the demo data offers for trying the product out; filled by whoever makes that data.</summary>
public sealed class DemoAccounts
{
    public IReadOnlyList<DemoAccount> All { get; set; } = [];
}
