using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Meetings;

sealed class MeetingsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["meeting_note_one_each"] = "meeting.note-exists",
    };
}
