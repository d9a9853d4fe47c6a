namespace Mentoring.Api.Platform;

/// <summary>
/// What a command did, appended to its organization's chain in its own transaction. A command that does not say what it was
/// about fails: nothing happens unrecorded.
/// </summary>
public sealed class Audit(Db db, Caller caller, Outbox outbox, IListen listen, TimeProvider time)
{
    /// <summary>The chain of what belongs to no organization: territories, dictionaries, accounts.</summary>
    public static readonly Guid Platform = Guid.Empty;

    public const string PlatformRegion = "RU";

    readonly List<Subject> _subjects = [];

    sealed record Subject(Guid OrganizationId, string RegionCode, Guid? SubjectId, IEvent Event, Guid? ProgramId, IReadOnlyList<Guid>? Concerned);

    /// <param name="concerned">
    /// People to be told of it whom nobody but the command can name, as its rows are closed to the platform's jobs. Not part
    /// of the trail: they travel with the message alone.
    /// </param>
    public void About(
        Guid organizationId, string regionCode, Guid subjectId, IEvent happened, Guid? programId = null, IReadOnlyList<Guid>? concerned = null) =>
        _subjects.Add(new(organizationId, regionCode, subjectId, happened, programId, concerned));

    /// <summary>For what belongs to the platform as a whole.</summary>
    public void AboutPlatform(IEvent happened, Guid? subjectId = null) =>
        _subjects.Add(new(Platform, PlatformRegion, subjectId, happened, null, null));

    /// <summary>What was said of a try that was rolled back.</summary>
    public void Forget() => _subjects.Clear();

    public async Task Append(string operation, CancellationToken ct)
    {
        if (_subjects.Count == 0) throw new InvalidOperationException($"{operation} does not say what it was about.");
        var now = time.GetUtcNow();
        foreach (var (organization, region, subject, what, program, concerned) in _subjects)
        {
            var id = Guid.CreateVersion7(now);
            await db.Execute(Sql, new
            {
                Id = id, OrganizationId = organization, RegionCode = organization == Platform ? PlatformRegion : region, At = now.UtcDateTime,
                Caller = caller.Id, Operation = operation, SubjectId = subject, ProgramId = program, Detail = EventJson.Write(what).GetRawText(),
            }, ct);
            if (!listen.To(what)) continue;
            Guid? known = organization == Platform ? null : organization;
            await outbox.Add(Happened.Of(what, id, operation, known, region, subject, program, caller.Id, now.UtcDateTime, concerned), ct);
        }

        _subjects.Clear();
    }

    const string Sql = """
        insert into audit_entry (region_code, id, organization_id, at, caller, operation, subject_id, program_id, detail, sequence, previous_hash, hash)
        values (@RegionCode, @Id, @OrganizationId, @At, @Caller, @Operation, @SubjectId, @ProgramId, @Detail::jsonb, 0, '', '')
        """;
}
