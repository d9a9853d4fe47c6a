using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>The conditions of mentoring with the school's self-assessment of a year, beside the year before and the facts known.</summary>
public static class ListConditions
{
    public static void Map(RouteGroupBuilder conditions) =>
        conditions.MapGet("/", async (Guid organizationId, int? schoolYear, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, schoolYear), ct)))
            .Operation(nameof(ListConditions), Permission.ConditionsRead);

    /// <param name="SchoolYear">Named by the year in which it starts; the current one when absent.</param>
    public sealed record Query(Guid OrganizationId, int? SchoolYear) : IQuery<Result>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.SchoolYear).InclusiveBetween(2000, 2100);
    }

    /// <param name="Met">Conditions met, of <c>Total</c>.</param>
    /// <param name="ProgramChoices">Programs in force, for marking resources.</param>
    public sealed record Result(int SchoolYear, int Total, int Assessed, int Met, IReadOnlyList<Item> Items, IReadOnlyList<ProgramChoice> ProgramChoices);

    public sealed record ProgramChoice(Guid Id, string Title);

    /// <param name="Code">Of the dictionary `school-condition`.</param>
    /// <param name="Fact">What the product knows: how many curators, programs, rooms and so on; null where it knows nothing.</param>
    /// <param name="Before">The level of the year before.</param>
    /// <param name="Level">Null until it is assessed this year.</param>
    /// <param name="Programs">Programs that use it as a resource.</param>
    /// <param name="Version">To be given with the next assessment; 0 while there is none.</param>
    public sealed record Item(
        string Code, string NameRu, string NameEn, ConditionGroup Group, ConditionFact? FactKind, int? Fact, ConditionLevel? Before, ConditionLevel? Level,
        string? Evidence, string? Improvement, Guid? ResponsibleId, string? ResponsibleName, DateOnly? DueOn, DateOnly? AssessedOn,
        IReadOnlyList<Guid> Programs, int Version);

    sealed record Row
    {
        public required string Code { get; init; }
        public required string NameRu { get; init; }
        public required string NameEn { get; init; }
        public ConditionGroup Group { get; init; }
        public string? FactKind { get; init; }
        public int? Fact { get; init; }
        public ConditionLevel? Before { get; init; }
        public ConditionLevel? Level { get; init; }
        public string? Evidence { get; init; }
        public string? Improvement { get; init; }
        public Guid? ResponsibleId { get; init; }
        public string? ResponsibleName { get; init; }
        public DateOnly? DueOn { get; init; }
        public DateOnly? AssessedOn { get; init; }
        public Guid[] Programs { get; init; } = [];
        public int Version { get; init; }

        public Item Item => new(
            Code, NameRu, NameEn, Group, Enum.TryParse<ConditionFact>(FactKind, ignoreCase: true, out var kind) ? kind : null, Fact, Before, Level,
            Evidence, Improvement, ResponsibleId, ResponsibleName, DueOn, AssessedOn, Programs, Version);
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var today = place.Today(time);
            var year = query.SchoolYear ?? SchoolYear.Of(today);
            return await db.Many(Sql, new { query.OrganizationId, Year = year, Today = today }, async rows =>
            {
                var items = (await rows.ReadAsync<Row>()).Select(row => row.Item).ToList();
                var choices = (await rows.ReadAsync<ProgramChoice>()).ToList();
                return new Result(year, items.Count, items.Count(i => i.Level is not null), items.Count(i => i.Level == ConditionLevel.Met), items, choices);
            }, ct);
        }
    }

    const string Sql = """
        with fact (kind, n) as materialized (
            select 'curators', count(*)::int from role_assignment where organization_id = @OrganizationId and role = 'Curator' and started_on <= @Today
                   and (ended_on is null or ended_on > @Today)
            union all
            select 'psychologists', count(*)::int from role_assignment where organization_id = @OrganizationId and role = 'Psychologist'
                   and started_on <= @Today and (ended_on is null or ended_on > @Today)
            union all
            select 'mentors', count(*)::int from mentor_profile where organization_id = @OrganizationId and status = 'Confirmed'
            union all
            select 'programs', count(*)::int from program
             where organization_id = @OrganizationId and status in ('Active', 'Paused') and starts_on <= @Today
            union all
            select 'rooms', count(*)::int from room where organization_id = @OrganizationId and status = 'Open'
            union all
            select 'pulses', count(*)::int from pulse where organization_id = @OrganizationId and status = 'Closed'
            union all
            select 'trainings', count(*)::int from training where organization_id = @OrganizationId and status = 'Held'
            union all
            select 'opinions', count(*)::int from compatibility_opinion where organization_id = @OrganizationId)
        select d.code, d.name_ru, d.name_en, d.data->>'group' "group", d.data->>'fact' fact_kind, f.n fact, b.level "before",
               a.level, a.evidence, a.improvement, a.responsible_id, person_name(p) responsible_name, a.due_on,
                   a.assessed_on,
               array(select r.program_id from program_resource r where r.organization_id = @OrganizationId and r.condition_code = d.code) programs,
               coalesce(a.version, 0) version
          from dictionary_entry d
          left join fact f on f.kind = d.data->>'fact'
          left join condition_assessment a on a.organization_id = @OrganizationId and a.school_year = @Year and a.condition_code = d.code
          left join condition_assessment b on b.organization_id = @OrganizationId and b.school_year = @Year - 1 and b.condition_code = d.code
          left join person p on p.id = a.responsible_id
         where d.dictionary = 'school-condition' and (d.valid_to is null or a.condition_code is not null)
           and d.version = (select max(version) from dictionary_entry x where x.dictionary = d.dictionary and x.code = d.code)
         order by d.position, d.code;

        select id, title from program where organization_id = @OrganizationId and status in ('Approved', 'Active', 'Paused') order by title, id;
        """;
}
