using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>The answer did not help: the asker says what is missing, and the body has its whole term again.</summary>
public static class ReopenHelpRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/reopen", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(requestId, body.Version, body.Text), ct)))
            .Operation(nameof(ReopenHelpRequest), Permission.HelpDesk);

    /// <param name="Text">What is missing: at most 4,000 characters.</param>
    public sealed record Body(int Version, string Text);

    public sealed record Command(Guid Id, int Version, string Text) : ICommand<HelpState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpState>
    {
        public async Task<HelpState> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpRow.Lock(db, command.Id, command.Version, time, ct);
            request.Demand(HelpStep.Reopen, caller);
            var due = await HelpTerm.Of(request.BodyId, request.Today, request.RegionCode, db, ct);
            await request.Write(HelpEntryKind.Step, command.Text, db, caller, time, ct, HelpStep.Reopen);
            await request.Save("status = 'Reopened', due_on = @due, escalated_at = null, report_on = null, reported_at = null", new { due }, db, ct);
            audit.About(request.BodyId, request.BodyRegion, request.Id, new HelpDecided(HelpStep.Reopen));
            return request.After(HelpStep.Reopen, due);
        }
    }
}
