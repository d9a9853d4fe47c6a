using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>
/// Makes one of two records of the same person. Every row that names the absorbed record goes to the one that stays, and is
/// remembered, so that it can go back.
/// </summary>
public static class MergePeople
{
    public static void Map(RouteGroupBuilder people) =>
        people.MapPost("/{personId:guid}/merge", async (Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(personId, body.Version, body.AbsorbedId, body.AbsorbedVersion, body.Reason), ct)))
            .Operation(nameof(MergePeople), Permission.PersonMerge);

    /// <param name="Version">Of the record that stays, as the preview told it; another one answers 412.</param>
    /// <param name="AbsorbedId">The record that becomes part of it.</param>
    /// <param name="AbsorbedVersion">As the preview told it.</param>
    /// <param name="Reason">Why they are known to be one person.</param>
    public sealed record Body(int Version, Guid AbsorbedId, int AbsorbedVersion, string? Reason = null);

    public sealed record Command(Guid Id, int Version, Guid AbsorbedId, int AbsorbedVersion, string? Reason) : ICommand<Result>;

    /// <param name="Id">Of the merge, for undoing it.</param>
    /// <param name="Moved">Rows that have gone to the record that stays.</param>
    /// <param name="Kept">Rows that it has already: they stay with the absorbed record.</param>
    public sealed record Result(Guid Id, int Moved, int Kept);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.AbsorbedId).NotEqual(c => c.Id);
            RuleFor(c => c.Reason).MaximumLength(500);
        }
    }

    public sealed class Handler(Db db, Caller caller, Access access, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            await db.Execute("select person_merge_lock(@Id, @AbsorbedId)", command, ct);
            var (pair, obstacles) = await PersonMerges.Judge(db, caller, command.Id, command.AbsorbedId, time.GetUtcNow(), ct);
            if (obstacles.Count > 0) throw PersonMerges.Refusal(obstacles[0]);
            pair.First.MustBeAt(command.Version);
            pair.Second.MustBeAt(command.AbsorbedVersion);

            var (id, now) = (Guid.CreateVersion7(time.GetUtcNow()), time.GetUtcNow().UtcDateTime);
            await db.Execute(Insert, new
            {
                Id = id, pair.Employers[0].RegionCode, Survivor = command.Id, Absorbed = command.AbsorbedId, command.Reason, By = caller.Id, Now = now,
            }, ct);
            var done = await db.One<Result>("select id, moved, kept from person_merge where id = @id", new { id }, ct);
            var ids = new[] { command.Id, command.AbsorbedId };
            foreach (var account in await db.List<Guid>(AccountsSql, new { Ids = ids }, ct)) access.Forget(account.ToString());
            var merged = new PeopleMerged(id, command.AbsorbedId, done.Moved, done.Kept);
            foreach (var employer in pair.Employers) audit.About(employer.OrganizationId, employer.RegionCode, command.Id, merged, concerned: ids);
            return done;
        }
    }

    const string Insert = """
        insert into person_merge (region_code, id, survivor_id, absorbed_id, organization_ids, reason, merged_by, merged_at)
        values (@RegionCode, @Id, @Survivor, @Absorbed, '{}', @Reason, @By, @Now)
        """;

    public const string AccountsSql = "select id from identity.account where person_id = any(@Ids)";
}
