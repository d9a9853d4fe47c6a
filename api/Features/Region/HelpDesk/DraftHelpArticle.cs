using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>Makes an article of an answer, as a draft of the body: its question and its latest answer, to be freed of what tells of persons.</summary>
public static class DraftHelpArticle
{
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/articles", async (Guid requestId, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(requestId), ct);
                return TypedResults.Created($"/api/v1/help-articles/{made.Id}", made);
            })
            .Operation(nameof(DraftHelpArticle), Permission.HelpAnswer);

    public sealed record Command(Guid Id) : ICommand<HelpArticleState>;

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, HelpArticleState>
    {
        public async Task<HelpArticleState> Handle(Command command, CancellationToken ct)
        {
            var request = await HelpRow.Lock(db, command.Id, null, time, ct);
            if (!request.IsBody(caller)) throw new RuleViolation("help.not-yours");
            if (request.Status is not (HelpStatus.Answered or HelpStatus.Closed)) throw new RuleViolation("help.no-answer");
            if (await db.One<bool>("select exists (select from help_article where request_id = @Id and status <> 'Withdrawn')", new { command.Id }, ct))
                throw new RuleViolation("help.article-there");
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new { Article = id, command.Id, request.BodyId, request.BodyRegion, By = caller.Id, Now = now.UtcDateTime }, ct);
            audit.About(request.BodyId, request.BodyRegion, id, new HelpArticleDrafted());
            return new(id, HelpArticleStatus.Draft, 1);
        }
    }

    const string Insert = """
        insert into help_article (region_code, id, organization_id, request_id, status, country, title, text, areas, form_code, created_at, created_by,
            updated_at)
        select @BodyRegion, @Article, @BodyId, q.id, 'Draft', false, q.subject, answer.text, q.areas, q.form_code, @Now, @By, @Now
          from help_request q cross join lateral (
              select e.text from help_entry e where e.request_id = q.id and e.kind = 'Answer' order by e.written_at desc, e.id desc limit 1) answer
         where q.id = @Id
        """;
}
