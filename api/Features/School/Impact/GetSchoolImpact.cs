using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>How a school saw itself at the begin or the end of a school year: what is asked, what was answered and what that was before.</summary>
public static class GetSchoolImpact
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapGet("/impact/school", async (Guid organizationId, int? schoolYear, ImpactMoment? moment, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId, schoolYear, moment), ct)))
            .WithDescription("`schoolYear`: the calendar year in which it begins, the present one when absent. `moment`: Before when absent.")
            .Operation(nameof(GetSchoolImpact), Permission.ImpactRead);

    public sealed record Query(Guid OrganizationId, int? SchoolYear, ImpactMoment? Moment) : IQuery<Result>;

    /// <param name="SchoolYear">The calendar year in which it begins.</param>
    /// <param name="OpensOn">From which day it can be filled in.</param>
    /// <param name="Answers">By the item's code: 1 to 5; empty while nothing was said.</param>
    /// <param name="TakenOn">When it was said first.</param>
    /// <param name="SaidByName">Who said it as it is.</param>
    /// <param name="Past">What was corrected, the latest first.</param>
    public sealed record Result(
        int SchoolYear, ImpactMoment Moment, DateOnly OpensOn, bool IsOpen, ImpactInstrument Instrument, IReadOnlyDictionary<string, int> Answers,
        DateOnly? TakenOn, string? SaidByName, IReadOnlyList<PastSchool> Past, int Version);

    /// <param name="At">When the answers gave way.</param>
    /// <param name="By">Who had said them.</param>
    public sealed record PastSchool(DateTime At, string By, IReadOnlyDictionary<string, int> Answers);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.SchoolYear).InclusiveBetween(2015, 2100);
            RuleFor(q => q.Moment).IsInEnum();
        }
    }

    sealed record Row(int Edition, string Answers, DateOnly TakenOn, string SaidByName, string Past, int Version);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            var (year, moment) = (query.SchoolYear ?? Common.People.SchoolYear.Of(place.Today(time)), query.Moment ?? ImpactMoment.Before);
            var row = await db.Maybe<Row>(Sql, new { query.OrganizationId, SchoolYear = year, Moment = moment.ToString() }, ct);
            var editions = await ImpactInstrument.Editions(ImpactSubject.School, db, ct);
            var instrument = editions.FirstOrDefault(one => one.Edition == row?.Edition).Content ?? editions[^1].Content;
            var opens = SaveSchoolImpact.OpensOn(year, moment);
            var past = row is null ? [] : JsonSerializer.Deserialize<PastSchool[]>(row.Past, Json.Options)!;
            return new(year, moment, opens, place.Today(time) >= opens, instrument,
                row is null ? new Dictionary<string, int>() : JsonSerializer.Deserialize<Dictionary<string, int>>(row.Answers, Json.Options)!,
                row?.TakenOn, row?.SaidByName, [.. past.Reverse().Select(one => one with { At = one.At.ToUniversalTime() })], row?.Version ?? 0);
        }
    }

    const string Sql = """
        select edition, answers::text answers, taken_on, said_by_name, past::text past, version
          from school_impact where organization_id = @OrganizationId and school_year = @SchoolYear and moment = @Moment
        """;
}
