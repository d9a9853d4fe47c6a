using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;
using static Mentoring.Api.Features.Notifications.When;

namespace Mentoring.Api.Features.Arbitration;

/// <summary>Who is told what of a case.</summary>
sealed class ArbitrationNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [CaseOpened] = new(NotificationTopic.Cases, NotificationSubject.AtSchool("/cases/{subject}"), EmailMode.Now),
        [CaseAssigned] = new(NotificationTopic.Cases, NotificationSubject.AtSchool("/cases/{subject}"), EmailMode.Now),
        [CaseNews] = new(NotificationTopic.Cases, NotificationSubject.AtSchool("/cases/{subject}"), EmailMode.Digest),
        [CaseDecided] = new(NotificationTopic.Cases, NotificationSubject.AtSchool("/cases/{subject}"), EmailMode.Now),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(OpenCase)] =
        [
            new(CaseOpened, [Concerned], Says("entry", nameof(CaseEntryKind.Opened))),
            new(CaseAssigned, [Concerned], Says("entry", nameof(CaseEntryKind.Assigned))),
        ],
        [nameof(AssignArbiters)] = [new(CaseAssigned, [Concerned])],
        [nameof(HearCase)] = [new(CaseNews, [Concerned])],
        [nameof(AddCaseEntry)] = [new(CaseNews, [Concerned])],
        [nameof(DecideCase)] = [new(CaseDecided, [Concerned])],
        [nameof(AppealCase)] = [new(CaseNews, [Concerned])],
        [nameof(SettleCase)] = [new(CaseDecided, [Concerned])],
        [nameof(DeclineCase)] = [new(CaseDecided, [Concerned])],
        [nameof(WithdrawCase)] = [new(CaseNews, [Concerned])],
    };
}
