using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Region.Tutors;

sealed class TutorsScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/tutors", "centre-head"), new("/school/$orgId/tutors", "centre-head", "?tab=plan"),
        new("/school/$orgId/tutoring", "centre-head"), new("/school/$orgId/tutoring", "curator"),
        new("/tutoring/", "tutor"), new("/tutoring/", "tutor", "?tab=week"), new("/tutoring/", "tutor", "?tab=differences"),
        new("/tutoring/$tutoringId", "tutor", ListedOn: "/tutoring/"), new("/my-tutor", "mentee"),
    ];
}
