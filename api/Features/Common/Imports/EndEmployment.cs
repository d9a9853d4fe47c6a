using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Ends somebody's work here by hand. What follows from it is drawn by the platform, as after a roster.</summary>
public static class EndEmployment
{
    public static void Map(RouteGroupBuilder person) =>
        person.MapPost("/employments/{employmentId:guid}/end", async (Guid organizationId, Guid personId, Guid employmentId, Body body, IMediator mediator,
            CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, personId, employmentId, body.Version, body.LastDay, body.Reason), ct)))
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
            var place = await StaffEdits.MemberOf(db, caller, command.OrganizationId, command.PersonId, today, ct);
            var current = await db.One<ChangeEmployment.Current>(ChangeEmployment.Current.Sql, command, ct);
            current.MustBeAt(command.Version);
            if (command.LastDay < current.StartedOn || command.LastDay > today.AddYears(1)) throw new RuleViolation("employment.day-outside");
            var endedOn = command.LastDay.AddDays(1);
            var (planned, until) = (new List<Guid>(), current.EndedOn);
            if (current.EndedOn is not null && await db.Maybe<Next>(Continues, new { command.EmploymentId }, ct) is { } next)
            {
                // What was planned and has not begun does not begin any more.
                if (next.StartedOn <= today || command.LastDay >= next.StartedOn) throw new RuleViolation("employment.continues");
                (planned, until) = await Forestall(command.EmploymentId, next, endedOn, ct);
            }

            await db.Execute("update employment set ended_on = @endedOn, version = version + 1 where id = @EmploymentId",
                new { command.EmploymentId, endedOn }, ct);
            var end = new StaffEdits.Edit(StaffEditKind.End, command.EmploymentId, endedOn, Before(until, planned), End(endedOn), command.Reason);
            var edit = await StaffEdits.Keep(db, place, end, caller, time, ct);
            if (endedOn <= today) await outbox.Add(new RoleEnded(command.OrganizationId), ct);
            audit.About(place.OrganizationId, place.RegionCode, command.PersonId, new EmploymentEnded(endedOn, command.Reason));
            return new(edit);
        }

        /// <returns>The changes that are called off with it, in the order in which they can be made again, and until when the work was to go on.</returns>
        async Task<(List<Guid> Changes, DateOnly? Until)> Forestall(Guid employment, Next next, DateOnly endedOn, CancellationToken ct)
        {
            var (further, until) = (new List<Guid>(), next.EndedOn);
            if (next.EndedOn is not null && await db.Maybe<Next>(Continues, new { EmploymentId = next.Id }, ct) is { } after)
                (further, until) = await Forestall(next.Id, after, next.StartedOn.AddDays(1), ct);
            var own = await db.List<Guid>(Undone, new { next.Id, By = caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            if (!await db.One<bool>("select rejoin_employment(@employment, @Id, @endedOn)", new { employment, next.Id, endedOn }, ct))
                throw new RuleViolation("employment.continues");
            return ([.. own.Order(), .. further], until);
        }

        static Dictionary<string, string?> Before(DateOnly? day, List<Guid> planned)
        {
            var before = End(day);
            if (planned.Count > 0) before[CalledOff] = string.Join(',', planned);
            return before;
        }

        static Dictionary<string, string?> End(DateOnly? day) => new() { ["ended_on"] = StaffEdits.Day(day) };
    }

    /// <summary>The same work in another position, from the day on which this one ends.</summary>
    sealed record Next(Guid Id, DateOnly StartedOn, DateOnly? EndedOn);

    /// <summary>Beside what stood before an end: the planned changes that went with it.</summary>
    public const string CalledOff = "called_off";

    static readonly string Continues = $"""
        select later.id, later.started_on, later.ended_on from employment e join employment later on {Continuation.Of("e", "later")}
         where e.id = @EmploymentId limit 1
        """;

    const string Undone = """
        update staff_edit set undone_at = @Now, undone_by = @By where employment_id = @Id and kind = 'Work' and undone_at is null returning id
        """;
}
