using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>Takes back the last correction or withdrawal of a figure: it is again what it was, and the change stays in the history as undone.</summary>
public static class UndoPupilResult
{
    public static void Map(RouteGroupBuilder results) =>
        results.MapPost("/{pupilResultId:guid}/undo", async (Guid pupilResultId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(pupilResultId, body.Version), ct)))
            .Operation(nameof(UndoPupilResult), Permission.PupilResultWrite);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<PupilResultState>;

    sealed record Last(Guid Id, PupilResultStep Step);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, PupilResultState>
    {
        public async Task<PupilResultState> Handle(Command command, CancellationToken ct)
        {
            var row = await PupilResultRow.Lock(db, caller, command.Id, command.Version, ct);
            var last = await db.Maybe<Last>(LastSql, new { row.RegionCode, row.Id }, ct) ?? throw new RuleViolation("pupil-results.nothing-to-undo");
            await db.Execute(Save, new { row.RegionCode, row.Id, Change = last.Id, Now = time.GetUtcNow().UtcDateTime, ByName = caller.Name }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.Id, new PupilResultUndone(last.Step));
            return new(row.Id, false, row.Version + 1);
        }
    }

    const string LastSql = """
        select id, step from pupil_result_change
         where region_code = @RegionCode and result_id = @Id and undone_at is null order by version desc limit 1
        """;

    const string Save = """
        update pupil_result r set pupils = c.pupils, successful = c.successful, prizes = c.prizes, counted_on = c.counted_on, told_at = c.told_at,
               told_by = c.told_by, told_by_name = c.told_by_name, withdrawn_at = null, version = r.version + 1
          from pupil_result_change c
         where r.region_code = @RegionCode and r.id = @Id and c.region_code = r.region_code and c.id = @Change;
        update pupil_result_change set undone_at = @Now, undone_by_name = @ByName where region_code = @RegionCode and id = @Change
        """;
}
