using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

sealed class ConditionsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["room_name"] = "room.name-taken",
        ["room_booking_free"] = "room.taken",
    };
}
