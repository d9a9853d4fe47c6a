using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>What is published everybody at the school reads; what is on its way, its authors, and from the submission on those who review and decide.</summary>
public static class PracticeReaders
{
    /// <summary>
    /// Whoever was asked to write the review <c>r</c> sits on the council still; who left is neither waited for nor writes,
    /// and what was written before stays.
    /// </summary>
    public const string Seated = "exists (select from council_seat s where s.organization_id = r.organization_id and s.person_id = r.reviewer_id and "
        + "s.status = 'Held')";

    public static bool Reviews(Caller caller, Guid organization) => caller.May(Permission.PracticeReview, organization)
        || caller.May(Permission.PracticeManage, organization);

    public static bool Sees(Caller caller, Guid organization, PracticeStatus status, bool authors) =>
        authors || status is PracticeStatus.Published or PracticeStatus.Superseded || (status is not PracticeStatus.Draft && Reviews(caller, organization));
}
