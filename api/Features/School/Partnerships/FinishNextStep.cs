using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>Says that what was to follow is done, and what came of it.</summary>
public static class FinishNextStep
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapPost("/{entryId:guid}/next-step/finish", async (Guid organizationId, Guid entryId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, entryId, body.Version, body.Result), ct)))
            .Operation(nameof(FinishNextStep), Permission.PartnerManage);

    /// <param name="Result">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Result);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, string Result) : ICommand<CoordinationState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Result).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, CoordinationState>
    {
        public async Task<CoordinationState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var entry = await CoordinationRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            if (entry.NextStep is null || entry.NextDoneOn is not null) throw new RuleViolation("coordination.no-next-step");
            await db.ExecuteOne("update coordination_entry set next_done_on = @Today, next_result = @Result, version = version + 1 where id = @Id",
                new { command.Id, command.Result, Today = place.Today(time) }, ct);
            audit.About(place.OrganizationId, place.RegionCode, entry.Id, new NextStepFinished());
            return new(entry.Id, entry.Version + 1);
        }
    }
}
