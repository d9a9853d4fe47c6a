using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>An organization moves to another municipality of its region on a day. Months before it stay where it was.</summary>
public static class MoveOrganization
{
    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapPost("/{organizationId:guid}/move", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Version, body.TerritoryCode, body.On, body.Address, body.Basis), ct)))
            .Operation(nameof(MoveOrganization), Permission.OrganizationManage);

    /// <param name="Version">Of the organization that was looked at; another one answers 412.</param>
    /// <param name="TerritoryCode">A municipality of the organization's region.</param>
    /// <param name="On">The first day there; today or before.</param>
    /// <param name="Address">The new one; the old one stays when absent.</param>
    /// <param name="Basis">The document that says so.</param>
    public sealed record Body(int Version, string TerritoryCode, DateOnly On, string? Address = null, string? Basis = null);

    public sealed record Command(Guid Id, int Version, string TerritoryCode, DateOnly On, string? Address, string? Basis) : ICommand<Result>;

    public sealed record Result(string TerritoryCode, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.TerritoryCode).NotEmpty().MaximumLength(20);
            RuleFor(c => c.Address).MaximumLength(500);
            RuleFor(c => c.Basis).MaximumLength(500);
        }
    }

    sealed record Municipality(string Code, string NameRu);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var current = await OrganizationLife.Lock(db, caller, command.Id, command.Version, command.On, time, ct);
            var places = await db.List<Municipality>(Places, new { Codes = new[] { command.TerritoryCode, current.TerritoryCode }, current.RegionCode }, ct);
            if (places.SingleOrDefault(p => p.Code == command.TerritoryCode && p.Code != current.RegionCode) is not { } to)
            {
                var isElsewhere = await db.One<bool>(IsElsewhere, new { command.TerritoryCode, current.RegionCode }, ct);
                throw new BadInput(isElsewhere ? "organization.other-region" : "organization.no-municipality") { Pointer = "/territoryCode" };
            }

            if (to.Code == current.TerritoryCode) throw new RuleViolation("organization.there-already");

            await OrganizationLife.KeepPast(db, current, command.On, ct);
            await db.Execute(Save, new { command.Id, command.TerritoryCode, Address = command.Address?.Trim(), Now = time.GetUtcNow().UtcDateTime }, ct);
            await OrganizationLife.Tell(db, command.Id, OrganizationEventKind.Moved, command.On,
                OrganizationLife.Detail(command.Basis, "municipality", new(places.SingleOrDefault(p => p.Code == current.TerritoryCode)?.NameRu, to.NameRu)),
                    time, ct);
            audit.About(command.Id, current.RegionCode, command.Id, new OrganizationMoved(command.TerritoryCode, command.On));
            return new(command.TerritoryCode, command.Version + 1);
        }
    }

    const string Places = "select code, name_ru from territory where code = any(@Codes) and (parent_code = @RegionCode or code = @RegionCode)";
    /// <summary>What is kept of an organization is kept by its region: there it ends, and elsewhere another one carries it on.</summary>
    const string IsElsewhere = """
        select exists (select from territory where code = @TerritoryCode and level in ('Region', 'Municipality') and code <> @RegionCode
                                              and parent_code is distinct from @RegionCode)
        """;

    const string Save = """
        update organization set territory_code = @TerritoryCode, address = coalesce(nullif(@Address, ''), address), version = version + 1, updated_at = @Now
           where id = @Id
        """;
}
