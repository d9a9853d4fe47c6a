using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>A school with a head and a teacher who has signed in, an administrator, and a neighbour.</summary>
public abstract class AccountActsTest : InvitationTest
{
    protected HttpClient Administrator { get; private set; } = null!;

    protected Guid Neighbour { get; private set; }

    [OneTimeSetUp]
    public async Task Officials()
    {
        Administrator = As(await World.Account(Role.SystemAdministrator, "RU"));
        Neighbour = await World.School();
    }

    /// <summary>An account of a teacher of the school, with a password and a proven address.</summary>
    protected async Task<(Guid Id, string Email, Guid Person)> Account(string name = "Орлова")
    {
        var person = await Teacher(name: name);
        var id = await World.Account(person);
        var email = await WithPassword(id);
        await Sql.ExecuteAsync("update identity.account set email_confirmed = true, display_name = @name where id = @id", new { id, name });
        return (id, email, person);
    }

    /// <summary>Accounts of teachers of the school that reach beyond it, each with the code by which its head is refused.</summary>
    protected async Task<List<(Guid Id, string Code)>> ReachingBeyond()
    {
        var (role, planned, territory, leads, works) = (await Account(), await Account(), await Account(), await Account(), await Account());
        await World.Assign(role.Id, Role.UnionRepresentative, Neighbour);
        await World.Assign(planned.Id, Role.SiteEditor, Neighbour);
        await Sql.ExecuteAsync("update role_assignment set started_on = '2090-01-01' where account_id = @Id", new { planned.Id });
        await Sql.ExecuteAsync("""
            insert into role_assignment (id, account_id, role, territory_code, started_on, granted_by)
            values (gen_random_uuid(), @Id, 'MunicipalCoordinator', @Municipality, '2024-01-01', 'test')
            """, new { territory.Id, World.Municipality });
        await World.Assign(leads.Id, Role.Head, School);
        await Sql.ExecuteAsync("""
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @Person, 'teacher', true, false, '2024-01-01' from organization where id = @Neighbour
            """, new { works.Person, Neighbour });
        return
        [
            (role.Id, "account.role-beyond"), (planned.Id, "account.role-beyond"), (territory.Id, "account.role-beyond"), (leads.Id, "account.leads"),
            (works.Id, "account.work-beyond"),
        ];
    }

    protected static string Act(Guid account, string act) => $"{Accounts}/{account}/{act}";

    protected async Task<JsonNode> Of(HttpClient official, Guid account) => await official.GetAsync($"{Accounts}/{account}").Ok();

    protected static List<string?> Strings(JsonNode? list) => [.. list!.AsArray().Select(one => (string?)one)];

    /// <summary>Signs in and stays in.</summary>
    protected async Task<HttpClient> SignedIn(string email) => Bearer(await Browser().Tokens(email, Password));

    /// <summary>What the inbox of an account tells, read as its owner once the worker has run.</summary>
    protected async Task<List<string>> Told(Guid account)
    {
        await Drain();
        return [.. await Sql.QueryAsync<string>("select kind from notification where account_id = @account", new { account })];
    }

    /// <summary>A caller with an open session of their own, who has proved just now who they are.</summary>
    protected async Task<HttpClient> Fresh(Guid account) => await SignedIn(await WithPassword(account));

    protected Task<int> Audited(string operation, Guid account) => Sql.ExecuteScalarAsync<int>(
        "select count(*)::int from audit_entry where operation = @operation and subject_id = @account", new { operation, account });
}
