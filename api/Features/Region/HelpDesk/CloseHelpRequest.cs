using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>The asker closes an answered question and says how far the answer helped.</summary>
public static class CloseHelpRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/close", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(requestId, body.Version, body.Mark, body.Text), ct)))
            .Operation(nameof(CloseHelpRequest), Permission.HelpDesk);

    /// <param name="Mark">1 (it did not help) to 5 (it helped fully).</param>
    /// <param name="Text">In words, at most 2,000 characters.</param>
    public sealed record Body(int Version, int Mark, string? Text = null);

    public sealed record Command(Guid Id, int Version, int Mark, string? Text) : ICommand<HelpState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Mark).InclusiveBetween(1, 5);
            RuleFor(c => c.Text).MaximumLength(2000);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpState>
    {
        public async Task<HelpState> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpRow.Lock(db, command.Id, command.Version, time, ct);
            request.Demand(HelpStep.Close, caller);
            var words = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim();
            await request.Write(HelpEntryKind.Step, words ?? "", db, caller, time, ct, HelpStep.Close);
            await request.Save("status = 'Closed', mark = @Mark, mark_text = @words, ended_at = @Now",
                new { command.Mark, words, Now = time.GetUtcNow().UtcDateTime }, db, ct);
            audit.About(request.BodyId, request.BodyRegion, request.Id, new HelpDecided(HelpStep.Close));
            return request.After(HelpStep.Close);
        }
    }
}
