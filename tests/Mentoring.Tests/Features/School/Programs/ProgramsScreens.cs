using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.School.Programs;

sealed class ProgramsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/programs", "curator"),
        new("/school/$orgId/programs", "curator", "?view=board"),
        new("/school/$orgId/templates/", "curator"),
        new("/school/$orgId/templates/new", "curator"),
        new("/school/$orgId/templates/$templateId", "curator", "", "/school/$orgId/templates"),
        new("/programs/new", "curator", "?org=$orgId"),
        new("/programs/$programId/", "curator", "", "/school/$orgId/programs?status=Active"),
        new("/programs/$programId/", "curator", "?tab=meetings", "/school/$orgId/programs?status=Active"),
        new("/programs/$programId/edit", "curator", "", "/school/$orgId/programs?status=Draft"),
        new("/programs/$programId/correct", "curator", "", "/school/$orgId/programs?status=Active"),
    ];
}
