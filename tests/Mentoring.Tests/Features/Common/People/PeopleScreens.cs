using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Common.People;

sealed class PeopleScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/people", "curator"),
        new("/people/$personId", "curator", "", "/school/$orgId/people"),
        new("/people/duplicates", "curator"),
    ];
}
