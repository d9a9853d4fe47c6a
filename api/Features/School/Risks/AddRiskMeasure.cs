using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Plans a measure against a risk.</summary>
public static class AddRiskMeasure
{
    public static void Map(RouteGroupBuilder risks) =>
        risks.MapPost("/{riskId:guid}/measures", async (Guid organizationId, Guid riskId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(organizationId, riskId, body.Version, body.Text, body.DueOn), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/risks", added);
            })
            .Operation(nameof(AddRiskMeasure), Permission.RiskManage);

    /// <param name="Version">Of the risk.</param>
    /// <param name="Text">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Text, DateOnly DueOn);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, string Text, DateOnly DueOn) : ICommand<RiskState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, RiskState>
    {
        public async Task<RiskState> Handle(Command command, CancellationToken ct)
        {
            var risk = await RiskRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            risk.MustNotBeClosed();
            await db.ExecuteOne("""
                insert into risk_measure (id, risk_id, organization_id, region_code, text, due_on) values (@id, @Risk, @OrganizationId, @RegionCode, @Text,
                    @DueOn)
                """, new { id = Guid.CreateVersion7(time.GetUtcNow()), Risk = risk.Id, risk.OrganizationId, risk.RegionCode, command.Text, command.DueOn }, ct);
            await db.ExecuteOne("update risk set version = version + 1 where id = @Id", new { risk.Id }, ct);
            audit.About(risk.OrganizationId, risk.RegionCode, risk.Id, new RiskMeasureAdded());
            return new(risk.Id, risk.Status, risk.Version + 1);
        }
    }
}
