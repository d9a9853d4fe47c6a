using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Writes a new edition of an act that is not approved yet; the union's opinion is asked anew.</summary>
public static class ReviseAct
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPut("/{actId:guid}", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version, body.Title, body.Text, body.Reason), ct)))
            .Operation(nameof(ReviseAct), Permission.ActWrite);

    /// <param name="Text">`# ` title, `## ` section, `| a | b |` table rows, `^ ` centered, `&gt; ` at the right; at most 20,000 characters.</param>
    /// <param name="Reason">Why the text changes.</param>
    public sealed record Body(int Version, string Title, string Text, string? Reason = null);

    public sealed record Command(Guid Id, int Version, string Title, string Text, string? Reason) : ICommand<ActState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Text).NotEmpty();
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    public sealed class Handler(Db db, Audit audit, ActTexts texts, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            var next = await act.Take(ActStep.Revise, db, time, ct) with { Edition = act.Edition + 1 };
            await db.ExecuteOne("update local_act set edition = @Edition, title = @Title where id = @Id", new { next.Edition, command.Title, command.Id }, ct);
            await texts.Write(command.Id, next.Edition, command.Title, command.Text, command.Reason, ct);
            await act.WithdrawCosign(db, time, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new ActRevised(next.Edition));
            return next.State;
        }
    }
}
