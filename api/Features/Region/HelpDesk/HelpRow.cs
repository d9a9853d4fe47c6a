using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>A question as a command holds it: locked, so that what was checked stays true until the commit.</summary>
sealed record HelpRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public Guid BodyId { get; init; }
    public required string BodyRegion { get; init; }
    public Guid PersonId { get; init; }
    public bool SchoolSees { get; init; }
    public HelpStatus Status { get; init; }
    public string? TakenBy { get; init; }
    public DateOnly DueOn { get; init; }
    public DateOnly Today { get; init; }
    public int Version { get; init; }

    public bool IsAsker(Caller caller) => caller.Scope.Person == PersonId;

    public bool IsBody(Caller caller) => caller.May(Permission.HelpAnswer, BodyId);

    /// <summary>Out of reach it is not found, by the row policies.</summary>
    /// <param name="version">What the caller saw; null where the rest of the row does not matter.</param>
    public static Task<HelpRow> Lock(Db db, Guid id, int? version, TimeProvider time, CancellationToken ct) =>
        db.Lock<HelpRow>(Sql, new { id, Now = time.GetUtcNow().UtcDateTime }, version, ct);

    /// <summary>Whoever sees it by the school, and whoever of the body asked it, takes no step of the other side.</summary>
    public void Demand(HelpStep step, Caller caller)
    {
        HelpLifecycle.Steps.Next(Status, step);
        if (!HelpLifecycle.Permitted(Status, IsAsker(caller), IsBody(caller), TakenBy == caller.Id).Contains(step))
            throw new RuleViolation(step == HelpStep.Answer ? "help.take-first" : "help.not-yours");
    }

    public HelpState After(HelpStep step, DateOnly? dueOn = null) => new(Id, HelpLifecycle.Steps.Next(Status, step), dueOn ?? DueOn, Version + 1);

    /// <summary>Writes a line of the thread.</summary>
    /// <param name="body">Whose people read it; the body that has the question when absent.</param>
    public async Task<Guid> Write(HelpEntryKind kind, string text, Db db, Caller caller, TimeProvider time, CancellationToken ct, HelpStep? step = null,
        Guid? file = null, Guid? body = null)
    {
        var now = time.GetUtcNow();
        var entry = Guid.CreateVersion7(now);
        await db.Execute(Insert, new
        {
            RegionCode, Entry = entry, Id, OrganizationId, Body = body ?? BodyId, PersonId, SchoolSees, Kind = kind.ToString(), Step = step?.ToString(),
            Internal = kind is HelpEntryKind.Note or HelpEntryKind.Passed, FromAsker = IsAsker(caller), Text = text.Trim(), File = file,
            Now = now.UtcDateTime, By = caller.Id, ByName = caller.Name,
        }, ct);
        return entry;
    }

    public Task Save(string changes, object more, Db db, CancellationToken ct)
    {
        var all = new Dapper.DynamicParameters(more);
        all.AddDynamicParams(new { RegionCode, Id });
        return db.ExecuteOne($"update help_request set {changes}, version = version + 1 where region_code = @RegionCode and id = @Id", all, ct);
    }

    const string Sql = """
        select q.id, q.organization_id, q.region_code, q.body_id, b.region_code body_region, q.person_id, q.school_sees, q.status, q.taken_by, q.due_on,
               (@Now::timestamptz at time zone zone.time_zone)::date today, q.version
          from help_request q join organization b on b.id = q.body_id join organization_zone zone on zone.place_id = q.organization_id
         where q.id = @id for update of q
        """;

    const string Insert = """
        insert into help_entry (region_code, id, request_id, organization_id, body_id, person_id, school_sees, internal, kind, step, from_asker, text, file_id,
                                written_at, written_by, written_by_name)
        values (@RegionCode, @Entry, @Id, @OrganizationId, @Body, @PersonId, @SchoolSees, @Internal, @Kind, @Step, @FromAsker, @Text, @File, @Now, @By, @ByName)
        """;
}
