using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>Offers a component of the school's system to another organization, from a day to a day, on the basis of a document.</summary>
public static class ProposeDelegation
{
    public static void Map(RouteGroupBuilder delegations) =>
        delegations.MapPost("/", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(
                    new Command(organizationId, body.TakerId, body.Component, body.StartsOn, body.EndsOn, body.Basis, body.Task), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/delegations", made);
            })
            .Operation(nameof(ProposeDelegation), Permission.DelegationManage);

    /// <param name="StartsOn">Today or later, at the school.</param>
    /// <param name="EndsOn">The first day on which it is no longer in force.</param>
    /// <param name="Basis">The document that it rests on: an agreement's or an order's number and date.</param>
    /// <param name="Task">What exactly the other organization does; at most 2000 characters.</param>
    public sealed record Body(Guid TakerId, Component Component, DateOnly StartsOn, DateOnly EndsOn, string Basis, string? Task = null);

    public sealed record Command(Guid OrganizationId, Guid TakerId, Component Component, DateOnly StartsOn, DateOnly EndsOn, string Basis, string? Task)
        : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Basis).NotEmpty().MaximumLength(500);
            RuleFor(c => c.Task).MaximumLength(2000);
            RuleFor(c => c.EndsOn).GreaterThan(c => c.StartsOn);
        }
    }

    sealed record Taker(string RegionCode);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var giver = await Place.Of(command.OrganizationId, db, caller, ct);
            if (command.TakerId == command.OrganizationId) throw new BadInput("delegation.two-organizations") { Pointer = "/takerId" };
            var taker = await db.Maybe<Taker>("select region_code from organization where id = @TakerId and closed_on is null", command, ct)
                ?? throw new BadInput("delegation.taker-unknown") { Pointer = "/takerId" };
            if (command.StartsOn < giver.Today(time)) throw new BadInput("delegation.in-the-past") { Pointer = "/startsOn" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Sql, new
            {
                id, command.OrganizationId, giver.RegionCode, command.TakerId, Component = command.Component.ToString(), command.StartsOn, command.EndsOn,
                command.Basis,
                Task = command.Task ?? "", Now = now.UtcDateTime, By = caller.Id,
            }, ct);
            audit.About(command.OrganizationId, giver.RegionCode, id, new DelegationSent(command.Component, command.TakerId));
            audit.About(command.TakerId, taker.RegionCode, id, new DelegationReceived(command.Component, command.OrganizationId));
            return new(id);
        }
    }

    const string Sql = """
        insert into delegation (id, organization_id, region_code, taker_id, component, starts_on, ends_on, basis, task, proposed_at, proposed_by)
        values (@id, @OrganizationId, @RegionCode, @TakerId, @Component, @StartsOn, @EndsOn, @Basis, @Task, @Now, @By)
        """;
}
