using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The school accepts a learning request and says how it will be met, or returns it and says why.</summary>
public static class AnswerLearningRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/answer", async (Guid learningRequestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(learningRequestId, body.Version, body.Accepted, body.Answer), ct)))
            .Operation(nameof(AnswerLearningRequest), Permission.ProfileManage);

    /// <param name="Answer">How it will be met, or why it comes back; at most 4000 characters.</param>
    public sealed record Body(int Version, bool Accepted, string Answer);

    public sealed record Command(Guid Id, int Version, bool Accepted, string Answer) : ICommand<LearningRequestState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Answer).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, LearningRequestState>
    {
        public async Task<LearningRequestState> Handle(Command command, CancellationToken ct)
        {
            var row = await LearningRequestRow.Lock(db, command.Id, command.Version, ct);
            if (caller.Scope.Person == row.PersonId) throw new RuleViolation("profile.own");
            var state = await row.Take(command.Accepted ? LearningRequestStep.Accept : LearningRequestStep.Return, db, audit, time, ct);
            await db.ExecuteOne("update learning_request set answer = @Answer, answered_on = @Today, answered_by_name = @By where id = @Id",
                new { row.Id, command.Answer, Today = RegionTime.Today(row.TimeZone, time), By = caller.Name }, ct);
            return state;
        }
    }
}
