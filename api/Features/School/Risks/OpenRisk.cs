using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

/// <summary>Puts a risk into the register.</summary>
public static class OpenRisk
{
    public static void Map(RouteGroupBuilder risks) =>
        risks.MapPost("/", async (Guid organizationId, RiskPlan plan, IMediator mediator, CancellationToken ct) =>
            {
                var opened = await mediator.Send(new Command(organizationId, plan), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/risks", opened);
            })
            .Operation(nameof(OpenRisk), Permission.RiskManage);

    public sealed record Command(Guid OrganizationId, RiskPlan Plan) : ICommand<RiskState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new RiskPlan.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, RiskState>
    {
        public async Task<RiskState> Handle(Command command, CancellationToken ct)
        {
            var (place, plan, id) = (await Place.Of(command.OrganizationId, db, caller, ct), command.Plan, Guid.CreateVersion7(time.GetUtcNow()));
            var today = place.Today(time);
            await plan.Check(place, today, db, ct);
            await db.ExecuteOne("""
                insert into risk (id, organization_id, region_code, kind_code, title, probability, impact, trigger_text, owner_id, owner_name, review_on,
                    opened_on)
                select @id, @OrganizationId, @RegionCode, @KindCode, @Title, @Probability, @Impact, @Trigger, p.id,
                       person_name(p), @ReviewOn, @today
                  from person p where p.id = @OwnerId
                """, new
            {
                id, place.OrganizationId, place.RegionCode, plan.KindCode, plan.Title, plan.Probability, plan.Impact, plan.Trigger, plan.OwnerId,
                plan.ReviewOn, today,
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new RiskOpened(plan.KindCode, plan.Probability, plan.Impact));
            return new(id, RiskStatus.Open, 1);
        }
    }
}
