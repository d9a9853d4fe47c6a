using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>The hourly job that ends the programs whose notice has run out, each by the calendar of its own region.</summary>
public sealed class EndNoticedPrograms(DueWork due)
{
    public const string Schedule = "0 5 * * * *";

    public Task Run(CancellationToken ct) => due.Each<Guid, ProgramState>(nameof(EndNoticedPrograms), Due, id => new Command(id), ct);

    public sealed record Command(Guid Id) : ICommand<ProgramState>;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, null, ct);
            var next = await program.Take(ProgramStep.EndEarly, db, time, ct);
            await db.ExecuteOne("update program set finished_at = @Now where id = @Id", new { command.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new NoticeRanOut(program.NoticeUntil), program.Id);
            return next.State;
        }
    }

    const string Due = """
        select p.id from program p join organization_zone t on t.place_id = p.organization_id
         where p.notice_until is not null and p.status in ('Active', 'Paused') and p.notice_until < (@Now::timestamptz at time zone t.time_zone)::date
         order by p.notice_until, p.id
        """;
}
