using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Profiles;

sealed class ProfilesScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/my-profile", "mentor"),
        new("/my-profile", "mentee", "?tab=mentor"),
        new("/my-profile", "mentee", "?tab=request"),
        new("/my-profile", "mentee", "?tab=entitlements"),
        new("/my-profile", "mentor", "?tab=incentives"),
        new("/school/$orgId/mentors/", "curator"),
        new("/school/$orgId/mentors/$personId", "curator", "", "/school/$orgId/mentors"),
        new("/school/$orgId/mentees/", "curator"),
        new("/school/$orgId/mentees/", "curator", "?tab=requests"),
        new("/school/$orgId/mentees/$personId", "curator", "", "/school/$orgId/mentees"),
    ];
}
