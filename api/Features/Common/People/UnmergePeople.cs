using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>Takes a merge back: every row that went goes where it was. What has come since stays with the record that stayed.</summary>
public static class UnmergePeople
{
    public static void Map(RouteGroupBuilder people) =>
        people.MapPost("/merges/{mergeId:guid}/undo", async (Guid mergeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(mergeId, body.Version), ct)))
            .Operation(nameof(UnmergePeople), Permission.PersonMerge);

    /// <param name="Version">Of the merge; another one answers 412.</param>
    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<Result>;

    public sealed record Result(Guid SurvivorId, Guid AbsorbedId);

    sealed record Merge : IVersioned
    {
        public Guid SurvivorId { get; init; }
        public Guid AbsorbedId { get; init; }
        public Guid[] OrganizationIds { get; init; } = [];
        public DateTime? UndoneAt { get; init; }
        public int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, Access access, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var merge = await db.One<Merge>(Find, new { command.Id }, ct);
            var employers = await db.List<PersonMerges.Employer>(PersonMerges.EmployersSql, new { Ids = merge.OrganizationIds }, ct);
            if (!PersonMerges.Covers(caller.Scope, employers)) throw PersonMerges.Refusal(MergeObstacle.OutOfReach);
            if (caller.Scope.Person is { } self && (self == merge.SurvivorId || self == merge.AbsorbedId)) throw PersonMerges.Refusal(MergeObstacle.Oneself);
            if (merge.UndoneAt is not null) throw new RuleViolation("person.merge-undone");
            merge.MustBeAt(command.Version);

            await db.ExecuteOne(Undo, new { command.Id, By = caller.Id, Now = time.GetUtcNow().UtcDateTime }, ct);
            var ids = new[] { merge.SurvivorId, merge.AbsorbedId };
            foreach (var account in await db.List<Guid>(MergePeople.AccountsSql, new { Ids = ids }, ct)) access.Forget(account.ToString());
            var parted = new PeopleUnmerged(command.Id, merge.AbsorbedId);
            foreach (var employer in employers) audit.About(employer.OrganizationId, employer.RegionCode, merge.SurvivorId, parted, concerned: ids);
            return new(merge.SurvivorId, merge.AbsorbedId);
        }
    }

    const string Find = "select survivor_id, absorbed_id, organization_ids, undone_at, version from person_merge where id = @Id";

    const string Undo = """
        update person_merge set undone_by = @By, undone_at = @Now, version = version + 1 where id = @Id and undone_at is null
        """;
}
