using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>
/// Says who carries on an organization that the register has closed. The register names nobody: the successor was guessed by the
/// name, and nothing has followed from the guess.
/// </summary>
public static class CorrectSuccessor
{
    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapPost("/{organizationId:guid}/correct-successor", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Version, body.SuccessorId, body.Basis), ct)))
            .Operation(nameof(CorrectSuccessor), Permission.OrganizationManage);

    /// <param name="Version">Of the organization that was looked at; another one answers 412.</param>
    /// <param name="SuccessorId">Another one that is open; null where nobody carries it on.</param>
    /// <param name="Basis">The document that says so.</param>
    public sealed record Body(int Version, Guid? SuccessorId, string? Basis = null);

    public sealed record Command(Guid Id, int Version, Guid? SuccessorId, string? Basis) : ICommand<Result>;

    public sealed record Result(int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Basis).MaximumLength(500);
    }

    sealed record Current(string RegionCode, int Version, bool ClosedByRegister, DateOnly? ClosedOn, bool WasDivided, string? Guessed) : IVersioned;

    sealed record Heir(Guid Id, string NameShort, string RegionCode);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var current = await db.One<Current>(Find, command, ct);
            caller.Scope.MustReachRegion(current.RegionCode);
            current.MustBeAt(command.Version);
            if (current.WasDivided) throw new RuleViolation("organization.divided");
            if (current is not { ClosedByRegister: true, ClosedOn: { } on }) throw new RuleViolation("organization.closed-by-hand");
            var heir = command.SuccessorId is null ? null
                : await db.Maybe<Heir>(Named, command, ct) ?? throw new BadInput("organization.no-successor") { Pointer = "/successorId" };

            await db.Execute(Replace, new { command.Id, Heir = heir?.Id, on, Now = time.GetUtcNow().UtcDateTime }, ct);
            await OrganizationLife.Tell(db, command.Id, heir is null ? OrganizationEventKind.Closed : OrganizationEventKind.Merged, on,
                OrganizationLife.Detail(command.Basis, "successor", heir is null ? null : new(null, heir.NameShort)), time, ct);
            audit.About(command.Id, current.RegionCode, command.Id, new SuccessorCorrected(heir?.Id, current.Guessed, on));
            return new(command.Version + 1);
        }
    }

    const string Find = $"""
        select o.region_code, o.version, o.status = 'Closed' and o.closed_by_register closed_by_register, o.closed_on,
               {OrganizationLife.WasDivided} was_divided,
               (select string_agg(s.successor_id::text, ', ' order by s.successor_id) from organization_successor s where s.organization_id = o.id) guessed
          from organization o where o.id = @Id for update
        """;

    const string Named = "select id, name_short, region_code from organization_held_open(array_remove(array[@SuccessorId::uuid], @Id))";

    /// <summary>It may have been named of an earlier day: whoever is named now stands alone. What happened on other days the events tell.</summary>
    const string Replace = """
        delete from organization_successor where organization_id = @Id;
        delete from organization_event where organization_id = @Id and occurred_on = @on and kind in ('Closed', 'Merged');
        insert into organization_successor (organization_id, successor_id, region_code, since)
        select id, @Heir, region_code, @on from organization where id = @Id and @Heir::uuid is not null;
        update organization set version = version + 1, updated_at = @Now where id = @Id
        """;
}
