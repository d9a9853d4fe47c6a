using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

/// <summary>The coordination log, the latest first.</summary>
public static class ListCoordination
{
    public static void Map(RouteGroupBuilder log) =>
        log.MapGet("/", async (Guid organizationId, [AsParameters] CoordinationFilter filter, string? cursor, int? size, IMediator mediator, HttpContext http,
            CancellationToken ct) =>
                Links.Paged(http, await mediator.Send(new Query(organizationId, filter, cursor, size), ct)))
            .Operation(nameof(ListCoordination), Permission.PartnerManage);

    public sealed record Query(Guid OrganizationId, CoordinationFilter Filter, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="NextResult">What came of the next step.</param>
    public sealed record Item(
        Guid Id, CoordinationKind Kind, DateOnly HeldOn, string Title, string Agreed, IReadOnlyList<Contact> Contacts, IReadOnlyList<Partner> Partners,
        NextStep? Next, string? NextResponsibleName, DateOnly? NextDoneOn, string? NextResult, int Version);

    /// <param name="Name">Empty when it was erased.</param>
    public sealed record Contact(Guid Id, string Name, PartnerContactRole Role, bool Erased);

    /// <param name="Id">Of the contract.</param>
    public sealed record Partner(Guid Id, string Name);

    sealed record Row(
        Guid Id, CoordinationKind Kind, DateOnly HeldOn, string Title, string Agreed, string? NextStep, DateOnly? NextDueOn, Guid? NextResponsibleId,
        string? NextResponsibleName, DateOnly? NextDoneOn, string? NextResult, int Version);

    sealed record ContactRow(Guid EntryId, Guid Id, string Name, PartnerContactRole Role, bool Erased);

    sealed record PartnerRow(Guid EntryId, Guid Id, string Name);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("Search");
            RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
        }
    }

    public sealed record After(DateOnly HeldOn, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await Place.Of(query.OrganizationId, db, caller, ct);
            var (size, list) = (query.Size ?? Cursors.DefaultSize, $"{nameof(ListCoordination)}/{query.OrganizationId}");
            var after = cursors.Read<After>(query.Cursor, list);
            var items = await Read(db, query.Filter.Args(query.OrganizationId, after?.HeldOn, after?.Id, size + 1), query.OrganizationId, ct);
            return cursors.Page(items, size, list, item => new After(item.HeldOn, item.Id));
        }
    }

    internal static async Task<IReadOnlyList<Item>> Read(Db db, object args, Guid organization, CancellationToken ct)
    {
        var rows = await db.List<Row>(CoordinationFilter.Sql, args, ct);
        var (contacts, partners) = await db.Many(CoordinationFilter.With, new { organization, Ids = rows.Select(r => r.Id).ToArray() },
            async with => ((await with.ReadAsync<ContactRow>()).ToLookup(c => c.EntryId), (await with.ReadAsync<PartnerRow>()).ToLookup(p => p.EntryId)), ct);
        return [.. rows.Select(r => new Item(r.Id, r.Kind, r.HeldOn, r.Title, r.Agreed,
            [.. contacts[r.Id].Select(c => new Contact(c.Id, c.Name, c.Role, c.Erased))], [.. partners[r.Id].Select(p => new Partner(p.Id, p.Name))],
            r.NextStep is null ? null : new NextStep(r.NextStep, r.NextDueOn!.Value, r.NextResponsibleId!.Value), r.NextResponsibleName, r.NextDoneOn,
                r.NextResult, r.Version))];
    }
}
