using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The head returns an act to its authors with a word why.</summary>
public static class ReturnAct
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/return", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version, body.Comment), ct)))
            .Operation(nameof(ReturnAct), Permission.ActApprove);

    public sealed record Body(int Version, string Comment);

    public sealed record Command(Guid Id, int Version, string Comment) : ICommand<ActState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Comment).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            var next = await act.Take(ActStep.Return, db, time, ct);
            var now = time.GetUtcNow();
            await db.Execute("""
                insert into act_return (id, act_id, organization_id, region_code, edition, comment, returned_at, returned_by, returned_by_name)
                values (@ReturnId, @Id, @OrganizationId, @RegionCode, @Edition, @Comment, @Now, @By, @ByName)
                """, new
            {
                ReturnId = Guid.CreateVersion7(now), act.Id, act.OrganizationId, act.RegionCode, act.Edition, command.Comment,
                Now = now.UtcDateTime, By = caller.Id, ByName = caller.Name
            }, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new ActSentBack(act.Edition));
            return next.State;
        }
    }
}
