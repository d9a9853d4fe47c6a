using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Takes an article back: it is out of date or wrong, and nobody finds it any more.</summary>
public static class WithdrawHelpArticle
{
    public static void Map(RouteGroupBuilder articles) =>
        articles.MapPost("/withdraw", async (Guid articleId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(articleId, body.Version, body.Reason), ct)))
            .Operation(nameof(WithdrawHelpArticle), Permission.HelpAnswer);

    /// <param name="Reason">At most 1,000 characters.</param>
    public sealed record Body(int Version, string Reason);

    public sealed record Command(Guid Id, int Version, string Reason) : ICommand<HelpArticleState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpArticleState>
    {
        public async Task<HelpArticleState> Handle(Command command, CancellationToken ct)
        {
            var article = await HelpArticleRow.Lock(db, caller, command.Id, command.Version, ct);
            var next = HelpLifecycle.Articles.Next(article.Status, HelpArticleStatus.Withdrawn);
            return await article.Save(next, "withdrawn_at = @Now, withdraw_reason = @Reason", new { Reason = command.Reason.Trim() },
                new HelpArticleMoved(next, article.Country), db, audit, time, ct);
        }
    }
}
