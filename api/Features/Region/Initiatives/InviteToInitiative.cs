using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>The leader invites colleagues, or a head or curator puts forward people of the own school; each of them says yes or no.</summary>
public static class InviteToInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/invite", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.OrganizationId, body.PersonIds), ct)))
            .WithDescription("Whom the leader invites is in with the own yes; whom the school puts forward the leader lets in after it. All or nobody.")
            .Operation(nameof(InviteToInitiative), Permission.InitiativeWork);

    /// <param name="OrganizationId">Where those who are invited and the caller work.</param>
    /// <param name="PersonIds">1 to 50.</param>
    public sealed record Body(Guid OrganizationId, IReadOnlyList<Guid> PersonIds);

    public sealed record Command(Guid Id, Guid OrganizationId, IReadOnlyList<Guid> PersonIds) : ICommand<Result>;

    /// <param name="Invited">How many were told.</param>
    public sealed record Result(int Invited);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PersonIds).NotEmpty().Must(all => all.Count <= 50);
    }

    sealed record Worker(Guid PersonId, string Name);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Of(command.Id, db, time, ct);
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var leads = row.LeaderId == caller.Person;
            if (!leads && !caller.May(Permission.SchoolTaskReport, place.OrganizationId)) throw new Forbidden("initiative.leader-only");
            InitiativeLife.Steps.Next(row.Status, InitiativeStep.Gather);
            var workers = (await db.List<Worker>(Working, new { Ids = command.PersonIds.ToArray(), place.OrganizationId, Today = place.Today(time) }, ct))
                .ToDictionary(one => one.PersonId);
            var (now, invited) = (time.GetUtcNow(), command.PersonIds.Distinct().ToList());
            foreach (var id in invited)
            {
                if (!workers.TryGetValue(id, out var worker))
                    throw new BadInput("initiative.not-a-colleague") { Pointer = $"/personIds/{command.PersonIds.ToList().IndexOf(id)}" };
                var member = Guid.CreateVersion7(now);
                await db.ExecuteOne(Insert, new
                {
                    row.RegionCode, Member = member, row.Id, Person = id, worker.Name, place.OrganizationId, Status = leads ? "Invited" : "Suggested",
                    Now = now.UtcDateTime,
                }, ct);
                row.Tell(audit, member, new InitiativeInvited(!leads));
            }

            return new(invited.Count);
        }
    }

    const string Working = """
        select p.id person_id, person_name(p) name from person p
         where p.id = any(@Ids)
           and exists (select from employment e where e.person_id = p.id and e.organization_id = @OrganizationId and e.period @> @Today::date)
        """;

    internal const string Insert = """
        insert into initiative_member (region_code, id, initiative_id, person_id, person_name, organization_id, status, asked_at)
        values (@RegionCode, @Member, @Id, @Person, @Name, @OrganizationId, @Status, @Now)
        """;
}
