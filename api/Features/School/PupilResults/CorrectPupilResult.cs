using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>Corrects a figure and says why; what it was stays in its history.</summary>
public static class CorrectPupilResult
{
    public static void Map(RouteGroupBuilder results) =>
        results.MapPut("/{pupilResultId:guid}", async (Guid pupilResultId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(pupilResultId, body.Version, body.Figure, body.Reason), ct)))
            .WithDescription("A teacher corrects what the teacher said; what the school said, the school.")
            .Operation(nameof(CorrectPupilResult), Permission.PupilResultWrite);

    /// <param name="Reason">At most 500 characters.</param>
    public sealed record Body(int Version, PupilFigure Figure, string Reason);

    public sealed record Command(Guid Id, int Version, PupilFigure Figure, string Reason) : ICommand<PupilResultState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, PupilResultState>
    {
        public async Task<PupilResultState> Handle(Command command, CancellationToken ct)
        {
            var row = await PupilResultRow.Lock(db, caller, command.Id, command.Version, ct);
            if (PupilResultRules.Faults(row.Key, command.Figure, RegionTime.Today(row.TimeZone, time)).FirstOrDefault() is ({ } member, { } code))
                throw new BadInput(code) { Pointer = $"/figure/{member}" };
            if (command.Figure == row.Figure && !row.IsWithdrawn) throw new RuleViolation("pupil-results.same");
            return await row.Change(command.Figure, command.Reason, db, caller, audit, time, ct);
        }
    }
}
