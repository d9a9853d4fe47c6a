using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

/// <summary>The school decides about one teacher: needs a mentor and why, needs none, or can be one.</summary>
public static class DecideCensusEntry
{
    public static void Map(RouteGroupBuilder census) =>
        census.MapPut("/entries/{personId:guid}", async (Guid censusId, Guid personId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(censusId, personId, body.Decision, body.Category, body.Note), ct)))
            .Operation(nameof(DecideCensusEntry), Permission.CensusManage);

    /// <param name="Category">Why a mentor is needed; only with `NeedsMentor`.</param>
    /// <param name="Note">At most 1000 characters; no medical or family matters.</param>
    public sealed record Body(CensusDecision Decision, NeedCategory? Category = null, string Note = "");

    public sealed record Command(Guid Id, Guid PersonId, CensusDecision Decision, NeedCategory? Category, string Note) : ICommand<Result>;

    public sealed record Result(CensusDecision Decision, NeedCategory? Category, string Note, DateOnly DecidedOn);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Note).MaximumLength(1000);
            RuleFor(c => c.Category).NotNull().When(c => c.Decision == CensusDecision.NeedsMentor);
            RuleFor(c => c.Category).Null().When(c => c.Decision != CensusDecision.NeedsMentor);
        }
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var census = await CensusRow.Lock(db, command.Id, ct);
            var today = census.Today(time);
            await db.ExecuteOne(Sql, new
            {
                command.Id, census.OrganizationId, census.RegionCode, command.PersonId, Decision = command.Decision.ToString(),
                Category = command.Category?.ToString(),
                command.Note, today,
            }, ct);
            audit.About(census.OrganizationId, census.RegionCode, command.PersonId, new CensusEntryDecided(census.Id, command.Decision));
            return new(command.Decision, command.Category, command.Note, today);
        }
    }

    // No teacher but those whose main work is here today comes into it.
    const string Sql = $"""
        insert into census_entry (census_id, organization_id, region_code, person_id, decision, category, note, decided_on)
        select @Id, @OrganizationId, @RegionCode, @PersonId, @Decision, @Category, @Note, @today
         where exists (select from employment e where e.organization_id = @OrganizationId and e.person_id = @PersonId and {PeopleSql.IsTeacher}
                          and e.started_on <= @today and (e.ended_on is null or e.ended_on > @today))
        on conflict (census_id, person_id, region_code) do update
           set decision = excluded.decision, category = excluded.category, note = excluded.note, decided_on = excluded.decided_on
        """;
}
