using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>An assignment that the caller may read and in which tutor and teacher work together today.</summary>
sealed record TutoringAtWork(
    Guid Id, string RegionCode, Guid OrganizationId, Guid PersonId, Guid? TutorId, TutoringStatus Status)
{
    /// <summary>Not held: a tutor and a curator change nothing of it. What is written with it holds it (`tutoring_row_filled`).</summary>
    public static async Task<TutoringAtWork> Of(Guid id, Db db, CancellationToken ct)
    {
        var row = await db.One<TutoringAtWork>(Sql, new { id }, ct);
        return row.Status == TutoringStatus.Active ? row : throw new RuleViolation("tutoring.not-at-work");
    }

    const string Sql = "select id, region_code, organization_id, person_id, tutor_id, status from tutor_assignment where id = @id";
}

/// <summary>A consultation as a command holds it, for its tutor or its teacher.</summary>
sealed record ConsultationRow(
    Guid Id, string RegionCode, Guid AssignmentId, Guid OrganizationId, Guid PersonId, Guid TutorId, ConsultationStatus Status, DateTime StartsAt, int Version)
    : IVersioned
{
    public static Task<ConsultationRow> Lock(Db db, Guid tutoring, Guid id, int version, CancellationToken ct) =>
        db.Lock<ConsultationRow>(Sql, new { tutoring, id }, version, ct);

    public async Task<ConsultationState> Become(ConsultationStatus status, string? result, Db db, CancellationToken ct)
    {
        var next = ConsultationLife.Moves.Next(Status, status);
        await db.ExecuteOne(Save, new { RegionCode, Id, Status = next.ToString(), Result = string.IsNullOrWhiteSpace(result) ? null : result.Trim() }, ct);
        return new(Id, next, Version + 1);
    }

    const string Sql = """
        select id, region_code, assignment_id, organization_id, person_id, tutor_id, status, starts_at, version
          from consultation where assignment_id = @tutoring and id = @id for update
        """;

    const string Save = """
        update consultation set status = @Status, result = @Result, version = version + 1 where region_code = @RegionCode and id = @Id
        """;
}

/// <summary>How a consultation stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record ConsultationState(Guid Id, ConsultationStatus Status, int Version);
