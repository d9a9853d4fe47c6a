using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

/// <summary>Who may do what to whose account, over every act and every kind of account.</summary>
public sealed class AccountReachTests
{
    /// <summary>Of a school's official, line by line; an administrator is refused the own account alone.</summary>
    static readonly (string Whose, AccountReach.Target Target, string? Refusal)[] Accounts =
    [
        ("own", new(true, null, false), "account.own"),
        ("own, led", new(true, Beyond.Leads, false), "account.own"),
        ("of the school alone", new(false, null, false), null),
        ("with a role elsewhere", new(false, Beyond.Role, false), "account.role-beyond"),
        ("of whoever leads", new(false, Beyond.Leads, false), "account.leads"),
        ("with work elsewhere", new(false, Beyond.Work, false), "account.work-beyond"),
        ("with a role elsewhere, blocked outside", new(false, Beyond.Role, true), "account.role-beyond"),
    ];

    static readonly AccountAct[] Acts = Enum.GetValues<AccountAct>();

    [Test]
    public void Every_act_on_every_kind_of_account([ValueSource(nameof(Acts))] AccountAct act)
    {
        Assert.Multiple(() =>
        {
            foreach (var (whose, target, refusal) in Accounts)
            {
                var expected = act == AccountAct.ResetSecondFactor && !target.Own ? "account.administrator-only" : refusal;
                Assert.That(AccountReach.Refusal(false, act, target), Is.EqualTo(expected), $"an official: {act}, {whose}");
                Assert.That(AccountReach.Refusal(true, act, target), Is.EqualTo(target.Own ? "account.own" : null), $"an administrator: {act}, {whose}");
            }
        });
    }

    [Test]
    public void What_others_blocked_an_official_does_not_open()
    {
        var blocked = new AccountReach.Target(false, null, BlockedOutside: true);
        Assert.That(AccountReach.Refusal(false, AccountAct.Unblock, blocked), Is.EqualTo("account.blocked-outside"));
        Assert.That(AccountReach.Refusal(false, AccountAct.EndSessions, blocked), Is.Null);
        Assert.That(AccountReach.Refusal(true, AccountAct.Unblock, blocked), Is.Null);
    }

    [Test]
    public void Every_refusal_has_a_text()
    {
        var codes = from act in Acts
                    from beyond in Enum.GetValues<Beyond>().Cast<Beyond?>().Append(null)
                    from own in (bool[])[true, false]
                    from outside in (bool[])[true, false]
                    from administrator in (bool[])[true, false]
                    select AccountReach.Refusal(administrator, act, new(own, beyond, outside));
        Assert.That(codes.OfType<string>().Distinct().ToList(), Has.Count.EqualTo(6).And.All.Matches<string>(ProblemTexts.Russian.ContainsKey));
    }
}
