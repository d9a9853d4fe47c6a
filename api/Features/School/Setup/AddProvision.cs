using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>Records what the school plans to provide for mentoring.</summary>
public static class AddProvision
{
    public static void Map(RouteGroupBuilder setup) =>
        setup.MapPost("/provisions", async (Guid organizationId, ProvisionPlan body, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(organizationId, body), ct);
                return TypedResults.Created($"/api/v1/provisions/{added.Id}", added);
            })
            .Operation(nameof(AddProvision), Permission.SetupWrite);

    public sealed record Command(Guid OrganizationId, ProvisionPlan Plan) : ICommand<Result>;

    public sealed record Result(Guid Id, int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Plan).SetValidator(new ProvisionPlan.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            caller.Scope.MustReach(command.OrganizationId);
            var plan = command.Plan;
            await plan.CheckPerson(command.OrganizationId, db, time, ct);
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var region = await db.One<string>(Insert, new
            {
                Id = id, command.OrganizationId, Kind = plan.Kind.ToString(), Condition = plan.Condition.ToString(), Outcomes = plan.OutcomeNames,
                plan.Title, plan.ResponsibleId,
                plan.DueOn, plan.Basis, plan.Note, Now = now.UtcDateTime,
            }, ct);
            audit.About(command.OrganizationId, region, id, new ProvisionAdded(plan.Kind));
            return new(id, 1);
        }
    }

    const string Insert = """
        insert into provision (id, organization_id, region_code, kind, condition, outcomes, item, status, responsible_id, due_on, basis, note, created_at,
            updated_at)
        select @Id, id, region_code, @Kind, @Condition, @Outcomes, @Title, 'Planned', @ResponsibleId, @DueOn, @Basis, @Note, @Now, @Now from organization
               where id = @OrganizationId
        returning region_code
        """;
}
