using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>One article: what is published for one's region or the country, and all of one's own body.</summary>
public static class GetHelpArticle
{
    public static void Map(RouteGroupBuilder articles) =>
        articles.MapGet("", async (Guid articleId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(articleId), ct)))
            .Operation(nameof(GetHelpArticle), Permission.HelpDesk);

    public sealed record Query(Guid Id) : IQuery<Result>;

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }

        /// <summary>The body that answers for it.</summary>
        public required string OrganizationName { get; init; }
        public required HelpArticleStatus Status { get; init; }

        /// <summary>For the whole country; otherwise for the body's region.</summary>
        public required bool Country { get; init; }
        public required string Title { get; init; }
        public required string Text { get; init; }

        /// <summary>Code of the dictionary `help-form`.</summary>
        public required string Form { get; init; }

        /// <summary>Codes of the dictionary `competence-area`.</summary>
        public required string[] Areas { get; init; }
        public required DateTime UpdatedAt { get; init; }
        public required DateTime? PublishedAt { get; init; }
        public required string? WithdrawReason { get; init; }

        /// <summary>How many said that it helped.</summary>
        public required int Helpful { get; init; }

        /// <summary>How many said that it did not.</summary>
        public required int Unhelpful { get; init; }

        /// <summary>How many it answered before they asked.</summary>
        public required int Instead { get; init; }

        /// <summary>What the caller said of it: `true` that it helped; null before.</summary>
        public required bool? Mine { get; init; }

        /// <summary>The caller's body has written it.</summary>
        public required bool Own { get; init; }

        /// <summary>For its body, what in it may tell of a person or a school.</summary>
        public required IReadOnlyList<HelpTrace> Traces { get; init; } = [];

        /// <summary>What may follow, for its body.</summary>
        public required IReadOnlyList<HelpArticleStatus> Steps { get; init; } = [];
        public required int Version { get; init; }
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var found = await db.One<Result>(Sql, new { query.Id, caller.Scope.Person }, ct);
            if (!caller.May(Permission.HelpAnswer, found.OrganizationId))
                return await db.One<bool>(Readable, new { query.Id, Places = HelpReach.Places(caller) }, ct) ? found : throw new NotFound();
            return found with
            {
                Own = true,
                Steps = HelpLifecycle.Articles.From(found.Status),
                Traces = found.Status == HelpArticleStatus.Published ? [] : await HelpArticleRow.Traces(found.Id, found.Title, found.Text, db, ct),
            };
        }
    }

    const string Sql = """
        select a.id, a.organization_id, o.name_short organization_name, a.status, a.country, a.title, a.text, a.form_code form, a.areas, a.updated_at,
               a.published_at, a.withdraw_reason, a.helpful, a.unhelpful, a.instead, v.helpful mine, a.version
          from help_article a join organization o on o.id = a.organization_id
          left join help_article_vote v on v.region_code = a.region_code and v.article_id = a.id and v.person_id = @Person
         where a.id = @Id
        """;

    const string Readable = $"select exists (select from help_article a where a.id = @Id and {HelpReach.Published})";
}
