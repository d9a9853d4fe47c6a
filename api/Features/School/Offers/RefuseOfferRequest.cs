using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>The mentee's school refuses with a reason that a mentor of another school is asked; the mentor does not learn of it.</summary>
public static class RefuseOfferRequest
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapPost("/offer-requests/{requestId:guid}/refuse",
                async (Guid organizationId, Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new Command(organizationId, requestId, body.Version, body.Reason), ct)))
            .Operation(nameof(RefuseOfferRequest), Permission.OfferDecide);

    /// <param name="Reason">For the mentee to read; at most 500 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid OrganizationId, Guid RequestId, int Version, string Reason) : ICommand<OfferRequestState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, OfferRequestState>
    {
        public async Task<OfferRequestState> Handle(Command command, CancellationToken ct)
        {
            var row = await OfferRequestRow.LockOf(db, caller, command.OrganizationId, command.RequestId, command.Version, ct);
            audit.About(row.SchoolId, row.SchoolRegion, row.Id, new OfferRequestDecided(false));
            return await row.Take(OfferRequestStep.Refuse, command.Reason.Trim(), caller.Name, null, db, time, ct);
        }
    }
}
