using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

sealed class ProfilesConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["mentor_profile_pkey"] = "profile.exists",
        ["mentee_profile_pkey"] = "profile.exists",
        ["mentor_profile_availability"] = "profile.dates",
        ["learning_request_one_open"] = "learning-request.open",
        ["wish_to_join_one_open"] = "profile.wish-exists",
    };
}
