using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Identity;

/// <summary>A school with a head, and a psychologist to be; the region and the municipality that confirm.</summary>
public abstract class RoleProposalTest : IdentityTest
{
    protected const string Grants = "/api/v1/role-assignments";
    protected const string Proposals = "/api/v1/role-proposals";

    protected Guid Place { get; private set; }

    protected Guid HeadAccount { get; private set; }

    protected HttpClient Head { get; private set; } = null!;

    protected Guid Candidate { get; private set; }

    protected HttpClient Region { get; private set; } = null!;

    [SetUp]
    public async Task OpenSchool()
    {
        Place = await World.School();
        HeadAccount = await World.Account(Role.Head, Place, await World.Teacher(Place, "Директорова"));
        Candidate = await World.Account(await World.Teacher(Place, "Психологова"));
        (Head, Region) = (As(HeadAccount), await As(Role.RegionalCoordinator, World.Region));
    }

    protected object Wanted(Guid account, string role = "Psychologist", string? basis = "Приказ № 12") =>
        new { accountId = account, role, organizationId = Place, basis };

    protected async Task<Guid> Proposed(string role = "Psychologist") => (Guid)(await Head.Post(Grants, Wanted(Candidate, role)).Gives(201))["id"]!;

    protected async Task<Guid> Agreed(string role = "Psychologist")
    {
        var id = await Proposed(role);
        await As(Candidate).Post($"{Proposals}/{id}/answer", new { version = 1, accepted = true }).Ok();
        return id;
    }

    /// <summary>What the candidate gets from the psychologist's workspace; rights are kept for seconds, a test does not wait.</summary>
    protected async Task<int> AtWork(Guid? account = null, Guid? at = null)
    {
        Forget(account ?? Candidate);
        using var answer = await As(account ?? Candidate).GetAsync($"/api/v1/organizations/{at ?? Place}/psychology/queue");
        return (int)answer.StatusCode;
    }

    protected void Forget(params Guid[] accounts)
    {
        foreach (var account in accounts) Services.GetRequiredService<Access>().Forget(account.ToString());
    }

    protected Task<string?> Status(Guid id) => Sql.ExecuteScalarAsync<string?>("select status from role_proposal where id = @id", new { id });
}
