using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Which organizations come, change and close by a file of the register: the first 10,000, while the import counts all.</summary>
public static class ListImportOrganizations
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{importId:guid}/organizations", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter.Id, filter.Change, filter.Cursor, filter.Size), ct)))
            .Operation(nameof(ListImportOrganizations), Permission.ImportManage);

    /// <param name="Change">One kind alone; all when absent.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter([FromRoute(Name = "importId")] Guid Id, OrganizationChange? Change, string? Cursor, int? Size);

    public sealed record Query(Guid Id, OrganizationChange? Change, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="OrganizationId">Null while it is none of ours yet.</param>
    /// <param name="Key">OGRN; of a branch its id in the register.</param>
    /// <param name="Name">As recorded, else as the file has it.</param>
    /// <param name="Day">Since when it is closed; else of the certificate, where it is known.</param>
    /// <param name="Changes">Of one that changes.</param>
    /// <param name="Successor">Of one that is closed, who bears its name on in the same place and is taken to carry it on.</param>
    /// <param name="Kind">Of one that comes: code of the dictionary `organization-kind`.</param>
    public sealed record Item(
        OrganizationChange Change, Guid? OrganizationId, string? Key, string Name, DateOnly? Day, IReadOnlyList<Detail> Changes,
        string? Successor, string? Kind);

    /// <param name="Field">nameFull, nameShort, inn, kpp, address, email, phone, website, registerId or municipality.</param>
    /// <param name="Before">Null for nothing.</param>
    public sealed record Detail(string Field, string? Before, string? After);

    public sealed record Row(int Sequence, OrganizationChange Change, Guid? AboutId, string? Key, string Name, DateOnly? Day, string Details,
        string? Successor, string? Kind)
    {
        public Item ToItem() => new(Change, AboutId, Key, Name, Day, JsonSerializer.Deserialize<List<Detail>>(Details, StaffList.Json)!, Successor, Kind);
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Size).InclusiveBetween(1, Cursors.LargestSize);
    }

    public sealed record After(int Sequence);

    public sealed class Handler(Db db, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            await db.One<Guid>("select id from import where id = @Id", new { query.Id }, ct);
            var size = query.Size ?? Cursors.DefaultSize;
            var list = $"{nameof(ListImportOrganizations)}/{query.Id}/{query.Change}";
            var after = cursors.Read<After>(query.Cursor, list)?.Sequence ?? 0;
            var rows = await db.List<Row>(Sql, new { query.Id, Change = query.Change?.ToString(), After = after, Take = size + 1 }, ct);
            var page = cursors.Page(rows, size, list, row => new After(row.Sequence));
            return new([.. page.Items.Select(row => row.ToItem())], page.Next);
        }
    }

    const string Sql = """
        select sequence, change, about_id, key, name, day, details::text, successor, kind from import_organization
         where import_id = @Id and (@Change::text is null or change = @Change) and sequence > @After
         order by sequence limit @Take
        """;
}

/// <summary>What a file of the register does to an organization.</summary>
public enum OrganizationChange
{
    /// <summary>It is new.</summary>
    Comes,

    /// <summary>Something of its record becomes another.</summary>
    Changes,

    /// <summary>It is no longer.</summary>
    Closes,

    /// <summary>It was closed and is open again.</summary>
    Opens,
}
