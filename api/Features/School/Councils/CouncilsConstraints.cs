using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

sealed class CouncilsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["council_seat_one_chair"] = "council.chair-taken",
        ["council_seat_once"] = "council.seat-taken",
        ["council_seat_one_invitation"] = "council.invited-already",
        ["council_meeting_number"] = "conflict.try-again",
    };
}
