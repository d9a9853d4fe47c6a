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
            if (current.EndedOn is { } before && await db.One<bool>(Continues, new { command.PersonId, command.OrganizationId, before }, ct))
                throw new RuleViolation("employment.continues");

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

        static Dictionary<string, string?> End(DateOnly? day) => new() { ["ended_on"] = StaffEdits.Day(day) };
    }

    const string Continues = """
        select exists (select from employment where person_id = @PersonId and organization_id = @OrganizationId and started_on = @before
            and hired_on is not null)
        """;
}
