using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>A practice as a command holds it: locked, so that what was checked stays true until the commit.</summary>
public sealed record PracticeRow : IVersioned
{
    public Guid Id { get; init; }
    public Guid OrganizationId { get; init; }
    public required string RegionCode { get; init; }
    public PracticeStatus Status { get; init; }
    public required string Title { get; init; }
    public Guid? SupersedesId { get; init; }

    /// <summary>How many times it was taken up for review; the latest is the one that decides.</summary>
    public int Round { get; init; }
    public int Version { get; init; }

    /// <summary>The caller is one of its authors.</summary>
    public bool Authors { get; init; }

    public static Task<PracticeRow> Lock(Db db, Caller caller, Guid id, int? version, CancellationToken ct) =>
        db.Lock<PracticeRow>(Sql, new { id, Person = caller.Scope.Person }, version, ct);

    /// <summary>Somebody else's draft is not found, as if it were not there.</summary>
    public static async Task<PracticeRow> LockOwn(Db db, Caller caller, Guid id, int? version, CancellationToken ct)
    {
        var row = await Lock(db, caller, id, null, ct);
        return row.Authors ? row.MustBeAt(version) : throw new NotFound();
    }

    public async Task<PracticeState> Take(PracticeStep step, Db db, Audit audit, TimeProvider time, CancellationToken ct, IReadOnlyList<Guid>? concerned = null)
    {
        var next = PracticeLifecycle.Steps.Next(Status, step);
        await db.ExecuteOne(Save, new { Id, Status = next.ToString(), Step = step.ToString(), Now = time.GetUtcNow().UtcDateTime }, ct);
        audit.About(OrganizationId, RegionCode, Id, new PracticeMoved(step), concerned: concerned);
        return new(Id, next, Version + 1);
    }

    /// <summary>Writes down who wrote it: people who work at the school. Whoever stays an author keeps the answer given.</summary>
    /// <returns>Who was asked by this whether to be named.</returns>
    public static async Task<IReadOnlyList<Guid>> SaveAuthors(Guid id, IReadOnlyList<Guid> people, Guid self, Db db, TimeProvider time, CancellationToken ct)
    {
        var all = people.Append(self).Distinct().ToArray();
        await db.Execute("delete from practice_author where practice_id = @id and person_id <> all(@all)", new { id, all }, ct);
        var added = await db.List<Guid>(AuthorSql, new { id, all, self, Now = time.GetUtcNow().UtcDateTime }, ct);
        if (await db.One<int>("select count(*)::int from practice_author where practice_id = @id", new { id },
            ct) != all.Length) throw new BadInput("practice.author-unknown") { Pointer = "/authorIds" };
        return [.. added.Where(person => person != self)];
    }

    const string Sql = """
        select p.id, p.organization_id, p.region_code, p.status, p.title, p.supersedes_id, p.round, p.version,
               exists (select from practice_author a where a.practice_id = p.id and a.person_id = @Person) authors
          from practice p where p.id = @id for update of p
        """;

    const string Save = """
        update practice
           set status = @Status, version = version + 1, updated_at = @Now,
               round = case when @Step = 'TakeUp' and status = 'Submitted' then round + 1 else round end,
               submitted_at = case when @Step = 'Submit' then @Now else submitted_at end,
               published_at = case when @Step = 'Publish' then @Now else published_at end,
               ended_at = case when @Step in ('Supersede', 'Withdraw') then @Now else ended_at end
         where id = @Id
        """;

    const string AuthorSql = """
        insert into practice_author (practice_id, organization_id, region_code, person_id, person_name, named, answered_at)
        select distinct p.id, p.organization_id, p.region_code, w.id, person_name(w),
               case when w.id = @self then true end, case when w.id = @self then @Now::timestamptz end
          from practice p join employment e on e.organization_id = p.organization_id and e.ended_on is null join person w on w.id = e.person_id
         where p.id = @id and w.id = any(@all)
        on conflict (practice_id, person_id, region_code) do nothing
        returning person_id
        """;
}
