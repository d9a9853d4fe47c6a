using Dapper;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What would follow if somebody's work here ended on a day: shown before it is ended.</summary>
public static class GetEmploymentEnd
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapGet("/employments/{employmentId:guid}/end",
                async (Guid organizationId, Guid personId, Guid employmentId, [FromQuery] DateOnly lastDay, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, personId, employmentId, lastDay), ct)))
            .Operation(nameof(GetEmploymentEnd), Permission.RosterImport);

    public sealed record Query(Guid OrganizationId, Guid PersonId, Guid EmploymentId, DateOnly LastDay) : IQuery<Result>;

    /// <param name="WorksOn">Other work here goes on: nothing follows. What was planned of this one goes with it.</param>
    /// <param name="Programs">That the person leaves; programs in force then wait for their curator's word.</param>
    /// <param name="Meetings">Planned after the day in programs that are left with one side.</param>
    /// <param name="Requests">To or for the person, that are closed.</param>
    /// <param name="Seats">On the council, held or offered.</param>
    /// <param name="Roles">Held at the organization.</param>
    public sealed record Result(bool WorksOn, IReadOnlyList<Program> Programs, int Meetings, int Requests, int Seats, int Roles);

    public sealed record Program(Guid Id, string Title, ParticipantRole Role, ProgramStatus Status);

    sealed record Counted(bool WorksOn, int Meetings, int Requests, int Seats, int Roles);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            if (query.LastDay.Year is < 1900 or >= 2200) throw new BadInput("employment.day-outside") { Pointer = "/lastDay" };
            await db.One<Guid>("select id from employment where id = @EmploymentId and organization_id = @OrganizationId and person_id = @PersonId", query, ct);
            var args = new
            {
                query.OrganizationId, query.PersonId, query.EmploymentId, EndedOn = query.LastDay.AddDays(1), Now = time.GetUtcNow().UtcDateTime,
            };
            return await db.Many(Sql, args, async rows =>
            {
                var programs = (await rows.ReadAsync<Program>()).AsList();
                var counted = await rows.ReadSingleAsync<Counted>();
                return counted.WorksOn ? new Result(true, [], 0, 0, 0, 0)
                    : new(false, programs, counted.Meetings, counted.Requests, counted.Seats, counted.Roles);
            }, ct);
        }
    }

    const string Places = """
        select i.program_id, i.role, p.title, p.status from program_participant i join program p on p.id = i.program_id
         where i.person_id = @PersonId and i.employer_id = @OrganizationId and i.left_on is null and p.status not in ('Completed', 'EndedEarly', 'Cancelled')
        """;

    static readonly string Sql = $"""
        select program_id id, title, role, status from ({Places}) of order by title, program_id;
        with recursive called_off as (
            select e.* from employment e where e.id = @EmploymentId
            union all
            select later.* from called_off e join employment later on later.started_on >= @EndedOn and {Continuation.Of("e", "later")})
        select exists (select from employment e where e.person_id = @PersonId and e.organization_id = @OrganizationId
                          and e.id not in (select id from called_off) and (e.ended_on is null or e.ended_on > @EndedOn)
                          and e.started_on <= greatest(@EndedOn::date + {Leaving.Between}, local_day(@Now, @OrganizationId))) works_on,
               (select count(*) from ({Places}) of join meeting m on m.program_id = of.program_id
                 where of.status in ('Active', 'Paused') and m.status = 'Planned'
                   and (m.starts_at at time zone (select time_zone from organization_zone where place_id = @OrganizationId limit 1))::date >= @EndedOn
                   and not exists (select from program_participant o where o.program_id = of.program_id and o.role = of.role and o.left_on is null
                                      and o.person_id <> @PersonId))::int meetings,
               (select count(*) from match_request r where r.status in ('Requested', 'Accepted')
                   and (r.mentor_id = @PersonId and r.mentor_organization_id = @OrganizationId
                        or r.mentee_id = @PersonId and r.organization_id = @OrganizationId))::int requests,
               (select count(*) from council_seat s where s.organization_id = @OrganizationId and s.person_id = @PersonId
                   and s.status in ('Held', 'Invited', 'Agreed'))::int seats,
               (select count(*) from role_assignment r join identity.account a on a.id = r.account_id
                 where a.person_id = @PersonId and r.organization_id = @OrganizationId and (r.ended_on is null or r.ended_on > @EndedOn))::int roles
        """;
}
