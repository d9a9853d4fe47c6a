using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Support;

/// <summary>Corrects what is said of a body of the external contour. Its municipality and its kind change as those of every organization.</summary>
public static class ReviseBody
{
    public static void Map(RouteGroupBuilder organization) =>
        organization.MapPut("/body", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Version, body.Card), ct)))
            .Operation(nameof(ReviseBody), Permission.BodyManage);

    public sealed record Body(int Version, BodyCard Card);

    public sealed record Command(Guid OrganizationId, int Version, BodyCard Card) : ICommand<Result>;

    public sealed record Result(int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Card).NotNull().SetValidator(new BodyCard.Validator());
    }

    sealed record Was(string NameFull, string NameShort, int Version) : IVersioned;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var body = await SupportReach.DemandBody(command.OrganizationId, db, caller, ct);
            var was = await db.One<Was>("select name_full, name_short, version from organization where id = @OrganizationId for update", command, ct);
            was.MustBeAt(command.Version);
            if (!body.Open) throw new RuleViolation("organization.closed");
            var card = command.Card;
            await card.Demand(body.Id, body.RegionCode, db, ct);
            var now = time.GetUtcNow();
            await db.ExecuteOne(BodyWrites.Revise, card.Args(new { body.Id, Now = now.UtcDateTime }), ct);
            await TellOfName(was, body.Id, card, now, ct);
            audit.About(body.Id, body.RegionCode, body.Id, new BodyRevised());
            return new(was.Version + 1);
        }

        /// <summary>A name is part of its history, as those of the register are.</summary>
        async Task TellOfName(Was was, Guid id, BodyCard card, DateTimeOffset now, CancellationToken ct)
        {
            var names = new Dictionary<string, OrganizationLife.Change>();
            if (was.NameFull != card.NameFull.Trim()) names["nameFull"] = new(was.NameFull, card.NameFull.Trim());
            if (was.NameShort != card.NameShort.Trim()) names["nameShort"] = new(was.NameShort, card.NameShort.Trim());
            if (names.Count == 0) return;
            var today = await db.One<DateOnly>("select local_day(@Now, @id)", new { id, Now = now.UtcDateTime }, ct);
            await OrganizationLife.Tell(db, id, OrganizationEventKind.Renamed, today, names, time, ct);
        }
    }
}
