using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>What pupils of a school reached in a year, as sums by kind and subject beside the year before.</summary>
public static class GetPupilResultSums
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/pupil-results/sums", async (Guid organizationId, int? schoolYear, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(organizationId, schoolYear), ct)))
            .WithDescription("Kinds, terms and stages are never added to one another. `schoolYear`: the calendar year in which it begins, the present one when "
                + "absent.")
            .Operation(nameof(GetPupilResultSums), Permission.PupilResultRead);

    public sealed record Query(Guid OrganizationId, int? SchoolYear) : IQuery<Result>;

    /// <param name="SchoolYear">The calendar year in which it begins.</param>
    public sealed record Result(int SchoolYear, IReadOnlyList<Item> Items);

    /// <param name="Subject">Code of the dictionary `subject`; null for all together.</param>
    /// <param name="Now">Of the year asked for.</param>
    /// <param name="Before">Of the year before.</param>
    /// <param name="Difference">Of both shares; null where there is no share to compare.</param>
    public sealed record Item(
        PupilResultKind Kind, AttainmentTerm? Term, string? Stage, string? Subject, Sum Now, Sum Before, decimal? Difference);

    /// <param name="Teachers">Whose pupils they are.</param>
    /// <param name="Share">Successful of a hundred pupils, to a tenth; of olympiads participations for a hundred. Null without pupils.</param>
    public sealed record Sum(int Teachers, int Pupils, int Successful, int? Prizes, decimal? Share, bool IsSmall);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.SchoolYear).InclusiveBetween(PupilResultRules.FirstYear, PupilResultRules.LastYear);
    }

    sealed record Row
    {
        public required PupilResultKind Kind { get; init; }
        public AttainmentTerm? Term { get; init; }
        public string? Stage { get; init; }
        public string? Subject { get; init; }
        public required int Teachers { get; init; }
        public required int Pupils { get; init; }
        public required int Successful { get; init; }
        public int? Prizes { get; init; }
        public required int TeachersBefore { get; init; }
        public required int PupilsBefore { get; init; }
        public required int SuccessfulBefore { get; init; }
        public int? PrizesBefore { get; init; }

        public Item ToItem()
        {
            var (now, before) = (Of(Teachers, Pupils, Successful, Prizes), Of(TeachersBefore, PupilsBefore, SuccessfulBefore, PrizesBefore));
            return new(Kind, Term, Stage, Subject, now, before, now.Share - before.Share);
        }

        static Sum Of(int teachers, int pupils, int successful, int? prizes) =>
            new(teachers, pupils, successful, prizes, pupils == 0 ? null : Math.Round(100m * successful / pupils, 1, MidpointRounding.AwayFromZero),
                pupils is > 0 and < PupilFigure.FewestShown);
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var year = query.SchoolYear ?? Common.People.SchoolYear.Of(place.Today(time));
            var rows = await db.List<Row>(Sql, new { query.OrganizationId, Year = year }, ct);
            return new(year, [.. rows.Select(row => row.ToItem())]);
        }
    }

    const string Sql = """
        select r.kind, r.term, r.stage_code stage, r.subject_code subject,
               count(distinct r.person_id) filter (where r.school_year = @Year)::int teachers,
               coalesce(sum(r.pupils) filter (where r.school_year = @Year), 0)::int pupils,
               coalesce(sum(r.successful) filter (where r.school_year = @Year), 0)::int successful,
               sum(r.prizes) filter (where r.school_year = @Year)::int prizes,
               count(distinct r.person_id) filter (where r.school_year < @Year)::int teachers_before,
               coalesce(sum(r.pupils) filter (where r.school_year < @Year), 0)::int pupils_before,
               coalesce(sum(r.successful) filter (where r.school_year < @Year), 0)::int successful_before,
               sum(r.prizes) filter (where r.school_year < @Year)::int prizes_before
          from pupil_result r
         where r.organization_id = @OrganizationId and r.school_year in (@Year, @Year - 1) and r.withdrawn_at is null
         group by grouping sets ((r.kind, r.term, r.stage_code, r.subject_code), (r.kind, r.term, r.stage_code))
         order by array_position(array['Vpr', 'Oge', 'Ege', 'Attainment', 'Olympiad'], r.kind), r.term, r.stage_code, r.subject_code nulls first
        """;
}
