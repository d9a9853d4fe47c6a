using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>The asker takes a question back that is not answered: it has settled itself, or was meant for somebody else.</summary>
public static class WithdrawHelpRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/withdraw", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(requestId, body.Version, body.Text), ct)))
            .Operation(nameof(WithdrawHelpRequest), Permission.HelpDesk);

    /// <param name="Text">Why, if one likes: at most 1,000 characters.</param>
    public sealed record Body(int Version, string? Text = null);

    public sealed record Command(Guid Id, int Version, string? Text) : ICommand<HelpState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpState>
    {
        public async Task<HelpState> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpRow.Lock(db, command.Id, command.Version, time, ct);
            request.Demand(HelpStep.Withdraw, caller);
            await request.Write(HelpEntryKind.Step, command.Text ?? "", db, caller, time, ct, HelpStep.Withdraw);
            await request.Save("status = 'Withdrawn', ended_at = @Now", new { Now = time.GetUtcNow().UtcDateTime }, db, ct);
            audit.About(request.BodyId, request.BodyRegion, request.Id, new HelpDecided(HelpStep.Withdraw));
            return request.After(HelpStep.Withdraw);
        }
    }
}
