using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>Who comes to a staff, changes and leaves it by a roster, by name: the first 10,000, while the import counts all.</summary>
public static class ListImportPeople
{
    public static void Map(RouteGroupBuilder imports) =>
        imports.MapGet("/{importId:guid}/people", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter.Id, filter.Change, filter.Cursor, filter.Size), ct)))
            .Operation(nameof(ListImportPeople), Permission.ImportManage);

    /// <param name="Change">One kind alone; all when absent.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter([FromRoute(Name = "importId")] Guid Id, PersonChange? Change, string? Cursor, int? Size);

    public sealed record Query(Guid Id, PersonChange? Change, string? Cursor, int? Size) : IQuery<Page<Item>>;

    /// <param name="PersonId">Null while the person is none of this organization yet.</param>
    /// <param name="Name">As recorded, else as the file writes it.</param>
    /// <param name="NewName">As the file writes it, where the name changes.</param>
    /// <param name="PositionCode">Dictionary `position`; null where the rows about the work are left out.</param>
    /// <param name="Day">The first day of the work, or of those who leave the first day without it.</param>
    /// <param name="Fields">What changes, of a person who stays.</param>
    /// <param name="Changes">The same from what to what; of an import that is over, what changed about the work alone.</param>
    /// <param name="IsKnown">Somebody who works elsewhere in the country joins: the record stays as it is, and gets the work here.</param>
    public sealed record Item(
        PersonChange Change, Guid? PersonId, string Name, string? NewName, string? PositionCode, DateOnly? Day, IReadOnlyList<PersonField> Fields,
        IReadOnlyList<Detail> Changes, bool IsKnown);

    /// <param name="PositionCode">Of the post that it is about, as recorded; null where it is about the person.</param>
    /// <param name="Before">Null for nothing. Days are written as 2026-09-01, yes and no as true and false, positions and categories by their code.</param>
    /// <param name="After">Null for nothing.</param>
    public sealed record Detail(DetailField Field, string? PositionCode, string? Before, string? After);

    public sealed record Row
    {
        public int Sequence { get; init; }
        public PersonChange Change { get; init; }
        public Guid? PersonId { get; init; }
        public string? Name { get; init; }
        public string? NewName { get; init; }
        public string? PositionCode { get; init; }
        public DateOnly? Day { get; init; }
        public string[] Fields { get; init; } = [];
        public bool IsKnown { get; init; }
        public string Details { get; init; } = "[]";

        public Item ToItem() => new(Change, PersonId, Name ?? NewName ?? "—", Fields.Contains(nameof(PersonField.Name)) ? NewName : null, PositionCode, Day,
            [.. Fields.Select(Enum.Parse<PersonField>)], JsonSerializer.Deserialize<List<Detail>>(Details, StaffList.Json)!, IsKnown);
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
            var list = $"{nameof(ListImportPeople)}/{query.Id}/{query.Change}";
            var after = cursors.Read<After>(query.Cursor, list)?.Sequence ?? 0;
            var rows = await db.List<Row>(Sql, new { query.Id, Change = query.Change?.ToString(), After = after, Take = size + 1 }, ct);
            var page = cursors.Page(rows, size, list, row => new After(row.Sequence));
            return new([.. page.Items.Select(row => row.ToItem())], page.Next);
        }
    }

    const string Sql = """
        select i.sequence, i.change, p.id person_id, nullif(person_name(p), '') name, i.name new_name,
               i.position_code, i.day, i.fields, i.is_known, i.details::text
          from import_person i left join person p on p.id = i.person_id
         where i.import_id = @Id and (@Change::text is null or i.change = @Change) and i.sequence > @After
         order by i.sequence limit @Take
        """;
}

/// <summary>What a roster does to a person here.</summary>
public enum PersonChange
{
    /// <summary>Begins to work here.</summary>
    Joins,

    /// <summary>Works here, and something about the person or the work changes.</summary>
    Changes,

    /// <summary>Works here no longer.</summary>
    Leaves,
}

/// <summary>What changes of a person who stays.</summary>
public enum PersonField { Name, BirthDate, Contacts, Work }

/// <summary>What of a person or a post becomes another.</summary>
public enum DetailField
{
    Name,
    BirthDate,
    Email,
    Phone,

    /// <summary>A post more, or one less that was to begin: after, or before, is its first day.</summary>
    Post,
    Position,
    IsMain,
    Qualification,
    StartedOn,

    /// <summary>The last day of the work.</summary>
    LastDay,
}
