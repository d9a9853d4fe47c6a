using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Calls a planned training off.</summary>
public static class CancelTraining
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/trainings/{trainingId:guid}/cancel", async (Guid organizationId, Guid trainingId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, trainingId, body.Version, body.Reason), ct)))
            .Operation(nameof(CancelTraining), Permission.PsychologyWork);

    /// <param name="Reason">At most 1,000 characters; seen by those invited.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid OrganizationId, Guid Id, int Version, string Reason) : ICommand<TrainingState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).IsText(1000);
    }

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, TrainingState>
    {
        public async Task<TrainingState> Handle(Command command, CancellationToken ct)
        {
            var training = await TrainingRow.Lock(db, command.OrganizationId, command.Id, command.Version, ct);
            var becomes = training.Become(TrainingStatus.Cancelled);
            await db.ExecuteOne("update training set status = 'Cancelled', outcome = @Reason, version = version + 1 where id = @Id", command, ct);
            var invited = await db.List<Guid>("select person_id from training_place where training_id = @Id", command, ct);
            audit.About(training.OrganizationId, training.RegionCode, training.Id, new TrainingCalledOff(), concerned: invited);
            return becomes;
        }
    }
}
