using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

/// <summary>Completes a census in which every teacher was decided about: its decisions become the year's needs.</summary>
public static class CompleteCensus
{
    public static void Map(RouteGroupBuilder census) =>
        census.MapPost("/complete", async (Guid censusId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(censusId, body.Version), ct)))
            .Operation(nameof(CompleteCensus), Permission.CensusManage);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<Result>;

    public sealed record Result(CensusStatus Status, DateOnly CompletedOn, int NeedsMentor, int CanMentor, int Version);

    sealed record Entry(Guid PersonId, CensusDecision? Decision, NeedCategory? Category, string? Note, bool Noted);

    public sealed class Handler(Db db, Audit audit, Caller caller, IMediator mediator, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var census = (await CensusRow.Lock(db, command.Id, ct)).MustBeAt(command.Version);
            var today = census.Today(time);
            var entries = await db.List<Entry>(Entries, new { census.Id, census.OrganizationId, census.SchoolYear, today }, ct);
            if (entries.Count(e => e.Decision is null) is > 0 and var left) throw new RuleViolation("census.undecided", ("count", left));

            foreach (var entry in entries)
            {
                if (entry.Decision == CensusDecision.NeedsMentor)
                    await mediator.Send(new SetMentoringNeed.Command(census.OrganizationId, entry.PersonId, census.SchoolYear, entry.Category!.Value,
                        entry.Note is { Length: > 0 } note ? note : null), ct);
                else if (entry.Noted)
                    await mediator.Send(new ClearMentoringNeed.Command(census.OrganizationId, entry.PersonId, census.SchoolYear), ct);
            }

            await db.ExecuteOne("update census set status = 'Done', completed_on = @today, completed_by_name = @By, version = version + 1 where id = @Id",
                new { census.Id, today, By = caller.Name }, ct);
            var (needs, can) = (entries.Count(e => e.Decision == CensusDecision.NeedsMentor), entries.Count(e => e.Decision == CensusDecision.CanMentor));
            audit.About(census.OrganizationId, census.RegionCode, census.Id, new CensusCompleted(needs, can));
            return new(CensusStatus.Done, today, needs, can, census.Version + 1);
        }
    }

    const string Entries = $"""
        select teacher.person_id, e.decision, e.category, e.note, n.person_id is not null noted
          from (select distinct e.person_id from employment e
                 where e.organization_id = @OrganizationId and {PeopleSql.IsTeacher}
                   and e.started_on <= @today and (e.ended_on is null or e.ended_on > @today)) teacher
          left join census_entry e on e.census_id = @Id and e.person_id = teacher.person_id
          left join mentoring_need n on n.organization_id = @OrganizationId and n.person_id = teacher.person_id and n.school_year = @SchoolYear
        """;
}
