using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Changes a risk that is not closed.</summary>
public static class ReviseRisk
{
    public static void Map(RouteGroupBuilder risks) =>
        risks.MapPut("/{riskId:guid}", async (Guid organizationId, Guid riskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, riskId, body.Version, body.Plan), ct)))
            .Operation(nameof(ReviseRisk), Permission.RiskManage);

    public sealed record Body(int Version, RiskPlan Plan);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, RiskPlan Plan) : ICommand<RiskState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new RiskPlan.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, RiskState>
    {
        public async Task<RiskState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan);
            var risk = await RiskRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            risk.MustNotBeClosed();
            await plan.Check(place, place.Today(time), db, ct);
            await db.ExecuteOne("""
                update risk r set kind_code = @KindCode, title = @Title, probability = @Probability, impact = @Impact, trigger_text = @Trigger, owner_id = p.id,
                       owner_name = person_name(p), review_on = @ReviewOn, version = r.version + 1
                  from person p where r.id = @Id and p.id = @OwnerId
                """, new { risk.Id, plan.KindCode, plan.Title, plan.Probability, plan.Impact, plan.Trigger, plan.OwnerId, plan.ReviewOn }, ct);
            audit.About(place.OrganizationId, place.RegionCode, risk.Id, new RiskRevised(plan.KindCode, plan.Probability, plan.Impact));
            return new(risk.Id, risk.Status, risk.Version + 1);
        }
    }
}
