using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Publishes an article in which nothing is left that tells of a person or a school, or is confirmed not to.</summary>
public static class PublishHelpArticle
{
    public static void Map(RouteGroupBuilder articles) =>
        articles.MapPost("/publish", async (Guid articleId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(articleId, body.Version, body.Harmless ?? []), ct)))
            .Operation(nameof(PublishHelpArticle), Permission.HelpAnswer);

    /// <param name="Harmless">Which of the article's `traces` tell of nobody, by their texts: at most 100.</param>
    public sealed record Body(int Version, string[]? Harmless = null);

    public sealed record Command(Guid Id, int Version, string[] Harmless) : ICommand<HelpArticleState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Harmless.Length).LessThanOrEqualTo(100).OverridePropertyName("harmless");
            RuleForEach(c => c.Harmless).NotEmpty().MaximumLength(500);
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpArticleState>
    {
        public async Task<HelpArticleState> Handle(Command command, CancellationToken ct)
        {
            var article = await HelpArticleRow.Lock(db, caller, command.Id, command.Version, ct);
            var next = HelpLifecycle.Articles.Next(article.Status, HelpArticleStatus.Published);
            var traces = await HelpArticleRow.Traces(article.Id, article.Title, article.Text, db, ct);
            var left = traces.Count(trace => !command.Harmless.Contains(trace.Text));
            if (left > 0) throw new RuleViolation("help.article-personal", ("left", left)) { Pointer = "/harmless" };
            return await article.Save(next, "published_at = @Now, harmless = @Harmless, withdrawn_at = null, withdraw_reason = null", new
            {
                Harmless = traces.Select(trace => trace.Text).ToArray(),
            }, new HelpArticleMoved(next, article.Country), db, audit, time, ct);
        }
    }
}
