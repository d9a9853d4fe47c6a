using Hangfire;
using Hangfire.Server;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>
/// The job that applies a confirmed import, in one transaction. It checks again first: what a person confirmed is not
/// applied to a staff or to dictionaries that changed meanwhile in a way that makes new problems.
/// </summary>
public sealed class ApplyImport(Db db, Caller caller, Audit audit, ImportWork work, Leaving leaving, IBackgroundJobClient jobs)
{
    public sealed class OnConfirmed(IBackgroundJobClient jobs) : IHandle<ImportConfirmed>
    {
        public Task Handle(ImportConfirmed message, CancellationToken ct)
        {
            jobs.Enqueue<ApplyImport>(job => job.Run(message.Id, null, CancellationToken.None));
            return Task.CompletedTask;
        }
    }

    [Queue(Jobs.ImportQueue)]
    [AutomaticRetry(Attempts = ImportWork.Retries, DelaysInSeconds = [1, 5, 15, 30, 60, 120])]
    public Task Run(Guid id, PerformContext? context, CancellationToken ct)
    {
        caller.BecomeJob(nameof(ApplyImport));
        var step = new ImportWork.Step(id, ImportStatus.Confirmed, ImportLifecycle.Steps.Next(ImportStatus.Confirmed, ImportStep.Apply),
            Later: () => jobs.Schedule<ApplyImport>(job => job.Run(id, null, CancellationToken.None), ImportWork.Pause));
        return work.Run(step, context, Apply, ct);
    }

    async Task Apply(ImportWork.Import import, CancellationToken ct)
    {
        var (kind, rows, problems, counts) = await work.Stage(import, ct);
        await CheckImport.Keep(db, import.Id, rows, problems, counts, ct);
        var isConfirmed = import.MassChangeConfirmed && import.MassChangeConfirmedOf == counts.Staffing?.OfWhom;
        if (problems > 0 && !import.SkipProblemRows || counts.AsksMassChange && !isConfirmed) return;

        var progress = work.Progress(import);
        await kind.Apply(import, rows, done => progress.Tell(done, rows, ct), ct);
        if (import.OrganizationId is { } left && await leaving.Follow(left, ct) > 0) await audit.Append(nameof(FollowDepartures), ct);
        await db.Execute("update import set status = 'Applied' where id = @Id", new { import.Id }, ct);
        await db.Execute(ImportSql.DropFile, new { import.Id }, ct);
        var applied = new FileApplied(import.Id, problems, counts.Creates, counts.Updates, counts.Ends);
        if (import.OrganizationId is { } organization) audit.About(organization, import.RegionCode!, import.Id, applied);
        else audit.AboutPlatform(applied, import.Id);
        await audit.Append(nameof(ApplyImport), ct);
        if (import.Kind is ImportKind.Roster or ImportKind.StaffList) await RecordMoves(import, ct);
    }

    sealed record Moved(Guid OrganizationId, string RegionCode, Guid PersonId, DateOnly EndedOn);

    sealed record Stays(Guid OrganizationId, string RegionCode, Guid PersonId);

    /// <summary>The school that somebody moves away from, or does not after all, finds in its own trail what another one's file did.</summary>
    async Task RecordMoves(ImportWork.Import import, CancellationToken ct)
    {
        var moves = await db.List<Moved>("select distinct organization_id, region_code, person_id, ended_on from staged_moved", null, ct);
        foreach (var move in moves) audit.About(move.OrganizationId, move.RegionCode, move.PersonId, new EmploymentMoved(import.OrganizationId, move.EndedOn));
        var stays = await db.List<Stays>("select distinct organization_id, region_code, person_id from staged_stays", null, ct);
        foreach (var one in stays) audit.About(one.OrganizationId, one.RegionCode, one.PersonId, new EmploymentKept(import.OrganizationId));
        if (moves.Count + stays.Count == 0) return;
        await audit.Append("MoveEmployment", ct);
        var followed = 0;
        foreach (var former in moves.Select(move => move.OrganizationId).Distinct()) followed += await leaving.Follow(former, ct);
        if (followed > 0) await audit.Append(nameof(FollowDepartures), ct);
    }
}
