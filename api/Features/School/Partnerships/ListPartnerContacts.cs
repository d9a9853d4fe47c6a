using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>With whom the school works in the regional system and in communities, by name.</summary>
public static class ListPartnerContacts
{
    public static void Map(RouteGroupBuilder contacts) =>
        contacts.MapGet("/", async (HttpContext http, [AsParameters] Query query, IMediator mediator, CancellationToken ct) =>
            Links.Paged(http, await mediator.Send(query, ct)))
            .Operation(nameof(ListPartnerContacts), Permission.PartnerManage);

    /// <param name="Search">A part of the name, the post or the organization.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Query(
        [FromRoute(Name = "organizationId")] Guid Id, string? Search = null, PartnerContactRole? Role = null, string? Cursor = null, int? Size = null)
        : IQuery<Page<Item>>;

    /// <param name="Met">In how many entries of the log.</param>
    public sealed record Item(Guid Id, string Name, string Post, string WorksAt, PartnerContactRole Role, string Reach, string Note, int Met, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(200);
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(string Name, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.Id, db, caller, ct);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListPartnerContacts)}/{query.Id}");
            var after = cursors.Read<After>(query.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                query.Id, Search = Like.Containing(query.Search), Role = query.Role?.ToString(), AfterName = after?.Name, AfterId = after?.Id, Take = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new After(item.Name, item.Id));
        }
    }

    const string Sql = """
        select c.id, c.name, c.post, c.works_at, c.role, c.reach, c.note, (select count(*)::int from coordination_contact m where m.contact_id = c.id) met,
               c.version
          from partner_contact c
         where c.organization_id = @Id and c.erased_on is null and (@Role::text is null or c.role = @Role)
           and (@Search::text is null or c.name ilike @Search or c.post ilike @Search or c.works_at ilike @Search)
           and (@AfterId::uuid is null or (c.name, c.id) > (@AfterName, @AfterId))
         order by c.name, c.id limit @Take
        """;
}
