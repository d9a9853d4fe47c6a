using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Region.Resources;

sealed class ResourcesScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/resources/", "mentee"), new("/resources/", "centre-head"), new("/resources/$resourceId", "mentee", ListedOn: "/resources/"),
        new("/resources/$resourceId", "centre-head", ListedOn: "/resources/"),
    ];
}
