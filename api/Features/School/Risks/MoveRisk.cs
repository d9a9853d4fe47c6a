using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Takes a risk a step further: treated, closed with its outcome, or open again.</summary>
public static class MoveRisk
{
    public static void Map(RouteGroupBuilder risks) =>
        risks.MapPost("/{riskId:guid}/move", async (Guid organizationId, Guid riskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, riskId, body.Version, body.Step, body.Outcome), ct)))
            .Operation(nameof(MoveRisk), Permission.RiskManage);

    /// <param name="Outcome">What came of it; wanted to close; at most 2,000 characters.</param>
    public sealed record Body(int Version, RiskStep Step, string? Outcome = null);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, RiskStep Step, string? Outcome) : ICommand<RiskState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Outcome).MaximumLength(2000);
            RuleFor(c => c.Outcome).NotEmpty().When(c => c.Step == RiskStep.Close);
        }
    }

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, RiskState>
    {
        public async Task<RiskState> Handle(Command command, CancellationToken ct)
        {
            var risk = await RiskRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            var next = RiskLifecycle.Steps.Next(risk.Status, command.Step);
            if (command.Step == RiskStep.Treat && await db.One<int>("select count(*)::int from risk_measure where risk_id = @Id", command, ct) == 0)
                throw new RuleViolation("risk.no-measures");
            await db.ExecuteOne("update risk set status = @Next, outcome = coalesce(@Outcome, outcome), version = version + 1 where id = @Id",
                new { command.Id, Next = next.ToString(), command.Outcome }, ct);
            audit.About(risk.OrganizationId, risk.RegionCode, risk.Id, new RiskMoved(command.Step));
            return new(risk.Id, next, risk.Version + 1);
        }
    }
}
