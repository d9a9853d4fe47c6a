using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Offers;

sealed class OffersScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/mentor-offers", "mentee"), new("/mentor-offers", "mentee", "?view=asked"), new("/mentor-offers", "mentor", "?view=mine"),
        new("/school/$orgId/offers", "curator"), new("/school/$orgId/offers", "curator", "?view=requests"),
    ];
}
