using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>A figure as a command holds it, and how a command changes it: what it was stays beside it.</summary>
sealed record PupilResultRow : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public required Guid PersonId { get; init; }
    public required int SchoolYear { get; init; }
    public required PupilResultKind Kind { get; init; }
    public required int Grade { get; init; }
    public AttainmentTerm? Term { get; init; }
    public string? Stage { get; init; }
    public required int Pupils { get; init; }
    public required int Successful { get; init; }
    public int? Prizes { get; init; }
    public required DateOnly CountedOn { get; init; }
    public required string ToldBy { get; init; }
    public required bool IsWithdrawn { get; init; }
    public required int Version { get; init; }
    public required string TimeZone { get; init; }

    public PupilResultKey Key => new(SchoolYear, Kind, Grade, Term, Stage);

    public PupilFigure Figure => new(Pupils, Successful, CountedOn, Prizes);

    /// <summary>The school changes every figure; a teacher the own ones, for as long as they are the teacher's word and the teacher works there.</summary>
    public static bool MayChange(Caller caller, Guid organization, Guid person, string toldBy) =>
        caller.May(Permission.PupilResultWrite, organization)
        || (caller.Scope.Person == person && toldBy == caller.Id && caller.Grants.Employers.Contains(organization));

    public static async Task<PupilResultRow> Lock(Db db, Caller caller, Guid id, int version, CancellationToken ct)
    {
        var seen = await db.One<PupilResultRow>(Sql, new { id }, ct);
        if (!MayChange(caller, seen.OrganizationId, seen.PersonId, seen.ToldBy)) throw new Forbidden("pupil-results.not-yours");
        return await db.Lock<PupilResultRow>($"{Sql} for update of r", new { id }, version, ct);
    }

    /// <param name="figure">Null to withdraw it.</param>
    public async Task<PupilResultState> Change(PupilFigure? figure, string reason, Db db, Caller caller, Audit audit, TimeProvider time, CancellationToken ct)
    {
        if (IsWithdrawn) throw new RuleViolation("pupil-results.withdrawn");
        var (now, step) = (time.GetUtcNow(), figure is null ? PupilResultStep.Withdraw : PupilResultStep.Correct);
        await db.Execute(Save, new
        {
            RegionCode, Id, Change = Guid.CreateVersion7(now), Step = step.ToString(), figure?.Pupils, figure?.Successful, figure?.Prizes, figure?.CountedOn,
            Reason = reason.Trim(), Now = now.UtcDateTime, By = caller.Id, ByName = caller.Name,
        }, ct);
        audit.About(OrganizationId, RegionCode, Id, new PupilResultChanged(step));
        return new(Id, step == PupilResultStep.Withdraw, Version + 1);
    }

    const string Sql = """
        select r.id, r.organization_id, r.region_code, r.person_id, r.school_year, r.kind, r.grade, r.term, r.stage_code stage, r.pupils, r.successful,
               r.prizes, r.counted_on, r.told_by, r.withdrawn_at is not null is_withdrawn, r.version, z.time_zone
          from pupil_result r join organization_zone z on z.place_id = r.organization_id where r.id = @id
        """;

    const string Save = """
        insert into pupil_result_change (region_code, id, result_id, organization_id, person_id, version, step, pupils, successful, prizes, counted_on,
            told_at, told_by, told_by_name, new_pupils, new_successful, new_prizes, new_counted_on, reason, changed_at, changed_by, changed_by_name)
        select region_code, @Change, id, organization_id, person_id, version, @Step, pupils, successful, prizes, counted_on,
               told_at, told_by, told_by_name, @Pupils, @Successful, @Prizes, @CountedOn, @Reason, @Now, @By, @ByName
          from pupil_result where region_code = @RegionCode and id = @Id;
        update pupil_result set pupils = coalesce(@Pupils, pupils), successful = coalesce(@Successful, successful), prizes = coalesce(@Prizes, prizes),
               counted_on = coalesce(@CountedOn, counted_on), told_at = @Now, told_by = @By, told_by_name = @ByName,
               withdrawn_at = case @Step when 'Withdraw' then @Now end, version = version + 1
         where region_code = @RegionCode and id = @Id
        """;
}
