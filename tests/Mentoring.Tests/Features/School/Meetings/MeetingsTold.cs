using Mentoring.Api.Features.School.Meetings;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Meetings;

/// <summary>Who hears of what happens in this area.</summary>
sealed class MeetingsTold : ITold
{
    const string Pair = "Mentee Mentor";

    public IEnumerable<ToldOf> All =>
    [
        new(new MeetingSet(), "Meeting", $"MeetingPlanned: {Pair}"),
        new(new MeetingPutOff(), "Meeting", $"MeetingMoved: {Pair}"),
        new(new MeetingCalledOff(), "Meeting", $"MeetingCancelled: {Pair}"),
        new(new MeetingTookPlace(), "Meeting", $"MeetingHeld: {Pair}"),
        new(new MeetingLogged(), "Meeting", $"MeetingHeld: {Pair}"),
        new(new MeetingNears(), "Meeting", $"MeetingReminder: {Pair}"),
        new(new MeetingMissed(), "Meeting", ""),
    ];
}
