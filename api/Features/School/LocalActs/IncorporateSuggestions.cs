using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>
/// Writes the next edition of a draft with every accepted wording in its place; whose they are stays with the edition. Answers 409
/// <c>act.passage-gone</c> when a revision took away a passage that an accepted wording replaces.
/// </summary>
public static class IncorporateSuggestions
{
    public static void Map(RouteGroupBuilder acts) =>
        acts.MapPost("/{actId:guid}/suggestions/incorporate", async (Guid actId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(actId, body.Version, body.Reason), ct)))
            .Operation(nameof(IncorporateSuggestions), Permission.ActWrite);

    /// <param name="Version">Of the act.</param>
    /// <param name="Reason">What the new edition is about; at most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<ActState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    sealed record Accepted(Guid Id, SuggestionStatus Status, string? Passage, string? Wording);

    sealed record Current(string Title, string Body);

    public sealed class Handler(Db db, Audit audit, ActTexts texts, TimeProvider time) : IRequestHandler<Command, ActState>
    {
        public async Task<ActState> Handle(Command command, CancellationToken ct)
        {
            var act = await ActRow.Lock(db, command.Id, command.Version, ct);
            if (act.Status != ActStatus.Draft) throw new RuleViolation("act.drafting-needs-draft");
            var accepted = await db.List<Accepted>("""
                select id, status, passage, wording from act_suggestion where act_id = @Id and status = 'Accepted' order by made_at, id for update
                """, command, ct);
            if (accepted.Count == 0) throw new RuleViolation("act.nothing-accepted");

            var current = await db.One<Current>("select title, body from local_act_version where act_id = @Id and edition = @Edition",
                new { act.Id, act.Edition }, ct);
            var text = CoDrafting.Incorporate(current.Body, accepted.Where(one => one.Wording is not null).Select(one => (one.Passage!, one.Wording!)));
            if (text.Length > Json.LongestText) throw new RuleViolation("act.too-long");
            var next = await act.Take(ActStep.Revise, db, time, ct) with { Edition = act.Edition + 1 };
            await db.ExecuteOne("update local_act set edition = @Edition where id = @Id", new { next.Edition, command.Id }, ct);
            await texts.Write(act.Id, next.Edition, current.Title, text, command.Reason, ct);
            await db.Execute("update act_suggestion set status = 'Incorporated', in_edition = @Edition, version = version + 1 where id = any(@Ids)",
                new { next.Edition, Ids = accepted.Select(one => one.Id).ToArray() }, ct);
            await act.WithdrawCosign(db, time, ct);
            audit.About(act.OrganizationId, act.RegionCode, act.Id, new SuggestionsIncorporated(next.Edition, accepted.Count));
            return next.State;
        }
    }
}
