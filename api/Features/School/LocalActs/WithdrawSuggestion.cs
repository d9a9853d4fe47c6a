using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Whoever made a suggestion takes it back while it is not answered.</summary>
public static class WithdrawSuggestion
{
    public static void Map(RouteGroupBuilder suggestions) =>
        suggestions.MapPost("/withdraw", async (Guid suggestionId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(suggestionId, body.Version), ct)))
            .Operation(nameof(WithdrawSuggestion), Permission.ActPropose);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<DraftingState<SuggestionStatus>>;

    public sealed class Handler(Db db, Audit audit, Caller caller) : IRequestHandler<Command, DraftingState<SuggestionStatus>>
    {
        public async Task<DraftingState<SuggestionStatus>> Handle(Command command, CancellationToken ct)
        {
            var (suggestion, act) = await SuggestionRow.Lock(db, command.Id, command.Version, ct);
            if (suggestion.AuthorId != caller.Person) throw new Forbidden("act.suggestion-not-yours");
            var next = CoDrafting.Suggestion.Next(suggestion.Status, SuggestionStep.Withdraw);
            await db.ExecuteOne("update act_suggestion set status = @Status, version = version + 1 where id = @Id",
                new { command.Id, Status = next.ToString() }, ct);
            audit.About(act.OrganizationId, act.RegionCode, suggestion.Id, new SuggestionWithdrawn(act.Id));
            return new(suggestion.Id, next, suggestion.Version + 1);
        }
    }
}
