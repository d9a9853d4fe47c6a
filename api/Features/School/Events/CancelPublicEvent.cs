using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Site;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

/// <summary>Calls an event off and takes it from the public section.</summary>
public static class CancelPublicEvent
{
    public static void Map(RouteGroupBuilder events) =>
        events.MapPost("/{eventId:guid}/cancel", async (Guid organizationId, Guid eventId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, eventId, body.Version, body.Reason), ct)))
            .Operation(nameof(CancelPublicEvent), Permission.EventManage);

    /// <param name="Reason">At most 500 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, string Reason) : ICommand<PublicEventState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, PublicEventState>
    {
        public async Task<PublicEventState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var row = await PublicEventRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            var next = PublicEventLifecycle.Life.Next(row.Status, PublicEventStep.Cancel);
            if (row.SitePostId is { } post) await EventPost.Withdraw(post, command.Reason, db, time, ct);
            await db.ExecuteOne("update public_event set status = 'Cancelled', result = @Reason, version = version + 1 where id = @Id", command, ct);
            audit.About(place.OrganizationId, place.RegionCode, row.Id, new PublicEventCancelled());
            return new(row.Id, next, row.Version + 1);
        }
    }
}
