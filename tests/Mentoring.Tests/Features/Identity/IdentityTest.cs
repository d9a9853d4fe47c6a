using Dapper;
using Mentoring.Api.Features.Identity;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Identity;

/// <summary>A fixture in which accounts have passwords.</summary>
public abstract class IdentityTest : ApiTest
{
    protected const string Password = "correct horse battery";
    static readonly string Hash = Accounts.Hash(Password);

    protected OpenIdClient Browser() => new(Anonymous());

    /// <returns>The e-mail with which the account signs in.</returns>
    protected async Task<string> WithPassword(Guid account)
    {
        await Sql.ExecuteAsync("update identity.account set password_hash = @Hash where id = @account", new { Hash, account });
        return $"{account:n}@test.example";
    }
}
