using Mentoring.Api.Features.Meetings;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Programs;

/// <summary>
/// What becomes of the programs of an organization that ends. Where all its people in a program go over to the successor, the
/// program goes with them; the others end on that day.
/// </summary>
public sealed class ProgramHandOver(Db db, Audit audit, TimeProvider time)
{
    const string Open = "('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')";

    /// <summary>The people are at the successor already, by their employments.</summary>
    /// <param name="region">Of both: a row does not leave its region.</param>
    /// <returns>How many programs go on.</returns>
    public async Task<int> Carry(Guid organization, Guid heir, string region, DateOnly on, CancellationToken ct)
    {
        var programs = await db.List<Guid>(Going, new { organization, heir, on }, ct);
        var args = new { organization, Heir = heir, on, Programs = programs.ToArray(), Now = time.GetUtcNow().UtcDateTime };
        await db.Execute(Move, args, ct);
        await db.Execute(MeetingHandOver.Sql, args, ct);
        foreach (var id in programs) audit.About(heir, region, id, id, new { carried = organization, on });
        return programs.Count;
    }

    /// <summary>Whoever works at the successor now takes part for it, in whosever program.</summary>
    public Task<int> CarryPlaces(Guid organization, Guid heir, DateOnly on, CancellationToken ct) =>
        db.Execute(Places, new { organization, heir, on }, ct);

    /// <returns>How many programs ended or were given up.</returns>
    public async Task<int> End(Guid organization, string region, DateOnly on, string reason, CancellationToken ct)
    {
        var programs = await db.List<Guid>(Left, new { organization }, ct);
        foreach (var id in programs)
        {
            var program = await ProgramRow.Lock(db, id, null, null, ct);
            await program.Take(program.IsInForce ? ProgramStep.EndEarly : ProgramStep.Cancel, db, time, ct);
            await db.ExecuteOne(Finish, new { id, reason, Day = RegionTime.Begin(on, program.TimeZone), Now = time.GetUtcNow().UtcDateTime }, ct);
            if (!program.IsInForce) await Consents.Supersede(id, db, ct);
            audit.About(organization, region, id, id, new { ended = program.Status.ToString(), on });
        }

        return programs.Count;
    }

    const string Left = $"select id from program where organization_id = @organization and status in {Open} order by id";

    const string Going = $"""
        select p.id from program p
         where p.organization_id = @organization and p.status in {Open}
           and not exists (
               select from program_participant i
                where i.program_id = p.id and i.employer_id = @organization and i.left_on is null
                  and not exists (select from employment e where e.person_id = i.person_id and e.organization_id = @heir
                                     and e.started_on <= @on and (e.ended_on is null or e.ended_on > @on)))
         order by p.id for update
        """;

    const string Move = """
        insert into program_past (region_code, program_id, organization_id, until)
        select region_code, id, organization_id, @on from program where id = any(@Programs);
        update program set organization_id = @Heir, version = version + 1, updated_at = @Now where id = any(@Programs);
        update stored_file set organization_id = @Heir where program_id = any(@Programs) and organization_id = @organization
        """;

    const string Places = $"""
        with going as (
            select i.program_id, i.person_id, o.region_code
              from program_participant i join program p on p.id = i.program_id join organization o on o.id = i.employer_id
             where i.employer_id = @organization and i.left_on is null and p.organization_id <> @organization and p.status in {Open}
               and exists (select from employment e where e.person_id = i.person_id and e.organization_id = @heir
                              and e.started_on <= @on and (e.ended_on is null or e.ended_on > @on))),
        kept as (
            insert into participant_past (region_code, program_id, person_id, organization_id, until)
            select region_code, program_id, person_id, @organization, @on from going)
        update program_participant i set employer_id = @heir from going g where g.program_id = i.program_id and g.person_id = i.person_id
        """;

    /// <summary>On that day, as its own place counts it, and not before it began.</summary>
    const string Finish = "update program set finished_at = greatest(activated_at, least(@Day, @Now)), finish_reason = @reason where id = @id";
}
