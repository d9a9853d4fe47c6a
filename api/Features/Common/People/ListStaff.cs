using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.People;

/// <summary>The people who work at an organization, each once.</summary>
public static class ListStaff
{
    public static void Map(RouteGroupBuilder staff) =>
        staff.MapGet("/", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .Operation(nameof(ListStaff), Permission.StaffRead);

    /// <param name="Search">Words of the name, misspelled ones too.</param>
    /// <param name="Position">Code of the dictionary `position`.</param>
    /// <param name="Need">Who has this need of a mentor in the school year.</param>
    /// <param name="WithNeed">True: who needs a mentor; false: who does not.</param>
    /// <param name="Teaching">Whether the position is a teaching one.</param>
    /// <param name="Former">True: those who left, instead of those who work here.</param>
    /// <param name="SchoolYear">Of the needs, named by the year in which it starts; the current one when absent.</param>
    /// <param name="Size">Items of a page, 1 to 200; 50 when absent.</param>
    public sealed record Filter(
        [FromRoute(Name = "organizationId")] Guid Id, string? Search, string? Position, NeedCategory? Need, bool? WithNeed, bool? Teaching, bool? Former,
        int? SchoolYear, string? Cursor, int? Size);

    public sealed record Query(Filter Filter) : IQuery<Page<Item>>;

    /// <param name="PositionCode">Of the main employment here, else of the latest: dictionary `position`.</param>
    /// <param name="IsMain">The main place of work: teachers are counted there.</param>
    /// <param name="Need">Why a mentor is needed in the school year, where one is.</param>
    /// <param name="ActivePrograms">Programs of this organization, active or paused, in which the person takes part.</param>
    /// <param name="MentorPrograms">
    /// Places taken from today on: programs in force that the person mentors for this organization, wherever they are, as many as
    /// run beside one another on any one day.
    /// </param>
    /// <param name="MentorPlaces">How many the profile offers, none while it is paused; null without one.</param>
    public sealed record Item(
        Guid PersonId, string Name, string PositionCode, bool IsMain, bool IsTeaching, DateOnly StartedOn, DateOnly? EndedOn, NeedOf? Need, int ActivePrograms,
        int MentorPrograms, int? MentorPlaces);

    public sealed record NeedOf(NeedCategory Category, string? Note);

    sealed record Row(
        Guid PersonId, string Name, string PositionCode, bool IsMain, bool IsTeaching, DateOnly StartedOn, DateOnly? EndedOn,
        NeedCategory? Category, string? Note, int ActivePrograms, int MentorPrograms, int? MentorPlaces);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
            RuleFor(q => q.Filter.Size).InclusiveBetween(1, Cursors.LargestSize).OverridePropertyName("size");
        }
    }

    public sealed record After(string Name, Guid PersonId);

    public sealed class Handler(Db db, Caller caller, Cursors cursors, TimeProvider time) : IRequestHandler<Query, Page<Item>>
    {
        public async Task<Page<Item>> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            caller.Scope.MustReach(filter.Id);
            var size = filter.Size ?? Cursors.DefaultSize;
            var after = cursors.Read<After>(filter.Cursor, nameof(ListStaff));
            var today = await RegionTime.TodayAt(filter.Id, db, time, ct);
            var rows = await db.List<Row>(Sql, new
            {
                filter.Id, Words = SearchText.Words(filter.Search), filter.Position, Need = filter.Need?.ToString(), filter.WithNeed, filter.Teaching,
                Former = filter.Former ?? false, SchoolYear = filter.SchoolYear ?? SchoolYear.Of(today), Today = today,
                AfterName = after?.Name, AfterId = after?.PersonId, Take = size + 1,
            }, ct);
            var items = rows.Select(r => new Item(r.PersonId, r.Name, r.PositionCode, r.IsMain, r.IsTeaching, r.StartedOn, r.EndedOn,
                r.Category is { } category ? new NeedOf(category, r.Note) : null, r.ActivePrograms, r.MentorPrograms, r.MentorPlaces)).ToList();
            return cursors.Page(items, size, nameof(ListStaff), item => new After(item.Name, item.PersonId));
        }
    }

    // The staff of one organization is read as a whole: names are compared row by row, no index could be narrower.
    const string Sql = """
        with staff as (
            select distinct on (e.person_id) e.person_id, e.position_code, e.is_main, e.is_teaching, e.started_on, e.ended_on
              from employment e
             where e.organization_id = @Id and e.started_on <= @Today
               and (@Position::text is null or e.position_code = @Position)
             order by e.person_id, (e.ended_on is null or e.ended_on > @Today) desc, e.is_main desc, e.started_on desc)
        select s.person_id, person_name(p) as name, s.position_code, s.is_main, s.is_teaching, s.started_on, s.ended_on, n.category, n.note,
               (select count(*)::int from program_participant pp join program pr on pr.id = pp.program_id
                 where pp.person_id = s.person_id and pp.organization_id = @Id and pp.left_on is null and pr.status in ('Active', 'Paused')) active_programs,
               mentor_programs_at_most(s.person_id, @Id, daterange(@Today, null))::int mentor_programs,
               (select case m.status when 'Paused' then 0 else m.capacity_programs end from mentor_profile m
                 where m.organization_id = @Id and m.person_id = s.person_id) mentor_places
          from staff s
          join person p on p.id = s.person_id
          left join mentoring_need n on n.organization_id = @Id and n.person_id = s.person_id and n.school_year = @SchoolYear
         where (s.ended_on is not null and s.ended_on <= @Today) = @Former
           and (@Need::text is null or n.category = @Need)
           and (@WithNeed::boolean is null or (n.category is not null) = @WithNeed)
           and (@Teaching::boolean is null or s.is_teaching = @Teaching)
           and not exists (select from unnest(@Words::text[]) word
                            where translate(lower(person_name(p)), 'ё', 'е') not like '%' || word || '%'
                              and word_similarity(word, translate(lower(person_name(p)), 'ё', 'е')) < 0.6)
           and (@AfterId::uuid is null or (person_name(p), s.person_id) > (@AfterName, @AfterId))
         order by name, s.person_id
         limit @Take
        """;
}
