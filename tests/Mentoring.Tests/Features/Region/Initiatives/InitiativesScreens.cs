using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Region.Initiatives;

sealed class InitiativesScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/initiatives/", "mentee"), new("/initiatives/", "region"), new("/initiatives/$initiativeId", "mentee", ListedOn: "/initiatives/"),
        new("/school/$orgId/tasks", "head"), new("/school-tasks/", "region"), new("/school-tasks/$taskId", "region", ListedOn: "/school-tasks/"),
    ];
}
