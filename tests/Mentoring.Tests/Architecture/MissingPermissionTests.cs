using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Architecture;

/// <summary>No operation answers whoever lacks its permission, and none tells them more than that.</summary>
public sealed class MissingPermissionTests : OperationWalk
{
    /// <summary>Open to everybody, each by a secret of its own or because it is meant for the public.</summary>
    static readonly string[] ForEverybody =
    [
        "ForgotPassword", "ListDemoAccounts", "ReadCalendarFeed", "SetPassword", "ShowSite", "ShowSiteFeed", "ShowSitePost", "ShowSiteStyle",
        "SignIn", "SignOut",
    ];

    /// <summary>Open to whoever has signed in: what is one's own, and the country's public register, calendar and words.</summary>
    static readonly string[] ForWhoeverHasSignedIn =
    [
        "AnswerRoleProposal", "AnswerSeat", "ChangePassword", "ConfirmIdentity", "ConfirmTotp", "CountNotifications", "CreateCalendarFeed",
        "DisableTotp", "EndMySession", "EndMySessions", "GetAgenda", "GetCalendarFeed", "GetCalendarYear", "GetMe", "GetNotificationSettings",
        "GetInstrument", "GetOrganization", "GetTerritory", "LeaveCouncil", "ListCalendarDays", "ListDictionary", "ListIndicators", "ListInstruments",
        "ListMyIncentives", "ListMyRoleProposals", "ListMySeats", "ListMySessions", "ListNotifications", "ListOrganizations", "ListTerritories",
        "MarkAllNotifications", "MarkNotification", "RevokeCalendarFeed", "SetNotificationSettings", "StartTotp",
    ];

    [Test]
    public void What_needs_no_permission_is_known_by_name()
    {
        Assert.That(Of(Permission.Public), Is.EquivalentTo(ForEverybody));
        Assert.That(Of(Permission.SignedIn), Is.EquivalentTo(ForWhoeverHasSignedIn));
    }

    IEnumerable<string> Of(Permission permission) => Operations.Where(one => one.Permission == permission).Select(one => one.Name).Distinct();

    [Test]
    public Task Nobody_is_asked_to_sign_in() => Refuses(Anonymous(), Operations.Where(one => one.Permission != Permission.Public), 401, "token.missing");

    [Test]
    public async Task Whoever_holds_no_role_and_is_no_person_here_is_told_that_they_may_not() =>
        await Refuses(As(await World.Account()), Operations.Where(Asks), 403, "permission.missing");

    [Test]
    public async Task A_role_without_the_permission_is_told_the_same([Values] Role role) =>
        await Refuses(await As(role), Operations.Where(Asks).Where(one => !Roles.Permissions[role].Contains(one.Permission)), 403, "permission.missing");

    static bool Asks(Operation operation) => operation.Permission is not (Permission.Public or Permission.SignedIn);

    async Task Refuses(HttpClient caller, IEnumerable<Operation> operations, int status, string code)
    {
        var asked = operations.ToList();
        Assert.That(asked, Has.Count.GreaterThan(100));
        var wrong = new List<string>();
        foreach (var operation in asked)
        {
            using var request = Request(operation, Address(operation));
            using var answer = await caller.SendAsync(request);
            var problem = await Problem(answer);
            if ((int)answer.StatusCode != status || (string?)problem?["code"] != code || problem["errors"] is not null)
                wrong.Add($"{operation}: {(int)answer.StatusCode} {problem?.ToJsonString()}");
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }
}
