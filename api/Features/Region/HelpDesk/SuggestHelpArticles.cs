using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>While somebody writes a question: the 5 published articles that are nearest to its subject.</summary>
public static class SuggestHelpArticles
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/help-suggestions", async (string subject, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(subject), ct)))
            .WithTags("HelpDesk").Operation(nameof(SuggestHelpArticles), Permission.HelpDesk);

    /// <param name="Subject">As far as it is written: 3 to 200 characters.</param>
    public sealed record Query(string Subject) : IQuery<IReadOnlyList<Suggestion>>;

    /// <param name="Excerpt">The place that is nearest to the subject.</param>
    /// <param name="Helpful">How many said that it helped.</param>
    public sealed record Suggestion(Guid Id, string Title, string Excerpt, string OrganizationName, int Helpful);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Subject).MinimumLength(3).MaximumLength(200);
    }

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Suggestion>>
    {
        public Task<IReadOnlyList<Suggestion>> Handle(Query query, CancellationToken ct) =>
            db.List<Suggestion>(Sql, new { query.Subject, Places = HelpReach.Places(caller) }, ct);
    }

    // One of the words suffices, as a question is a sentence; who has more of them comes first.
    const string Sql = $"""
        select a.id, a.title, ts_headline('russian', a.text, asked.words, 'StartSel="", StopSel="", MaxWords=30, MinWords=12') excerpt,
               o.name_short organization_name, a.helpful
          from (select replace(plainto_tsquery('russian', @Subject)::text, '&', '|')::tsquery words) asked
          join help_article a on a.search @@ asked.words
          join organization o on o.id = a.organization_id
         where {HelpReach.Published}
         order by ts_rank(a.search, asked.words) desc, a.helpful desc, a.id
         limit 5
        """;
}
