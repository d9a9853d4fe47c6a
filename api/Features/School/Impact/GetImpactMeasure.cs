using System.Text.Json;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Impact;

/// <summary>The caller's own measure in a program: what is asked, what was answered, and what was corrected.</summary>
public static class GetImpactMeasure
{
    public static void Map(RouteGroupBuilder ofProgram) =>
        ofProgram.MapGet("/impact/{moment}", async (Guid programId, ImpactMoment moment, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(programId, moment), ct)))
            .Operation(nameof(GetImpactMeasure), Permission.ImpactTake);

    public sealed record Query(Guid ProgramId, ImpactMoment Moment) : IQuery<Result>;

    /// <param name="Role">Of the caller in the program.</param>
    /// <param name="OpensOn">From which day it can be filled in.</param>
    /// <param name="ClosesOn">Until which day.</param>
    /// <param name="Answers">By the item's code: 1 to 5.</param>
    /// <param name="TakenOn">When it was sent last.</param>
    /// <param name="Shared">The other side of the pair and the school see its scores.</param>
    /// <param name="MaySave">It can be filled in now.</param>
    /// <param name="Past">What was corrected or withdrawn, the latest first.</param>
    public sealed record Result(
        Guid ProgramId, ParticipantRole Role, ImpactMoment Moment, DateOnly OpensOn, DateOnly DueOn, DateOnly ClosesOn, ImpactStatus Status,
        DateOnly? TakenOn, bool Shared, bool MaySave, ImpactInstrument Instrument, IReadOnlyDictionary<string, int> Answers,
        IReadOnlyList<PastAnswers> Past, int Version);

    /// <param name="At">When the answers gave way.</param>
    public sealed record PastAnswers(DateTime At, IReadOnlyDictionary<string, int> Answers);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Moment).IsInEnum();
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            var row = await ImpactRow.Read(db, caller, query.ProgramId, query.Moment, ct);
            var today = RegionTime.Today(row.TimeZone, time);
            var (_, instrument) = await row.Instrument(db, ct);
            var past = row.Past is null ? [] : JsonSerializer.Deserialize<PastAnswers[]>(row.Past, Json.Options)!;
            return new(row.ProgramId, row.Role, row.Moment, row.OpensOn, row.DueOn, row.ClosesOn, row.Status, row.TakenOn, row.Shared,
                ImpactLife.Steps.Allows(row.Status, ImpactStep.Save) && today >= row.OpensOn && today <= row.ClosesOn, instrument, row.Answered,
                [.. past.Reverse().Select(one => one with { At = one.At.ToUniversalTime() })], row.Version);
        }
    }
}
