using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Ends a pulse: from now on it takes no answers, and shows its results if there are enough of them.</summary>
public static class ClosePulse
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/pulses/{pulseId:guid}/close", async (Guid organizationId, Guid pulseId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, pulseId), ct)))
            .Operation(nameof(ClosePulse), Permission.PsychologyWork);

    public sealed record Command(Guid OrganizationId, Guid Id) : ICommand<Result>;

    public sealed record Result(PulseStatus Status, int Answers);

    sealed record Row(string RegionCode, PulseStatus Status, int Answers);

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var pulse = await db.One<Row>("select region_code, status, answers from pulse where id = @Id and organization_id = @OrganizationId for update",
                command, ct);
            if (pulse.Status != PulseStatus.Open) throw new RuleViolation("pulse.closed");
            await db.ExecuteOne("update pulse set status = 'Closed', version = version + 1 where id = @Id", command, ct);
            audit.About(command.OrganizationId, pulse.RegionCode, command.Id, new PulseClosed(pulse.Answers));
            return new(PulseStatus.Closed, pulse.Answers);
        }
    }
}
