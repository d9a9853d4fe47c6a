using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Entitlements;

/// <summary>Ends a measure of support, and says why.</summary>
public static class EndEntitlement
{
    public static void Map(RouteGroupBuilder one) =>
        one.MapPost("/end", async (Guid entitlementId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(entitlementId, body.Version, body.EndsOn, body.Reason), ct)))
            .Operation(nameof(EndEntitlement), Permission.EntitlementManage);

    /// <param name="EndsOn">The first day on which the measure is no longer in force.</param>
    /// <param name="Reason">At most 500 characters.</param>
    public sealed record Body(int Version, DateOnly EndsOn, string Reason);

    public sealed record Command(Guid Id, int Version, DateOnly EndsOn, string Reason) : ICommand<Result>;

    public sealed record Result(Guid Id, DateOnly EndsOn, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await EntitlementRow.Lock(db, command.Id, command.Version, time, ct);
            await db.ExecuteOne("update entitlement set ends_on = @EndsOn, ended_reason = @Reason, version = version + 1 where id = @Id", command, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.PersonId, new EntitlementEnded(row.Id));
            return new(row.Id, command.EndsOn, row.Version + 1);
        }
    }
}
