using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>Figures of a school as a table: with the columns of the file that is brought, so that it can be corrected and brought again.</summary>
public static class ExportPupilResults
{
    /// <summary>More than the figures of many years of the largest schools.</summary>
    const int Most = 50_000;

    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/pupil-results.csv", async (Guid organizationId, int? schoolYear, PupilResultKind? kind, [AsParameters] ExportChoice choice,
                IMediator mediator, CancellationToken ct) =>
            {
                var rows = await mediator.Send(new Query(organizationId, schoolYear, kind), ct);
                return Export.File(choice, Export.IsRussian ? "Результаты обучающихся" : "pupil-results", PupilColumns.Table, rows.Select(Row));
            })
            .WithDescription($"{Export.Description} `schoolYear` and `kind`: all when absent. The first 50,000 rows.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", Export.Spreadsheet)
            .Operation(nameof(ExportPupilResults), Permission.PupilResultRead);

    public sealed record Query(Guid OrganizationId, int? SchoolYear, PupilResultKind? Kind) : IQuery<IReadOnlyList<Line>>;

    public sealed record Line(
        string Name, string? Number, PupilResultKind Kind, string SubjectRu, string SubjectEn, int SchoolYear, int Grade, string? Term, string? StageRu,
        string? StageEn, int Pupils, int Successful, int? Prizes, DateOnly CountedOn);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.SchoolYear).InclusiveBetween(PupilResultRules.FirstYear, PupilResultRules.LastYear);
    }

    static object?[] Row(Line l) => PupilColumns.Row(
        l.Name, l.Number, l.Kind, Export.IsRussian ? l.SubjectRu : l.SubjectEn, l.SchoolYear, l.Grade,
        Enum.TryParse<AttainmentTerm>(l.Term, out var term) ? term : null, Export.IsRussian ? l.StageRu : l.StageEn,
        new(l.Pupils, l.Successful, l.CountedOn, l.Prizes));

    public sealed class Handler(Db db, Caller caller) : IRequestHandler<Query, IReadOnlyList<Line>>
    {
        public Task<IReadOnlyList<Line>> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            return db.List<Line>(Sql, new { query.OrganizationId, query.SchoolYear, Kind = query.Kind?.ToString(), Most }, ct);
        }
    }

    const string Sql = """
        select r.person_name as name, (select substr(s.source_id, 8) from person_source s
                                        where s.organization_id = r.organization_id and s.person_id = r.person_id and s.source_id like 'number:%'
                                        order by s.source_id limit 1) as number,
               r.kind, coalesce(d.name_ru, r.subject_code) subject_ru, coalesce(d.name_en, r.subject_code) subject_en, r.school_year, r.grade, r.term,
               coalesce(t.name_ru, r.stage_code) stage_ru, coalesce(t.name_en, r.stage_code) stage_en, r.pupils, r.successful, r.prizes, r.counted_on
          from pupil_result r
          left join dictionary_entry d on d.dictionary = 'subject' and d.code = r.subject_code
          left join dictionary_entry t on t.dictionary = 'olympiad-stage' and t.code = r.stage_code
         where r.organization_id = @OrganizationId and r.withdrawn_at is null and (@SchoolYear::int is null or r.school_year = @SchoolYear)
           and (@Kind::text is null or r.kind = @Kind)
         order by r.school_year desc, r.person_name, array_position(array['Vpr', 'Oge', 'Ege', 'Attainment', 'Olympiad'], r.kind), d.position, r.grade,
                  r.term, t.position, r.id
         limit @Most
        """;
}
