using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.School.Meetings;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// What becomes of the programs of somebody who leaves: participation ends on that day, and with it the consents. What is not
/// in force yet goes back to its authors; what is in force waits for its curator's word, and calls off what was planned if
/// one side is left alone.
/// </summary>
public sealed class ProgramDepartures(Db db, Audit audit, PlanVersionStore versions, PlanChanges changes, TimeProvider time) : IFollowLeaving
{
    sealed record Part(Guid ProgramId, ParticipantRole Role);

    sealed record Proposal(Guid Id, Guid ProgramId, Guid OrganizationId, string RegionCode);

    public async Task Follow(Left left, CancellationToken ct)
    {
        if (left.AsMentor)
        {
            foreach (var open in await db.List<Proposal>(ProposedSql, left, ct)) await Withdraw(open, ct);
        }

        foreach (var part in await db.List<Part>(PartsSql, left, ct)) await Leave(part, left.Person, left.LeftOn, ct);
    }

    async Task Leave(Part part, Guid person, DateOnly leftOn, CancellationToken ct)
    {
        var program = await ProgramRow.Lock(db, part.ProgramId, null, null, ct);
        await db.Execute(LeaveSql,
            new { program.Id, person, leftOn, Lapses = ConsentLifecycle.Steps.Before(ConsentStep.Lapse), Now = time.GetUtcNow().UtcDateTime }, ct);
        if (ProgramLifecycle.Steps.Allows(program.Status, ProgramStep.ConsentWithdrawn))
        {
            await Consents.Supersede(program.Id, db, ct);
            await program.Take(ProgramStep.ConsentWithdrawn, db, time, ct);
        }
        else if (program.IsInForce)
        {
            if (!await program.HasBothSides(db, ct)) await CallOff.From(program, leftOn, db, time, ct);
            foreach (var open in await db.List<Guid>("select id from program_version where program_id = @Id and status = 'Proposed'", new { program.Id }, ct))
                await Settle(program, await versions.Find(program.Id, null, open, ct), ct);
        }

        audit.About(program.OrganizationId, program.RegionCode, program.Id, new PlaceLeft(part.Role, leftOn), program.Id, concerned: [person]);
    }

    /// <summary>
    /// A change that waited for nobody but the leaver holds now; one that would leave a side with nobody cannot be agreed on any
    /// more, and would stand in the way of the next. Another mentor comes only by a signature, with which the places are counted.
    /// </summary>
    async Task Settle(ProgramRow program, PlanVersionStore.Row version, CancellationToken ct)
    {
        if (program.Contested || program.NoticeUntil is not null) return;
        var stay = await versions.Participants(program, ct);
        var sides = stay.Where(one => one.PersonId != version.LeavingId).Select(one => one.Role).ToHashSet();
        if (version.IncomingId is not null) sides.Add(version.IncomingRole);
        var missing = PlanAgreement.Missing(version.Kind, stay, version.LeavingId, version.IncomingId, await versions.Signed(version, ct)).Count;
        if (sides.Count < 2 || missing == 0 && version.Kind == PlanVersionKind.Replacement)
            await Withdraw(new(version.Id, program.Id, program.OrganizationId, program.RegionCode), ct);
        else if (missing == 0)
        {
            await changes.AdoptIfAgreed(program, version, ct);
            audit.About(program.OrganizationId, program.RegionCode, version.Id, new PlanVersionAdopted(version.Number), program.Id);
        }
    }

    async Task Withdraw(Proposal open, CancellationToken ct)
    {
        await db.Execute("update program_version set status = 'Withdrawn', decided_at = @Now where id = @Id",
            new { open.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
        audit.About(open.OrganizationId, open.RegionCode, open.Id, new PlanProposalLeft(), open.ProgramId);
    }

    const string PartsSql = """
        select i.program_id, i.role from program_participant i join program p on p.id = i.program_id
         where i.person_id = @Person and i.employer_id = @Organization and i.left_on is null
           and (i.role = 'Mentor' and @AsMentor or i.role = 'Mentee' and @AsMentee) and p.status not in ('Completed', 'EndedEarly', 'Cancelled')
         order by i.program_id
        """;

    const string ProposedSql = """
        select id, program_id, organization_id, region_code from program_version
         where incoming_id = @Person and incoming_employer_id = @Organization and status = 'Proposed' order by id
        """;

    const string LeaveSql = """
        update program_participant set left_on = greatest(joined_on, @leftOn) where program_id = @Id and person_id = @person;
        update consent set status = 'Superseded' where program_id = @Id and person_id = @person and status = any(@Lapses);
        update program set version = version + 1, updated_at = @Now where id = @Id
        """;
}
