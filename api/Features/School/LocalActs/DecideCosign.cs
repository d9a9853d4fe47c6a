using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The union representative agrees with an edition of an act, or objects with reasons.</summary>
public static class DecideCosign
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/cosign", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version, body.Given, body.Comment), ct)))
            .Operation(nameof(DecideCosign), Permission.ActCosign);

    /// <param name="Comment">Needed when the union objects; at most 2,000 characters.</param>
    public sealed record Body(int Version, bool Given, string? Comment = null);

    public sealed record Command(Guid Id, int Version, bool Given, string? Comment) : ICommand<ActState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Comment).MaximumLength(2000);
            RuleFor(c => c.Comment).NotEmpty().When(c => !c.Given);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            var answered = await db.Execute(Answer, new
            {
                act.Id, Status = (command.Given ? CosignStatus.Given : CosignStatus.Refused).ToString(), Now = time.GetUtcNow().UtcDateTime, By = caller.Id,
                ByName = caller.Name, command.Comment,
            }, ct);
            if (answered == 0) throw new RuleViolation("act.cosign-not-asked");
            var next = await act.Take(command.Given ? ActStep.Cosign : ActStep.RefuseCosign, db, time, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new CosignDecided(command.Given, act.Edition));
            return next.State;
        }
    }

    const string Answer = """
        update act_cosign set status = @Status, decided_at = @Now, decided_by = @By, decided_by_name = @ByName, comment = @Comment
         where act_id = @Id and status = 'Requested'
        """;
}
