using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>The tutors of a body by name, each with the load of today beside the capacity.</summary>
public static class ListTutors
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapGet("/tutors", async (Guid organizationId, [AsParameters] TutorsFilter filter, string? cursor, int? size, IMediator mediator,
            CancellationToken ct) => TypedResults.Ok(await mediator.Send(new Query(organizationId, filter, cursor, size), ct)))
            .Operation(nameof(ListTutors), Permission.TutorManage);

    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Query(Guid OrganizationId, TutorsFilter Filter, string? Cursor, int? Size) : IQuery<Page<TutorItem>>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(string Name, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<TutorItem>>
    {
        public async Task<Page<TutorItem>> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var (size, after) = (query.Size ?? Cursors.DefaultSize, cursors.Read<After>(query.Cursor, nameof(ListTutors)));
            var rows = await db.List<TutorItem>(TutorsFilter.Sql,
                query.Filter.Args(query.OrganizationId, place.Today(time), after?.Name, after?.Id, size + 1), ct);
            return cursors.Page(rows, size, nameof(ListTutors), row => new After(row.PersonName, row.Id));
        }
    }
}
