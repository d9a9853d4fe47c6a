using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Ends an act without another in its place; authors may drop what was not approved, the head whatever there is.</summary>
public static class RepealAct
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/repeal", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version, body.Reason), ct)))
            .Operation(nameof(RepealAct), Permission.ActWrite);

    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<ActState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            if (act.Status is not (ActStatus.Draft or ActStatus.Agreed) && !caller.May(Permission.ActApprove, act.OrganizationId))
                throw new Forbidden("act.head-repeals");
            var next = await act.Take(ActStep.Repeal, db, time, ct);
            await db.ExecuteOne("update local_act set ended_on = @Today, end_reason = @Reason where id = @Id",
                new { act.Id, Today = act.Today(time), command.Reason }, ct);
            await act.WithdrawCosign(db, time, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new ActTakenBack(act.Status));
            return next.State;
        }
    }
}
