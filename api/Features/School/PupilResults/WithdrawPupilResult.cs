using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>Withdraws a figure that should not be there and says why; it counts no longer and stays in its history.</summary>
public static class WithdrawPupilResult
{
    public static void Map(RouteGroupBuilder results) =>
        results.MapPost("/{pupilResultId:guid}/withdraw", async (Guid pupilResultId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(pupilResultId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawPupilResult), Permission.PupilResultWrite);

    /// <param name="Reason">At most 500 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<PupilResultState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, PupilResultState>
    {
        public async Task<PupilResultState> Handle(Command command, CancellationToken ct)
        {
            var row = await PupilResultRow.Lock(db, caller, command.Id, command.Version, ct);
            return await row.Change(null, command.Reason, db, caller, audit, time, ct);
        }
    }
}
