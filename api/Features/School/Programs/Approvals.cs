using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Council and head decide alike: on somebody else's program, with a word to the authors when it goes back.</summary>
public sealed class Approvals(Db db, Audit audit, Caller caller, TimeProvider time)
{
    public async Task<ProgramRow> Decide(Guid id, int version, ApprovalStage stage, ProgramStep step, ApprovalDecision decision, string? comment,
        CancellationToken ct)
    {
        var program = await ProgramRow.Lock(db, id, version, caller.Scope.Person, ct);
        if (program.TakesPart) throw new Forbidden("approval.own-program");
        if (decision == ApprovalDecision.Approved) program.DemandUncontested();
        var next = await program.Take(step, db, time, ct);

        var now = time.GetUtcNow();
        await db.Execute(Record, new
        {
            Id = Guid.CreateVersion7(now), Program = id, Stage = stage.ToString(), Decision = decision.ToString(), Comment = comment,
            Now = now.UtcDateTime, By = caller.Id, ByName = caller.Name, version,
        }, ct);
        if (decision == ApprovalDecision.Returned) await Consents.Supersede(id, db, ct);
        audit.About(program.OrganizationId, program.RegionCode, id,
            stage == ApprovalStage.Council ? new ProgramDecidedByCouncil(decision) : new ProgramDecidedByHead(decision), id);
        return next;
    }

    const string Record = """
        insert into program_approval (id, program_id, organization_id, region_code, stage, decision, comment, decided_at, decided_by, decided_by_name,
            program_version)
        select @Id, id, organization_id, region_code, @Stage, @Decision, @Comment, @Now, @By, @ByName, @version
          from program where id = @Program
        """;
}
