using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>What changed at a school in a year, in pairs of measures by role and scale beside the year before, and how many have measured.</summary>
public static class GetImpactSums
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/impact/sums", async (Guid organizationId, int? schoolYear, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, schoolYear), ct)))
            .WithDescription("Pairs count in the school year of the measure after. `schoolYear`: the calendar year in which it begins, the present one when "
                + "absent.")
            .Operation(nameof(GetImpactSums), Permission.ImpactRead);

    public sealed record Query(Guid OrganizationId, int? SchoolYear) : IQuery<Result>;

    /// <param name="SchoolYear">The calendar year in which it begins.</param>
    /// <param name="Coverage">By role and moment.</param>
    /// <param name="Items">In the order of what is asked.</param>
    /// <param name="School">How the school sees itself, by the parts of its environment.</param>
    public sealed record Result(int SchoolYear, IReadOnlyList<Coverage> Coverage, IReadOnlyList<Item> Items, IReadOnlyList<SchoolPart> School);

    /// <param name="Asked">Measures that were to be taken in the year and are open or over.</param>
    /// <param name="Sent">Of them.</param>
    public sealed record Coverage(ParticipantRole Role, ImpactMoment Moment, int Asked, int Sent);

    /// <param name="Scale">Code of the scale.</param>
    /// <param name="Result">The expected result that it tells of, 1 to 4.</param>
    /// <param name="Now">Of the year asked for.</param>
    /// <param name="Before">Of the year before.</param>
    public sealed record Item(
        ParticipantRole Role, string Scale, string NameRu, string NameEn, int Result, ScaleDirection Direction, ImpactSum Now, ImpactSum Before);

    /// <param name="Scale">Code of the scale.</param>
    /// <param name="Begin">At the begin of the year, 1 to 5.</param>
    /// <param name="End">At its end.</param>
    /// <param name="EndBefore">At the end of the year before.</param>
    public sealed record SchoolPart(string Scale, string NameRu, string NameEn, decimal? Begin, decimal? End, decimal? EndBefore);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.SchoolYear).InclusiveBetween(2015, 2100);
    }

    sealed record Said(int SchoolYear, ImpactMoment Moment, string Scores);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var today = place.Today(time);
            var year = query.SchoolYear ?? SchoolYear.Of(today);
            var (coverage, said) = await db.Many(Sql, new { query.OrganizationId, Year = year, Today = today, caller.Scope.Person },
                async read => ((await read.ReadAsync<Coverage>()).ToList(), (await read.ReadAsync<Said>()).ToDictionary(one => (one.SchoolYear, one.Moment),
                    one => ImpactTaking.Read(one.Scores))), ct);
            var sums = await ImpactSum.Of(query.OrganizationId, year, db, ct);
            var school = (await ImpactInstrument.Editions(ImpactSubject.School, db, ct))[^1].Content;
            return new(year, coverage,
                [.. sums.Select(one => new Item(
                    one.Role, one.Scale.Code, one.Scale.Ru, one.Scale.En, one.Scale.Result, one.Scale.Direction, one.Now, one.Before))],
                [.. school.Scales.Select(scale => new SchoolPart(scale.Code, scale.Ru, scale.En, Of(year, ImpactMoment.Before, scale.Code),
                    Of(year, ImpactMoment.After, scale.Code), Of(year - 1, ImpactMoment.After, scale.Code)))]);

            decimal? Of(int of, ImpactMoment moment, string scale) =>
                said.TryGetValue((of, moment), out var scores) && scores.TryGetValue(scale, out var score) ? score : null;
        }
    }

    const string Sql = $"""
        select i.role, w.moment, count(*)::int asked, count(*) filter (where m.status = 'Sent')::int sent
          {ImpactTaking.From}
         where p.organization_id = @OrganizationId and w.opens_on <= @Today
           and w.due_on >= make_date(@Year, 9, 1) and w.due_on < make_date(@Year + 1, 9, 1)
         group by i.role, w.moment order by i.role, w.moment desc;

        select school_year, moment, scores::text scores from school_impact where organization_id = @OrganizationId and school_year in (@Year, @Year - 1)
        """;
}
