using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>What pupils reached, as counts: of one's own, of one's mentees' pupils, or at a school by its head and curator.</summary>
public static class ListPupilResults
{
    public static void Map(RouteGroupBuilder results) =>
        results.MapGet("", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .Operation(nameof(ListPupilResults), Permission.PupilResultRead);

    /// <summary>Whose pupils: the caller's own, those of the caller's mentees, those of all teachers of a school.</summary>
    public enum PupilResultView { Own, Mentees, School }

    /// <param name="View">`Own` when absent; `School` needs the organization.</param>
    /// <param name="PersonId">The teacher.</param>
    /// <param name="SchoolYear">The calendar year in which it begins; all when absent.</param>
    /// <param name="Subject">Code of the dictionary `subject`.</param>
    /// <param name="Search">A part of the teacher's name.</param>
    /// <param name="Withdrawn">Those that count no longer instead.</param>
    /// <param name="Size">1 to 200, 50 when absent.</param>
    public sealed record Filter(
        PupilResultView? View, Guid? OrganizationId, Guid? PersonId, int? SchoolYear, PupilResultKind? Kind, string? Subject, string? Search, bool? Withdrawn,
        string? Cursor, int? Size);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    public sealed record Item
    {
        public required Guid Id { get; init; }
        public required Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }

        /// <summary>The teacher.</summary>
        public required Guid PersonId { get; init; }
        public required string PersonName { get; init; }

        /// <summary>The calendar year in which it begins.</summary>
        public required int SchoolYear { get; init; }
        public required PupilResultKind Kind { get; init; }

        /// <summary>Code of the dictionary `subject`.</summary>
        public required string Subject { get; init; }
        public required int Grade { get; init; }

        public required AttainmentTerm? Term { get; init; }

        public required string? Stage { get; init; }
        public required int Pupils { get; init; }
        public required int Successful { get; init; }
        public required int? Prizes { get; init; }
        public required DateOnly CountedOn { get; init; }
        public required bool IsSmall { get; init; }
        public required int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.SchoolYear).InclusiveBetween(PupilResultRules.FirstYear, PupilResultRules.LastYear).OverridePropertyName("schoolYear");
            RuleFor(q => q.Filter.OrganizationId).NotNull().When(q => q.Filter.View == PupilResultView.School).OverridePropertyName("organizationId");
        }
    }

    sealed record Key(int Year, string Name, DateOnly Day, Guid Id);

    public sealed class Handler(Db db, Caller caller, Cursors cursors) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var (filter, view) = (query.Filter, query.Filter.View ?? PupilResultView.Own);
            if (view == PupilResultView.School) caller.Scope.MustReach(filter.OrganizationId!.Value);
            var (size, list) = (filter.Size ?? Cursors.DefaultSize, $"{nameof(ListPupilResults)}/{view}");
            var after = cursors.Read<Key>(filter.Cursor, list);
            var rows = await db.List<Item>(Sql, new
            {
                View = view.ToString(), caller.Scope.Person, filter.OrganizationId, filter.PersonId, filter.SchoolYear, Kind = filter.Kind?.ToString(),
                filter.Subject, Pattern = Like.Containing(filter.Search), Withdrawn = filter.Withdrawn ?? false,
                AfterYear = after?.Year, AfterName = after?.Name, AfterDay = after?.Day, AfterId = after?.Id, Limit = size + 1, PupilFigure.FewestShown,
            }, ct);
            return cursors.Page(rows, size, list, item => new Key(item.SchoolYear, item.PersonName, item.CountedOn, item.Id));
        }
    }

    /// <summary>The row policy leaves what the caller reads; of a school's people only those who keep its figures read more than their own.</summary>
    const string Sql = """
        select r.id, r.organization_id, o.name_short organization_name, r.person_id, r.person_name, r.school_year, r.kind, r.subject_code subject, r.grade,
               r.term, r.stage_code stage, r.pupils, r.successful, r.prizes, r.counted_on, r.pupils < @FewestShown is_small, r.version
          from pupil_result r join organization o on o.id = r.organization_id
         where case @View when 'Own' then r.person_id = @Person when 'School' then r.organization_id = @OrganizationId
                          else r.person_id = any(mentees_of(@Person)) end
           and (@OrganizationId::uuid is null or r.organization_id = @OrganizationId) and (@PersonId::uuid is null or r.person_id = @PersonId)
           and (@SchoolYear::int is null or r.school_year = @SchoolYear) and (@Kind::text is null or r.kind = @Kind)
           and (@Subject::text is null or r.subject_code = @Subject) and (@Pattern::text is null or r.person_name ilike @Pattern)
           and (r.withdrawn_at is not null) = @Withdrawn
           and (@AfterId::uuid is null or (-r.school_year, r.person_name) > (-@AfterYear::int, @AfterName::text)
                or (r.school_year = @AfterYear and r.person_name = @AfterName and (r.counted_on, r.id) < (@AfterDay::date, @AfterId)))
         order by r.school_year desc, r.person_name, r.counted_on desc, r.id desc
         limit @Limit
        """;
}
