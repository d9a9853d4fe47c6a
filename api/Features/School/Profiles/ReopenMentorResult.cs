using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>
/// Takes back a decision on a stated result on the day on which it was made: a slip of the hand. A profile confirmed meanwhile
/// keeps its ground.
/// </summary>
public static class ReopenMentorResult
{
    public static void Map(RouteGroupBuilder results) =>
        results.MapPost("/reopen", async (Guid resultId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(resultId, body.Version), ct)))
            .Operation(nameof(ReopenMentorResult), Permission.ProfileManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<Result>;

    public sealed record Result(MentorResultStatus Status, int Version);

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await MentorResultRow.Lock(db, command.Id, command.Version, ct);
            if (caller.Scope.Person == row.PersonId) throw new RuleViolation("profile.own");
            var status = row.Next(MentorResultStatus.Stated);
            var today = RegionTime.Today(row.TimeZone, time);
            if (!await db.One<bool>("select decided_on = @Today from mentor_result where id = @Id", new { row.Id, today }, ct))
                throw new RuleViolation("profile.result-decided-earlier");
            if (await db.One<bool>(CarriesProfile, new { row.Id }, ct)) throw new RuleViolation("profile.rests-on-result");
            await db.ExecuteOne(Save, new { row.Id }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.PersonId, new MentorResultReopened(row.Id, status));
            return new(status, row.Version + 1);
        }
    }

    const string CarriesProfile = """
        select exists (
            select from mentor_result r join mentor_profile p on p.organization_id = r.organization_id and p.person_id = r.person_id
             where r.id = @Id and r.status = 'Confirmed' and p.status <> 'Draft'
               and not exists (select from mentor_result o where o.organization_id = r.organization_id and o.person_id = r.person_id
                                  and o.status = 'Confirmed' and o.id <> r.id))
        """;

    const string Save = """
        update mentor_result set status = 'Stated', decided_on = null, decided_by_name = null, comment = null, version = version + 1 where id = @Id
        """;
}
