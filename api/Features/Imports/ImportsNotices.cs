using Mentoring.Api.Features.Notifications;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;

namespace Mentoring.Api.Features.Imports;

/// <summary>Who is told what of a file that was taken over.</summary>
sealed class ImportsNotices : INotices
{
    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [ImportApplied] = new(NotificationTopic.Imports, NotificationSubject.Import, EmailMode.Now),
    };

    public IReadOnlyDictionary<string, NotificationRule[]> Rules { get; } = new Dictionary<string, NotificationRule[]>
    {
        [nameof(ApplyImport)] = [new(ImportApplied, [Importer])],
    };
}
