using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>Reminds all at a school whose measure is open and not sent, once a day at most.</summary>
public static class RemindImpact
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/impact/remind", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId), ct)))
            .Operation(nameof(RemindImpact), Permission.ImpactManage);

    public sealed record Command(Guid OrganizationId) : ICommand<Result>;

    /// <param name="People">How many are told.</param>
    public sealed record Result(int People);

    sealed record Due
    {
        public required Guid ProgramId { get; init; }
        public required Guid[] People { get; init; } = [];
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var args = new { command.OrganizationId, place.RegionCode, caller.Scope.Person, Today = place.Today(time) };
            var due = await db.List<Due>(Sql, args, ct);
            if (due.Count == 0) throw new RuleViolation("impact.nobody-due");
            await db.ExecuteOne(Insert, args, ct);
            foreach (var one in due)
                audit.About(command.OrganizationId, place.RegionCode, one.ProgramId, new ImpactReminded(), one.ProgramId, one.People);
            return new(due.SelectMany(one => one.People).Distinct().Count());
        }
    }

    const string Insert = "insert into impact_reminder (region_code, organization_id, reminded_on) values (@RegionCode, @OrganizationId, @Today)";

    const string Sql = $"""
        select p.id program_id, array_agg(distinct i.person_id) people
          {ImpactTaking.From}
         where p.organization_id = @OrganizationId and i.left_on is null and w.opens_on <= @Today and w.closes_on >= @Today
           and m.status is distinct from 'Sent'
         group by p.id order by p.id
        """;
}
