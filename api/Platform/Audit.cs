using System.Text.Json;

namespace Mentoring.Api.Platform;

/// <summary>
/// What a command did, appended to its organization's chain in its own transaction. A command that does not say what it was
/// about fails: nothing happens unrecorded. Details carry codes and numbers, never personal data.
/// </summary>
public sealed class Audit(Db db, Caller caller, Outbox outbox, IListen listen, TimeProvider time)
{
    /// <summary>The chain of what belongs to no organization: territories, dictionaries, accounts.</summary>
    public static readonly Guid Platform = Guid.Empty;

    public const string PlatformRegion = "RU";

    readonly List<Subject> _subjects = [];

    sealed record Subject(Guid OrganizationId, string RegionCode, Guid? SubjectId, Guid? ProgramId, object? Detail, IReadOnlyList<Guid>? Concerned = null);

    /// <param name="concerned">
    /// People to be told of it whom nobody but the command can name, as its rows are closed to the platform's jobs. Not part
    /// of the trail: they travel with the message alone.
    /// </param>
    public void About(Guid organizationId, string regionCode, Guid subjectId, Guid? programId = null, object? detail = null,
        IReadOnlyList<Guid>? concerned = null) =>
        _subjects.Add(new(organizationId, regionCode, subjectId, programId, detail, concerned));

    /// <summary>For what belongs to the platform as a whole.</summary>
    public void AboutPlatform(object detail, Guid? subjectId = null) => _subjects.Add(new(Platform, PlatformRegion, subjectId, null, detail));

    /// <summary>What was said of a try that was rolled back.</summary>
    public void Forget() => _subjects.Clear();

    public async Task Append(string operation, CancellationToken ct)
    {
        if (_subjects.Count == 0) throw new InvalidOperationException($"{operation} does not say what it was about.");
        var now = time.GetUtcNow();
        foreach (var (organization, region, subject, program, about, concerned) in _subjects)
        {
            var (id, detail) = (Guid.CreateVersion7(now), JsonSerializer.SerializeToElement(about ?? new { }));
            await db.Execute(Sql, new
            {
                Id = id, OrganizationId = organization, RegionCode = organization == Platform ? PlatformRegion : region, At = now.UtcDateTime,
                Caller = caller.Id, Operation = operation, SubjectId = subject, ProgramId = program, Detail = detail.GetRawText(),
            }, ct);
            if (!listen.To(operation)) continue;
            Guid? known = organization == Platform ? null : organization;
            await outbox.Add(new Happened(id, operation, known, region, subject, program, caller.Id, now.UtcDateTime, detail) { Concerned = concerned }, ct);
        }

        _subjects.Clear();
    }

    const string Sql = """
        insert into audit_entry (region_code, id, organization_id, at, caller, operation, subject_id, program_id, detail, sequence, previous_hash, hash)
        values (@RegionCode, @Id, @OrganizationId, @At, @Caller, @Operation, @SubjectId, @ProgramId, @Detail::jsonb, 0, '', '')
        """;
}
