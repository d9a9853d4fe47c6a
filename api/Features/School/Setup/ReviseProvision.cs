using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

/// <summary>Changes what is written of a provision.</summary>
public static class ReviseProvision
{
    public static void Map(RouteGroupBuilder provisions) =>
        provisions.MapPut("/{provisionId:guid}", async (Guid provisionId, Body body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new Command(provisionId, body), ct)))
            .Operation(nameof(ReviseProvision), Permission.SetupWrite);

    public sealed record Body : ProvisionPlan
    {
        public required int Version { get; init; }
    }

    public sealed record Command(Guid Id, Body Body) : ICommand<Result>;

    public sealed record Result(int Version);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => (ProvisionPlan)c.Body).SetValidator(new ProvisionPlan.Validator()).OverridePropertyName("");
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (id, plan) = (command.Id, command.Body);
            var row = await ProvisionRow.Lock(db, id, plan.Version, ct);
            await plan.CheckPerson(row.OrganizationId, db, time, ct);
            await db.ExecuteOne(Save, new
            {
                id, Kind = plan.Kind.ToString(), Condition = plan.Condition.ToString(), Outcomes = plan.OutcomeNames, plan.Title, plan.ResponsibleId,
                plan.DueOn, plan.Basis, plan.Note,
                Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(row.OrganizationId, row.RegionCode, id, new ProvisionRevised(plan.Kind));
            return new(row.Version + 1);
        }
    }

    const string Save = """
        update provision set kind = @Kind, condition = @Condition, outcomes = @Outcomes, item = @Title, responsible_id = @ResponsibleId, due_on = @DueOn,
               basis = @Basis, note = @Note, updated_at = @Now, version = version + 1
         where id = @id
        """;
}
