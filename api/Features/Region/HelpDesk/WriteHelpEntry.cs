using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Either side writes to the other beside a question; the body may also note something for its own people alone.</summary>
public static class WriteHelpEntry
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/entries", async (Guid requestId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var written = await mediator.Send(new Command(requestId, body.Text, body.Internal), ct);
                return TypedResults.Created($"/api/v1/help-requests/{requestId}", written);
            })
            .Operation(nameof(WriteHelpEntry), Permission.HelpDesk);

    /// <param name="Text">At most 4,000 characters.</param>
    /// <param name="Internal">A note that only the body's people read.</param>
    public sealed record Body(string Text, bool Internal = false);

    public sealed record Command(Guid Id, string Text, bool Internal) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpThread.Lock(command.Id, db, caller, time, ct);
            if (command.Internal && !request.IsBody(caller)) throw new RuleViolation("help.not-yours");
            var kind = command.Internal ? HelpEntryKind.Note : HelpEntryKind.Message;
            var id = await request.Write(kind, command.Text, db, caller, time, ct);
            HelpThread.Tell(request, kind, audit, caller);
            return new(id);
        }
    }
}
