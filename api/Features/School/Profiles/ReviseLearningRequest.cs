using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>The author changes a learning request that is a draft or was returned.</summary>
public static class ReviseLearningRequest
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPut("/", async (Guid learningRequestId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(learningRequestId, body.Version, body.Text), ct)))
            .Operation(nameof(ReviseLearningRequest), Permission.ProfileOwn);

    public sealed record Body(int Version, LearningRequestText Text);

    public sealed record Command(Guid Id, int Version, LearningRequestText Text) : ICommand<LearningRequestState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).SetValidator(new LearningRequestText.Validator());
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, LearningRequestState>
    {
        public async Task<LearningRequestState> Handle(Command command, CancellationToken ct)
        {
            var row = (await LearningRequestRow.Lock(db, command.Id, command.Version, ct)).MustBeOf(caller);
            var text = command.Text;
            await db.ExecuteOne("""
                update learning_request set needs = @Needs, difficulties = @Difficulties, self_image = @SelfImage, to_mentoring = @ToMentoring,
                    to_development = @ToDevelopment
                 where id = @Id
                """, new { row.Id, text.Needs, text.Difficulties, text.SelfImage, text.ToMentoring, text.ToDevelopment }, ct);
            return await row.Take(LearningRequestStep.Revise, db, audit, time, ct);
        }
    }
}
