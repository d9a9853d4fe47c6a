using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>The caller's own diagnoses, those that the caller is asked to fill in, or those that teachers have shared; the latest first.</summary>
public static class ListDiagnoses
{
    public static void Map(RouteGroupBuilder diagnoses) =>
        diagnoses.MapGet("", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .Operation(nameof(ListDiagnoses), Permission.DiagnosisRead);

    /// <summary>Whose: the caller's own, what was asked of the caller, what others have shared.</summary>
    public enum DiagnosisView { Own, Asked, Shared }

    /// <param name="View">`Own` when absent.</param>
    /// <param name="PersonId">The teacher whom it is about.</param>
    /// <param name="Search">A part of the teacher's name.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Filter(
        DiagnosisView? View, DiagnosisKind? Kind, DiagnosisStatus? Status, string? Search, string? Cursor, int? Size, Guid? PersonId = null);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required string PersonName { get; init; }
        public required string OrganizationName { get; init; }
        public required DiagnosisKind Kind { get; init; }
        public required DiagnosisAuthor Author { get; init; }

        /// <summary>The expert, or the body of an outside result.</summary>
        public required string? ExpertName { get; init; }
        public required DiagnosisStatus Status { get; init; }
        public required string InstrumentNameRu { get; init; }
        public required string InstrumentNameEn { get; init; }

        /// <summary>The edition of the instrument.</summary>
        public required int InstrumentVersion { get; init; }
        public required DateTime StartedAt { get; init; }
        public required DateTime? DoneAt { get; init; }

        /// <summary>How many people and organizations the teacher has shared it with; null for others.</summary>
        public required int? Readers { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
        }
    }

    sealed record Key(DateTime At, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var (filter, view) = (query.Filter, query.Filter.View ?? DiagnosisView.Own);
            var (size, list) = (filter.Size ?? Cursors.DefaultSize, $"{nameof(ListDiagnoses)}/{view}");
            var after = cursors.Read<Key>(filter.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                View = view.ToString(), Kind = filter.Kind?.ToString(), Status = filter.Status?.ToString(), Pattern = Like.Containing(filter.Search),
                filter.PersonId, caller.Scope.Person, After = after?.At, AfterId = after?.Id, Limit = size + 1,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.StartedAt, item.Id));
        }
    }

    const string Sql = """
        select d.id, d.person_name, o.name_short organization_name, d.kind, d.author, d.expert_name, d.status, i.name_ru instrument_name_ru,
               i.name_en instrument_name_en, d.instrument_version, d.started_at, d.done_at,
               case when d.person_id = @Person then cardinality(d.reader_ids) + cardinality(d.reader_organization_ids) end readers
          from diagnosis d join instrument i on i.id = d.instrument_id join organization o on o.id = d.organization_id
         where case @View when 'Own' then d.person_id = @Person when 'Asked' then d.expert_id = @Person
                    else d.person_id is distinct from @Person and (d.expert_id is null or d.expert_id is distinct from @Person)
                         and d.status in ('Done', 'Superseded') end
           and (@Kind::text is null or d.kind = @Kind) and (@Status::text is null or d.status = @Status)
           and (@PersonId::uuid is null or d.person_id = @PersonId) and (@Pattern::text is null or d.person_name ilike @Pattern)
           and (@After::timestamptz is null or (d.started_at, d.id) < (@After, @AfterId))
         order by d.started_at desc, d.id desc
         limit @Limit
        """;
}
