using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Marks a measure against a risk as done, with what came of it.</summary>
public static class FinishRiskMeasure
{
    public static void Map(RouteGroupBuilder risks) =>
        risks.MapPost("/{riskId:guid}/measures/{measureId:guid}/finish",
            async (Guid organizationId, Guid riskId, Guid measureId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, riskId, measureId, body.Version, body.Result), ct)))
            .Operation(nameof(FinishRiskMeasure), Permission.RiskManage);

    /// <param name="Version">Of the risk.</param>
    /// <param name="Result">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Result);

    public sealed record Command(Guid OrganizationId, Guid Id, Guid MeasureId, int Version, string Result) : ICommand<RiskState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Result).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, RiskState>
    {
        public async Task<RiskState> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var risk = await RiskRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            risk.MustNotBeClosed();
            await db.ExecuteOne("update risk_measure set done_on = @today, result = @Result where id = @MeasureId and risk_id = @Id and done_on is null",
                new { command.MeasureId, command.Id, command.Result, today = place.Today(time) }, ct);
            await db.ExecuteOne("update risk set version = version + 1 where id = @Id", new { risk.Id }, ct);
            audit.About(risk.OrganizationId, risk.RegionCode, risk.Id, new RiskMeasureFinished());
            return new(risk.Id, risk.Status, risk.Version + 1);
        }
    }
}
