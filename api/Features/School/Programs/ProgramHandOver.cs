using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// What becomes of the programs of an organization that ends. Where all its people in a program go over to the successor, the
/// program goes with them; the others end on that day.
/// </summary>
sealed class ProgramHandOver(Db db, Audit audit, TimeProvider time) : IFollowEnd
{
    const string Open = "('Draft', 'Consent', 'Council', 'Approved', 'Active', 'Paused')";

    /// <summary>
    /// A successor elsewhere takes over the people alone. Whoever works at the successor now takes part for it, in whosever program.
    /// </summary>
    public async Task HandOver(Inheritance all, Settlement counts, CancellationToken ct)
    {
        if (!all.WithPeople) return;
        if (all.InRegion) counts.Carried += await Carry(all, ct);
        await db.Execute(Places, all, ct);
    }

    async Task<int> Carry(Inheritance all, CancellationToken ct)
    {
        var programs = await db.List<Guid>(Going, all, ct);
        var args = new { all.Organization, all.Heir, all.On, all.Now, Programs = programs.ToArray() };
        await db.Execute(Move, args, ct);
        await db.Execute(MeetingHandOver.Sql, args, ct);
        foreach (var id in programs) audit.About(all.Heir, all.Region, id, new ProgramHandedOver(all.Organization, all.On), id);
        return programs.Count;
    }

    public async Task Close(Ending all, Settlement counts, CancellationToken ct)
    {
        var programs = await db.List<Guid>(Left, all, ct);
        foreach (var id in programs)
        {
            var program = await ProgramRow.Lock(db, id, null, null, ct);
            await program.Take(program.IsInForce ? ProgramStep.EndEarly : ProgramStep.Cancel, db, time, ct);
            await db.ExecuteOne(Finish, new { id, all.Reason, Day = RegionTime.Begin(all.On, program.TimeZone), all.Now }, ct);
            if (!program.IsInForce) await Consents.Supersede(id, db, ct);
            audit.About(all.Organization, all.Region, id, new ProgramClosed(program.Status, all.On), id);
        }

        counts.Ended = programs.Count;
    }

    const string Left = $"select id from program where organization_id = @Organization and status in {Open} order by id";

    const string Going = $"""
        select p.id from program p
         where p.organization_id = @Organization and p.status in {Open}
           and not exists (
               select from program_participant i
                where i.program_id = p.id and i.employer_id = @Organization and i.left_on is null
                  and not exists (select from employment e where e.person_id = i.person_id and e.organization_id = @Heir
                                     and e.started_on <= @On and (e.ended_on is null or e.ended_on > @On)))
         order by p.id for update
        """;

    const string Move = """
        insert into program_past (region_code, program_id, organization_id, until)
        select region_code, id, organization_id, @On from program where id = any(@Programs);
        update program set organization_id = @Heir, version = version + 1, updated_at = @Now where id = any(@Programs);
        update stored_file set organization_id = @Heir where program_id = any(@Programs) and organization_id = @Organization
        """;

    const string Places = $"""
        with going as (
            select i.program_id, i.person_id, p.region_code
              from program_participant i join program p on p.id = i.program_id
             where i.employer_id = @Organization and i.left_on is null and p.organization_id <> @Organization and p.status in {Open}
               and exists (select from employment e where e.person_id = i.person_id and e.organization_id = @Heir
                              and e.started_on <= @On and (e.ended_on is null or e.ended_on > @On))),
        kept as (
            insert into participant_past (region_code, program_id, person_id, organization_id, until)
            select region_code, program_id, person_id, @Organization, @On from going)
        update program_participant i set employer_id = @Heir from going g where g.program_id = i.program_id and g.person_id = i.person_id
        """;

    /// <summary>On that day, as its own place counts it, and not before it began.</summary>
    const string Finish = "update program set finished_at = greatest(activated_at, least(@Day, @Now)), finish_reason = @Reason where id = @id";
}
