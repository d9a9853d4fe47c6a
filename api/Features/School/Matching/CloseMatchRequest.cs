using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Takes back a request, or parts a pair that has no program yet.</summary>
public static class CloseMatchRequest
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPost("/requests/{requestId:guid}/close", async (Guid organizationId, Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, requestId, body.Version, body.Reason), ct)))
            .Operation(nameof(CloseMatchRequest), Permission.MatchManage);

    /// <param name="Reason">Both sides read it; at most 500 characters.</param>
    public sealed record Body(int Version, string? Reason = null);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, string? Reason) : ICommand<Result>;

    public sealed record Result(MatchRequestStatus Status, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(500);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var request = await MatchRequestRow.Lock(db, command.Id, command.Version, ct);
            if (request.OrganizationId != command.OrganizationId) throw new NotFound();
            var status = await request.End(MatchRequestStep.Close, MatchRequestReason.Withdrawn, command.Reason, db, time, ct);
            audit.About(request.OrganizationId, request.RegionCode, request.Id, new MatchRequestWithdrawn());
            return new(status, request.Version + 1);
        }
    }
}
