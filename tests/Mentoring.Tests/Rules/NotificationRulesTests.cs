using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class NotificationRulesTests
{
    [Test]
    public void Every_kind_is_described_told_of_an_event_and_has_its_words_in_both_languages()
    {
        var told = NotificationRules.Events.SelectMany(NotificationRules.Of).Select(rule => rule.Kind).ToHashSet();
        Assert.Multiple(() =>
        {
            foreach (var kind in Enum.GetValues<NotificationKind>())
            {
                Assert.That(NotificationRules.Kinds, Contains.Key(kind));
                Assert.That(told, Does.Contain(kind));
                foreach (var language in (string[])["ru", "en"]) Assert.That(MailText.In(language).Texts, Contains.Key(kind.ToString()), language);
            }

            foreach (var topic in Enum.GetValues<NotificationTopic>())
                foreach (var language in (string[])["ru", "en"]) Assert.That(MailText.In(language).Texts, Contains.Key($"topic.{topic}"), language);
        });
    }

    [Test]
    public void People_choose_among_what_can_reach_them()
    {
        var mentee = new Grants("a", "Анна", null, Guid.NewGuid(), [], [], []);
        var head = new Grants("b", "Пётр", null, null, [new() { Role = Role.Head, OrganizationId = Guid.NewGuid() }], [], []);
        Assert.Multiple(() =>
        {
            Assert.That(NotificationRules.KindsFor(mentee), Does.Contain(NotificationKind.MeetingPlanned).And.Not.Contain(NotificationKind.ProgramAwaitsHead));
            Assert.That(NotificationRules.KindsFor(head), Does.Contain(NotificationKind.ProgramAwaitsHead).And.Not.Contain(NotificationKind.MeetingPlanned));
        });
    }
}
