using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>An organization becomes another kind on a day: a school a college, say. Months before it count it as what it was.</summary>
public static class ChangeOrganizationKind
{
    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapPost("/{organizationId:guid}/change-kind", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Version, body.Kind, body.On, body.Basis), ct)))
            .Operation(nameof(ChangeOrganizationKind), Permission.OrganizationManage);

    /// <param name="Version">Of the organization that was looked at; another one answers 412.</param>
    /// <param name="Kind">Code of the dictionary `organization-kind` that the public register may hold.</param>
    /// <param name="On">The first day as such; today or before.</param>
    /// <param name="Basis">The document that says so.</param>
    public sealed record Body(int Version, string Kind, DateOnly On, string? Basis = null);

    public sealed record Command(Guid Id, int Version, string Kind, DateOnly On, string? Basis) : ICommand<Result>;

    public sealed record Result(string Kind, string Sector, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(kind => OrganizationKinds.All.Contains(kind));
            RuleFor(c => c.Basis).MaximumLength(500);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var current = await OrganizationLife.Lock(db, caller, command.Id, command.Version, command.On, time, ct);
            if (current.Kind == command.Kind) throw new RuleViolation("organization.kind-already");

            var sector = OrganizationKinds.SectorOf(command.Kind);
            await OrganizationLife.KeepPast(db, current, command.On, ct);
            await db.Execute(Save, new { command.Id, command.Kind, sector, Now = time.GetUtcNow().UtcDateTime }, ct);
            await OrganizationLife.Tell(db, command.Id, OrganizationEventKind.KindChanged, command.On,
                OrganizationLife.Detail(command.Basis, "kind", new(current.Kind, command.Kind)), time, ct);
            audit.About(command.Id, current.RegionCode, command.Id, new OrganizationKindChanged(command.Kind, command.On));
            return new(command.Kind, sector, command.Version + 1);
        }
    }

    const string Save = "update organization set kind = @Kind, sector = @sector, version = version + 1, updated_at = @Now where id = @Id";
}
