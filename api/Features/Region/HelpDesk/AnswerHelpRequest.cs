using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Whoever has taken a question answers it; the asker says next whether that helped.</summary>
public static class AnswerHelpRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/answer", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(requestId, body.Version, body.Text), ct)))
            .Operation(nameof(AnswerHelpRequest), Permission.HelpAnswer);

    /// <param name="Text">At most 20,000 characters; files are attached before it or after.</param>
    public sealed record Body(int Version, string Text);

    public sealed record Command(Guid Id, int Version, string Text) : ICommand<HelpState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(20_000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpState>
    {
        public async Task<HelpState> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpRow.Lock(db, command.Id, command.Version, time, ct);
            request.Demand(HelpStep.Answer, caller);
            await request.Write(HelpEntryKind.Answer, command.Text, db, caller, time, ct, HelpStep.Answer);
            // In time or not is said by the first answer: another one after a return has a term of its own.
            await request.Save("status = 'Answered', answered_at = @Now, answered_in_time = coalesce(answered_in_time, @InTime)",
                new { Now = time.GetUtcNow().UtcDateTime, InTime = request.Today <= request.DueOn }, db, ct);
            audit.About(request.OrganizationId, request.RegionCode, request.Id, new HelpMoved(HelpStep.Answer));
            return request.After(HelpStep.Answer);
        }
    }
}
