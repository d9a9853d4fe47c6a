using MediatR;
using Mentoring.Api.Features.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Imports;

/// <summary>Ends somebody's work here by hand. What follows from it is drawn by the platform, as after a roster.</summary>
public static class EndEmployment
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/employments/{employmentId:guid}/end", async (Guid id, Guid personId, Guid employmentId, Body body, IMediator mediator,
            CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(id, personId, employmentId, body.Version, body.LastDay, body.Reason), ct)))
            .WithSummary("Ends the work of a member of the staff")
            .Operation(nameof(EndEmployment), Permission.RosterImport);

    /// <param name="Version">Of the employment that was looked at; another one answers 412.</param>
    /// <param name="LastDay">Of the work; it may have passed, or lie at most a year ahead.</param>
    public sealed record Body(int Version, DateOnly LastDay, EndReason Reason);

    public sealed record Command(Guid OrganizationId, Guid PersonId, Guid EmploymentId, int Version, DateOnly LastDay, EndReason Reason) : ICommand<Result>;

    /// <param name="EditId">By which it can be undone.</param>
    public sealed record Result(Guid EditId);

    public sealed class Handler(Db db, Caller caller, Outbox outbox, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var today = await RegionTime.TodayAt(command.OrganizationId, db, time, ct);
            var place = await StaffEdits.PlaceOf(db, caller, command.OrganizationId, command.PersonId, today, ct);
            var current = await db.One<ChangeEmployment.Current>(ChangeEmployment.Current.Sql, command, ct);
            if (current.Version != command.Version) throw new Stale(current.Version);
            if (command.LastDay < current.StartedOn || command.LastDay > today.AddYears(1)) throw new RuleViolation("employment.day-outside");
            if (current.EndedOn is { } before && await db.Maybe<Next>(Continues, new { command.EmploymentId, before }, ct) is { } next)
            {
                // What was planned and has not begun does not begin any more.
                if (next.StartedOn <= today || command.LastDay >= next.StartedOn) throw new RuleViolation("employment.continues");
                await Forestall(command.EmploymentId, next, ct);
                current = await db.One<ChangeEmployment.Current>(ChangeEmployment.Current.Sql, command, ct);
            }

            var endedOn = command.LastDay.AddDays(1);
            await db.Execute("update employment set ended_on = @endedOn, version = version + 1 where id = @EmploymentId", new
            {
                command.EmploymentId,
                endedOn
            }, ct);
            var edit = await StaffEdits.Keep(db, place, new(StaffEditKind.End, command.EmploymentId, endedOn, End(current.EndedOn), End(endedOn),
                command.Reason),
                caller, time, ct);
            if (endedOn <= today) await outbox.Add(new RoleEnded(command.OrganizationId), ct);
            audit.About(place.OrganizationId, place.RegionCode, command.PersonId, detail: new { endedOn, Reason = command.Reason.ToString() });
            return new(edit);
        }

        async Task Forestall(Guid employment, Next next, CancellationToken ct)
        {
            if (next.EndedOn is { } before && await db.Maybe<Next>(Continues, new { EmploymentId = next.Id, before }, ct) is { } after)
                await Forestall(next.Id, after, ct);
            await db.Execute(Undone, new { next.Id, By = caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            if (!await db.One<bool>("select rejoin_employment(@employment, @Id)", new { employment, next.Id }, ct))
                throw new RuleViolation("employment.continues");
        }

        static Dictionary<string, string?> End(DateOnly? day) => new() { ["ended_on"] = StaffEdits.Day(day) };
    }

    /// <summary>The same work in another position, from the day on which this one ends.</summary>
    sealed record Next(Guid Id, DateOnly StartedOn, DateOnly? EndedOn);

    const string Continues = """
        select later.id, later.started_on, later.ended_on from employment e
          join employment later on later.person_id = e.person_id and later.organization_id = e.organization_id and later.started_on = @before
           and later.hired_on = coalesce(e.hired_on, e.started_on)
         where e.id = @EmploymentId limit 1
        """;

    const string Undone = """
        update staff_edit set undone_at = @Now, undone_by = @By where employment_id = @Id and kind = 'Work' and undone_at is null
        """;
}
