using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.PupilResults;

sealed class PupilResultsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/pupil-results", "curator"), new("/school/$orgId/pupil-results", "curator", "?view=figures"),
        new("/school/$orgId/pupil-import", "curator"), new("/my-results", "mentee"), new("/my-results", "mentor", "?view=mentees"),
    ];
}
