using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Writes on at a draft; an article that was withdrawn becomes a draft by it.</summary>
public static class ReviseHelpArticle
{
    public static void Map(RouteGroupBuilder articles) =>
        articles.MapPut("", async (Guid articleId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(articleId, body.Version, body.Article), ct)))
            .Operation(nameof(ReviseHelpArticle), Permission.HelpAnswer);

    public sealed record Body(int Version, HelpArticleText Article);

    public sealed record Command(Guid Id, int Version, HelpArticleText Article) : ICommand<HelpArticleState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Article).SetValidator(new HelpArticleTextValidator());
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpArticleState>
    {
        public async Task<HelpArticleState> Handle(Command command, CancellationToken ct)
        {
            var (article, text) = (await HelpArticleRow.Lock(db, caller, command.Id, command.Version, ct), command.Article);
            if (article.Status == HelpArticleStatus.Published) throw new RuleViolation("help.article-not-now");
            await HelpReach.DemandCodes(text.Form, text.Areas, db, ct);
            return await article.Save(HelpArticleStatus.Draft, "title = @Title, text = @Text, form_code = @Form, areas = @Areas, country = @Country", new
            {
                Title = text.Title.Trim(), Text = text.Text.Trim(), text.Form, Areas = text.Areas.Distinct().ToArray(), text.Country,
            }, new HelpArticleRevised(), db, audit, time, ct);
        }
    }
}
