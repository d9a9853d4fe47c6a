using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>An evaluation as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record EvaluationRow(Guid Id, Guid ProgramId, Guid OrganizationId, string RegionCode, EvaluationStatus Status, int Version) : IVersioned
{
    /// <summary>An evaluation by one person is an opinion; the council's takes two.</summary>
    public const int FewestMembers = 2;

    public const int LargestMark = 3;

    public static Task<EvaluationRow> Lock(Db db, Guid id, int? version, CancellationToken ct) => db.Lock<EvaluationRow>("""
        select id, program_id, organization_id, region_code, status, version from council_evaluation where id = @id for update
        """, new { id }, version, ct);

    /// <summary>The criteria by which evaluations are made today.</summary>
    public static Task<IReadOnlyList<string>> Criteria(Db db, CancellationToken ct) =>
        db.List<string>("select code from dictionary_entry where dictionary = 'evaluation-criterion' and valid_to is null order by position, code", null, ct);
}
