using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>The editions of instruments, the latest of each first: published ones for everybody, all for whoever writes them.</summary>
public static class ListInstruments
{
    public static void Map(RouteGroupBuilder instruments) =>
        instruments.MapGet("", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .Operation(nameof(ListInstruments), Permission.SignedIn);

    /// <param name="At">An organization: those that are used there.</param>
    /// <param name="Territory">A region, or `RU`: those that it owns, and at a region the federation's.</param>
    /// <param name="Status">`Published` when absent; others are told to whoever writes instruments alone, and drafts to whoever writes for their owner.</param>
    /// <param name="Search">A part of the name.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Filter(
        DiagnosisKind? Kind, InstrumentForm? Form, string? Search, Guid? At, string? Territory, InstrumentStatus? Status, string? Cursor, int? Size);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    /// <param name="Edition">What people call its version; a published one never changes.</param>
    /// <param name="OwnerName">The region or the body that owns it; null for the federation.</param>
    /// <param name="Items">How many items it has; of an outside one how many areas.</param>
    /// <param name="Own">The caller revises, publishes and withdraws it.</param>
    /// <param name="Version">To be given with the next change.</param>
    public sealed record Item(
        Guid Id, string Code, int Edition, DiagnosisKind Kind, InstrumentForm Form, string NameRu, string NameEn, string? OwnerName,
        InstrumentStatus Status, int Items, bool Own, int Version);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
        }
    }

    sealed record Key(string Code, int Edition);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var (filter, status) = (query.Filter, query.Filter.Status ?? InstrumentStatus.Published);
            var scope = caller.Grants.For(Permission.InstrumentManage);
            if (status != InstrumentStatus.Published && scope is null) throw new Forbidden("permission.missing");
            var (size, list) = (filter.Size ?? Cursors.DefaultSize, nameof(ListInstruments));
            var after = cursors.Read<Key>(filter.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                Kind = filter.Kind?.ToString(), Form = filter.Form?.ToString(), Pattern = Like.Containing(filter.Search), filter.At, filter.Territory,
                Status = status.ToString(),
                Organizations = scope?.Organizations.ToArray() ?? [], Regions = scope?.Regions.ToArray() ?? [], Federation = scope?.Federation == true,
                AfterCode = after?.Code, AfterEdition = after?.Edition, Limit = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.Code, item.Edition));
        }
    }

    const string Sql = $$"""
        select i.id, i.code, i.edition, i.kind, i.form, i.name_ru, i.name_en, coalesce(b.name_short, t.name_ru) owner_name, i.status,
               case i.form when 'Outside' then jsonb_array_length(i.content #> '{outside,areas}') else jsonb_array_length(i.content -> 'items') end items,
               {{InstrumentRow.Mine}} own, i.version
          from instrument i left join organization b on b.id = i.owner_organization_id left join territory t on t.code = i.owner_region
         where i.status = @Status and (@Kind::text is null or i.kind = @Kind) and (@Form::text is null or i.form = @Form)
           and (@Pattern::text is null or i.name_ru ilike @Pattern or i.name_en ilike @Pattern)
           and (@At::uuid is null or exists (select from organization o where o.id = @At and {{InstrumentReach.At}}))
           and (@Territory::text is null or (i.owner_organization_id is null and (i.owner_region is null or i.owner_region = @Territory)))
           and (i.status <> 'Draft' or {{InstrumentRow.Mine}})
           and (@AfterCode::text is null or i.code > @AfterCode or (i.code = @AfterCode and i.edition < @AfterEdition))
         order by i.code, i.edition desc
         limit @Limit
        """;
}
