using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>
/// The hourly job of terms that have run out where the asker is: first the head of the body is told, and some working days
/// later whoever coordinates the region.
/// </summary>
public sealed class EscalateHelp(DueWork due)
{
    public const string Schedule = "0 20 * * * *";

    sealed record Row(Guid Id, bool Again);

    public Task Run(CancellationToken ct) => due.Each<Row, HelpState>(nameof(EscalateHelp), Due, row => new Command(row.Id, row.Again), ct);

    /// <param name="Again">The head was told before.</param>
    public sealed record Command(Guid Id, bool Again) : ICommand<HelpState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpState>
    {
        public async Task<HelpState> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpRow.Lock(db, command.Id, null, time, ct);
            var state = request.After(HelpStep.Escalate);
            var now = time.GetUtcNow().UtcDateTime;
            if (command.Again)
            {
                await request.Save("reported_at = @now", new { now }, db, ct);
                audit.About(request.OrganizationId, request.RegionCode, request.Id, new HelpReported(request.BodyId));
                return state;
            }

            var report = await HelpTerm.After(HelpLifecycle.DaysOfHead, request.Today, request.RegionCode, db, ct);
            await request.Write(HelpEntryKind.Step, "", db, caller, time, ct, HelpStep.Escalate);
            await request.Save("escalated_at = @now, report_on = @report", new { now, report }, db, ct);
            audit.About(request.BodyId, request.BodyRegion, request.Id, new HelpRanOut(request.DueOn));
            return state;
        }
    }

    const string Due = """
        select q.id, q.escalated_at is not null again
          from help_request q join organization_zone zone on zone.place_id = q.organization_id
         cross join lateral (select (@Now::timestamptz at time zone zone.time_zone)::date today) day
         where q.status in ('Asked', 'Taken', 'Reopened') and q.due_on < day.today
           and (q.escalated_at is null or (q.reported_at is null and q.report_on < day.today))
         order by q.due_on, q.id
        """;
}
