using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Whom a teacher may ask for a view, or let read: who stands behind the school with diagnosis, its curator, the own mentors and tutor.</summary>
/// <param name="Role">As what the teacher knows this person.</param>
/// <param name="OrganizationId">The body or the school of that role.</param>
public sealed record DiagnosisHelper(Guid PersonId, string Name, Role Role, Guid OrganizationId, string OrganizationName)
{
    internal static Task<IReadOnlyList<DiagnosisHelper>> All(Guid organization, Db db, TimeProvider time, CancellationToken ct) => db.List<DiagnosisHelper>(
        "select * from diagnosis_helpers(@organization, @Now) order by name, person_id limit 500",
        new { organization, Now = time.GetUtcNow().UtcDateTime }, ct);
}
