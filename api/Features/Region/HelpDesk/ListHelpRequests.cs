using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>One's own questions, or those that a school's head and curator may see; the latest first.</summary>
public static class ListHelpRequests
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/help-requests", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .WithTags("HelpDesk").Operation(nameof(ListHelpRequests), Permission.HelpDesk);

    /// <param name="OrganizationId">A school that the caller leads: what its people have let it see. One's own questions when absent.</param>
    /// <param name="Search">A part of the subject.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(
        Guid? OrganizationId = null, HelpStatus? Status = null, string? Search = null, string? Cursor = null, int? Size = null);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required string Subject { get; init; }

        /// <summary>Code of the dictionary `help-form`.</summary>
        public required string Form { get; init; }
        public required string[] Areas { get; init; }
        public required HelpStatus Status { get; init; }

        /// <summary>Who asked.</summary>
        public required string PersonName { get; init; }
        public required Guid BodyId { get; init; }

        /// <summary>Short name of the body that has it.</summary>
        public required string BodyName { get; init; }
        public required DateTime AskedAt { get; init; }

        /// <summary>The last day for the answer.</summary>
        public required DateOnly DueOn { get; init; }

        /// <summary>The term is over, and the answer still waited for.</summary>
        public required bool Overdue { get; init; }

        /// <summary>Of the latest answer; null before one.</summary>
        public required DateTime? AnsweredAt { get; init; }

        /// <summary>From 1 to 5; null before it was rated.</summary>
        public required int? Mark { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            if (filter.OrganizationId is { } school) caller.Scope.MustReach(school);
            var (size, list) = (filter.Size ?? Cursors.DefaultSize, $"{nameof(ListHelpRequests)}/{filter.OrganizationId}");
            var after = cursors.Read<Key>(filter.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                filter.OrganizationId, caller.Scope.Person, Status = filter.Status?.ToString(), Pattern = Like.Containing(filter.Search),
                HelpLifecycle.Open, After = after?.At, AfterId = after?.Id, Take = size + 1, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.AskedAt, item.Id));
        }
    }

    const string Sql = """
        select q.id, q.subject, q.form_code form, q.areas, q.status, q.person_name, q.body_id, b.name_short body_name, q.asked_at, q.due_on,
               q.status = any(@Open) and q.due_on < (@Now::timestamptz at time zone zone.time_zone)::date overdue, q.answered_at, q.mark
          from help_request q join organization b on b.id = q.body_id join organization_zone zone on zone.place_id = q.organization_id
         where case when @OrganizationId::uuid is null then q.person_id = @Person else q.organization_id = @OrganizationId and q.school_sees end
           and (@Status::text is null or q.status = @Status)
           and (@Pattern::text is null or q.subject ilike @Pattern)
           and (@AfterId::uuid is null or (q.asked_at, q.id) < (@After::timestamptz, @AfterId))
         order by q.asked_at desc, q.id desc limit @Take
        """;
}
