using Mentoring.Api.Features.Common.Notifications;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Common.Notifications.NotificationKind;
using static Mentoring.Api.Features.Common.Notifications.NotificationRule;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Who is told what of a file that was taken over.</summary>
sealed class ImportsNotices : INotices
{
    /// <summary>Whoever sent the file.</summary>
    static readonly Audience Importer = Audience.Of(
        "select a.id from import i join identity.account a on a.id::text = i.created_by where i.id = @SubjectId",
        grants => grants.Permissions.Contains(Permission.ImportManage));

    public IReadOnlyDictionary<NotificationKind, KindFacts> Kinds { get; } = new Dictionary<NotificationKind, KindFacts>
    {
        [ImportApplied] = new(NotificationTopic.Imports, NotificationSubject.Import, EmailMode.Now),
    };

    public IReadOnlyList<NotificationRule> Rules { get; } =
    [
        On<FileApplied>(ImportApplied, [Importer]),
    ];
}
