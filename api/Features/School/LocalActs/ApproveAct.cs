using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The head approves an act: its number, the day of signing, and the day from which it is in force.</summary>
public static class ApproveAct
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/approve", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version, body.Number, body.SignedOn, body.EffectiveOn), ct)))
            .Operation(nameof(ApproveAct), Permission.ActApprove);

    /// <param name="Number">As the school's register of orders has it.</param>
    /// <param name="SignedOn">Today or earlier.</param>
    /// <param name="EffectiveOn">Not before the day of signing: a local act does not reach back.</param>
    public sealed record Body(int Version, string Number, DateOnly SignedOn, DateOnly EffectiveOn);

    public sealed record Command(Guid Id, int Version, string Number, DateOnly SignedOn, DateOnly EffectiveOn) : ICommand<ActState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).NotEmpty().MaximumLength(50);
            RuleFor(c => c.EffectiveOn).GreaterThanOrEqualTo(c => c.SignedOn);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            var today = act.Today(time);
            if (command.SignedOn > today) throw new BadInput("act.signed-in-future") { Pointer = "/signedOn" };
            if (command.EffectiveOn > today.AddYears(2)) throw new BadInput("act.effect-too-late") { Pointer = "/effectiveOn" };
            ActLifecycle.Steps.Next(act.Status, ActStep.Approve);
            await db.ExecuteOne(Save, new { command.Id, command.Number, command.SignedOn, command.EffectiveOn, By = caller.Id, ByName = caller.Name }, ct);
            var next = await act.Take(ActStep.Approve, db, time, ct) with { EffectiveOn = command.EffectiveOn };
            if (command.EffectiveOn <= today) next = await next.TakeEffect(db, time, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new ActSigned(act.Edition, command.EffectiveOn, next.Status));
            return next.State;
        }
    }

    const string Save = """
        update local_act set number = @Number, signed_on = @SignedOn, effective_on = @EffectiveOn, approved_by = @By, approved_by_name = @ByName where id = @Id
        """;
}
