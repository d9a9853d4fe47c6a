using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Learning requests: the school's people see those that were handed in, authors see their own.</summary>
public static class ListLearningRequests
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/learning-requests", async ([AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(query, ct)))
            .Operation(nameof(ListLearningRequests), Permission.ProfileOwn);

    /// <param name="PersonId">Only this author's.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, LearningRequestStatus? Status, Guid? PersonId, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <summary>A learning request.</summary>
    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required Guid PersonId { get; init; }
        public required string Name { get; init; }
        public required LearningRequestStatus Status { get; init; }
        public required string Needs { get; init; }
        public required string Difficulties { get; init; }
        public required string SelfImage { get; init; }
        public required bool ToMentoring { get; init; }
        public required bool ToDevelopment { get; init; }
        public required DateOnly? SubmittedOn { get; init; }
        public required string? Answer { get; init; }
        public required DateOnly? AnsweredOn { get; init; }
        public required string? AnsweredByName { get; init; }
        public required DateOnly? FulfilledOn { get; init; }
        public required int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.DemandOwn(query.Id, db, caller, ct);
            var size = query.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<After>(query.Cursor, nameof(ListLearningRequests));
            var rows = await db.List<Item>(Sql, new
            {
                query.Id, Status = query.Status?.ToString(), query.PersonId, Caller = caller.Scope.Person, AfterId = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, nameof(ListLearningRequests), item => new After(item.Id));
        }
    }

    // A draft is its author's alone.
    const string Sql = """
        select r.id, r.person_id, person_name(p) name, r.status, r.needs, r.difficulties, r.self_image,
               r.to_mentoring, r.to_development, r.submitted_on, r.answer, r.answered_on, r.answered_by_name, r.fulfilled_on, r.version
          from learning_request r join person p on p.id = r.person_id
         where r.organization_id = @Id and (r.person_id = @Caller::uuid or r.submitted_on is not null)
           and (@Status::text is null or r.status = @Status) and (@PersonId::uuid is null or r.person_id = @PersonId)
           and (@AfterId::uuid is null or r.id < @AfterId)
         order by r.id desc
         limit @Take
        """;
}
