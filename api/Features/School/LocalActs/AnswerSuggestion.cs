using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>
/// The act's author accepts or declines a suggestion and says why; never one's own. Answers 409 <c>act.suggestion-rival</c> when another
/// wording of the same passage was accepted already.
/// </summary>
public static class AnswerSuggestion
{
    public static void Map(RouteGroupBuilder suggestions) =>
        suggestions.MapPost("/answer", async (Guid suggestionId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(suggestionId, body.Version, body.Accepted, body.Answer), ct)))
            .Operation(nameof(AnswerSuggestion), Permission.ActWrite);

    /// <param name="Answer">At most 2,000 characters.</param>
    public sealed record Body(int Version, bool Accepted, string Answer);

    public sealed record Command(Guid Id, int Version, bool Accepted, string Answer) : ICommand<DraftingState<SuggestionStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Answer).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, DraftingState<SuggestionStatus>>
    {
        public async Task<DraftingState<SuggestionStatus>> Handle(Command command, CancellationToken ct)
        {
            var (suggestion, act) = await SuggestionRow.Lock(db, command.Id, command.Version, ct);
            if (suggestion.AuthorId == caller.Scope.Person) throw new Forbidden("act.suggestion-own");
            var next = CoDrafting.Suggestion.Next(suggestion.Status, command.Accepted ? SuggestionStep.Accept : SuggestionStep.Decline);
            await db.ExecuteOne(Save, new { command.Id, Status = next.ToString(), command.Answer, ByName = caller.Name, Now = time.GetUtcNow().UtcDateTime },
                ct);
            audit.About(act.OrganizationId, act.RegionCode, suggestion.Id, new SuggestionAnswered(act.Id, command.Accepted));
            return new(suggestion.Id, next, suggestion.Version + 1);
        }
    }

    const string Save = """
        update act_suggestion set status = @Status, answer = @Answer, answered_by_name = @ByName, answered_at = @Now, version = version + 1 where id = @Id
        """;
}
