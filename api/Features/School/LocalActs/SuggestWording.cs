using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>A member of the council or the union proposes other words for a passage of a draft, or comments on it.</summary>
public static class SuggestWording
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/suggestions", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(actId, body.Edition, body.Kind, body.Passage, body.Wording, body.Reason), ct);
                return TypedResults.Created($"/api/v1/acts/{actId}/co-drafting", state);
            })
            .Operation(nameof(SuggestWording), Permission.ActPropose);

    /// <param name="Edition">The edition that the proposer read.</param>
    /// <param name="Passage">A whole line of the text, as it stands there; may be absent for a comment on the whole.</param>
    /// <param name="Wording">What is to stand there instead, for `Wording` alone; at most 4,000 characters.</param>
    /// <param name="Reason">Why, or the comment itself; at most 2,000 characters.</param>
    public sealed record Body(int Edition, SuggestionKind Kind, string Reason, string? Passage = null, string? Wording = null);

    public sealed record Command(Guid Id, int Edition, SuggestionKind Kind, string? Passage, string? Wording, string Reason)
        : ICommand<DraftingState<SuggestionStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Passage).NotEmpty().When(c => c.Kind == SuggestionKind.Wording);
            RuleFor(c => c.Wording).NotEmpty().MaximumLength(4000).When(c => c.Kind == SuggestionKind.Wording);
            RuleFor(c => c.Wording).Null().When(c => c.Kind == SuggestionKind.Comment);
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, DraftingState<SuggestionStatus>>
    {
        public async Task<DraftingState<SuggestionStatus>> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, null, ct);
            var drafting = await DraftingRow.Lock(db, act.Id, ct);
            if (act.Status != ActStatus.Draft) throw new RuleViolation("act.drafting-needs-draft");
            if (drafting.ClosesOn < act.Today(time)) throw new RuleViolation("act.drafting-over");
            if (command.Edition != act.Edition) throw new RuleViolation("act.edition-changed", ("edition", act.Edition));
            var passage = command.Passage?.Trim();
            if (passage is { Length: > 0 } && !CoDrafting.Passages(await Text(act, ct))
                .Contains(passage)) throw new BadInput("act.passage-unknown") { Pointer = "/passage" };

            var (now, side) = (time.GetUtcNow(), caller.May(Permission.ActCosign, act.OrganizationId) ? DrafterSide.Union : DrafterSide.Council);
            var id = Guid.CreateVersion7(now);
            await db.Execute(Insert, new
            {
                id, Act = act.Id, Drafting = drafting.Id, act.OrganizationId, act.RegionCode, act.Edition, Kind = command.Kind.ToString(),
                Passage = passage is "" ? null : passage,
                command.Wording, command.Reason, Side = side.ToString(), Author = caller.Person, AuthorName = caller.Name, Now = now.UtcDateTime,
            }, ct);
            audit.About(act.OrganizationId, act.RegionCode, id, new WordingSuggested(act.Id, command.Kind, side));
            return new(id, SuggestionStatus.Proposed, 1);
        }

        Task<string> Text(ActRow act, CancellationToken ct) =>
            db.One<string>("select body from local_act_version where act_id = @Id and edition = @Edition", new { act.Id, act.Edition }, ct);
    }

    const string Insert = """
        insert into act_suggestion (id, act_id, drafting_id, organization_id, region_code, edition, kind, status, passage, wording, reason, side, author_id,
            author_name, made_at)
        values (@id, @Act, @Drafting, @OrganizationId, @RegionCode, @Edition, @Kind, 'Proposed', @Passage, @Wording, @Reason, @Side, @Author, @AuthorName, @Now)
        """;
}
