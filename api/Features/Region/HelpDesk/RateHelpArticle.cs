using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Says whether a published article helped, and whether it answered what one was about to ask; nobody sees who said it.</summary>
public static class RateHelpArticle
{
    public static void Map(RouteGroupBuilder articles) =>
        articles.MapPut("/vote", async (Guid articleId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(articleId, body.Helpful, body.Instead), ct)))
            .Operation(nameof(RateHelpArticle), Permission.HelpDesk);

    /// <param name="Helpful">False where it did not help.</param>
    /// <param name="Instead">It answered the question that the caller was writing, which is not sent.</param>
    public sealed record Body(bool Helpful, bool Instead = false);

    public sealed record Command(Guid Id, bool Helpful, bool Instead) : ICommand<Result>;

    /// <param name="Helpful">As was said.</param>
    /// <param name="Instead">It is counted as what spared a question.</param>
    public sealed record Result(bool Helpful, bool Instead);

    sealed record Found(Guid OrganizationId, string RegionCode);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var person = caller.Person;
            var article = await db.One<Found>($"select a.organization_id, a.region_code from help_article a where a.id = @Id and {HelpReach.Published}",
                new { command.Id, Places = HelpReach.Places(caller) }, ct);
            var instead = command.Instead && command.Helpful;
            await db.Execute(Save, new
            {
                article.RegionCode, command.Id, person, command.Helpful, instead, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(article.OrganizationId, article.RegionCode, command.Id, new HelpArticleRated(command.Helpful));
            return new(command.Helpful, instead);
        }
    }

    // Whoever was spared a question once was: a later visit to the article takes nothing back but whether it helped.
    const string Save = """
        insert into help_article_vote (region_code, article_id, person_id, helpful, instead, voted_at)
        values (@RegionCode, @Id, @person, @Helpful, @instead, @Now)
        on conflict (region_code, article_id, person_id) do update
           set helpful = excluded.helpful, instead = excluded.helpful and (help_article_vote.instead or excluded.instead), voted_at = excluded.voted_at
        """;
}
