using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Census;

/// <summary>The census of a school year: every teacher with what is known of them, and what was decided.</summary>
public static class GetCensus
{
    public static void Map(RouteGroupBuilder school) =>
        school.MapGet("/census", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(GetCensus), Permission.ProfileManage);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="SchoolYear">The current one, named by the year in which it starts.</param>
    /// <param name="Census">Null: nobody has opened it.</param>
    /// <param name="DueOn">When the census is due, or was to be held if nobody has opened it.</param>
    /// <param name="Overdue">Not completed, and its day is over.</param>
    /// <param name="Teachers">Who works here today, in the order of names.</param>
    /// <param name="Past">Earlier ones, the latest first.</param>
    public sealed record Result(
        int SchoolYear, CensusOf? Census, DateOnly DueOn, bool Overdue, bool Manages, IReadOnlyList<Teacher> Teachers, IReadOnlyList<PastCensus> Past);

    public sealed record CensusOf(
        Guid Id, CensusStatus Status, DateOnly OpenedOn, DateOnly DueOn, DateOnly? CompletedOn, string? CompletedByName, int Version,
            IReadOnlyList<ReminderKind> Reminders);

    public sealed record PastCensus(int SchoolYear, CensusStatus Status, DateOnly DueOn, DateOnly? CompletedOn, int NeedsMentor, int CanMentor);

    /// <param name="StartedOn">Works here since.</param>
    /// <param name="Suggested">Why a mentor may be needed, from what is known; null where nothing speaks for it.</param>
    /// <param name="WantsToLearn">Has said so: a wish, a profile or a learning request.</param>
    /// <param name="WantsToMentor">Has said so: a wish or a profile.</param>
    public sealed record Teacher(
        Guid PersonId, string Name, string PositionCode, DateOnly StartedOn, NeedCategory? LastYear, NeedCategory? Suggested, bool WantsToLearn,
            bool WantsToMentor,
        CensusDecision? Decision, NeedCategory? Category, string? Note);

    sealed record Held
    {
        public Guid Id { get; init; }
        public int SchoolYear { get; init; }
        public CensusStatus Status { get; init; }
        public DateOnly OpenedOn { get; init; }
        public DateOnly DueOn { get; init; }
        public DateOnly? CompletedOn { get; init; }
        public string? CompletedByName { get; init; }
        public int Version { get; init; }
        public string[] Reminders { get; init; } = [];
        public int NeedsMentor { get; init; }
        public int CanMentor { get; init; }
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            caller.Scope.MustReach(query.OrganizationId);
            var zone = await RegionTime.ZoneAt(query.OrganizationId, db, ct);
            var today = RegionTime.Today(zone, time);
            var year = SchoolYear.Of(today);
            return await db.Many(Sql, new { query.OrganizationId, Year = year, Today = today }, async rows =>
            {
                var held = (await rows.ReadAsync<Held>()).ToList();
                var teachers = (await rows.ReadAsync<Teacher>()).ToList();
                var current = held.Find(c => c.SchoolYear == year);
                var dueOn = current?.DueOn ?? CensusCalendar.DueOn(year);
                return new Result(year, current is null ? null : Shown(current), dueOn,
                    CensusCalendar.IsOverdue(current?.Status ?? CensusStatus.Open, dueOn, today),
                    caller.May(Permission.CensusManage, query.OrganizationId), teachers,
                    [.. held.Where(c => c.SchoolYear < year)
                        .Select(c => new PastCensus(c.SchoolYear, c.Status, c.DueOn, c.CompletedOn, c.NeedsMentor, c.CanMentor))]);
            }, ct);
        }

        static CensusOf Shown(Held c) =>
            new(c.Id, c.Status, c.OpenedOn, c.DueOn, c.CompletedOn, c.CompletedByName, c.Version, [.. c.Reminders.Select(Enum.Parse<ReminderKind>)]);
    }

    // A teacher of up to 35 in the first three years here begins the profession; somebody older in the first year is new in the staff.
    const string Sql = $"""
        select c.id, c.school_year, c.status, c.opened_on, c.due_on, c.completed_on, c.completed_by_name, c.version,
               array(select r.kind from census_reminder r where r.census_id = c.id order by r.reminded_on) reminders,
               (select count(*)::int from census_entry e where e.census_id = c.id and e.decision = 'NeedsMentor') needs_mentor,
               (select count(*)::int from census_entry e where e.census_id = c.id and e.decision = 'CanMentor') can_mentor
          from census c where c.organization_id = @OrganizationId order by c.school_year desc;

        with teacher as (
            select distinct on (e.person_id) e.person_id, e.position_code,
                   min(e.started_on) over (partition by e.person_id) started_on
              from employment e
             where e.organization_id = @OrganizationId and {PeopleSql.IsTeacher} and e.started_on <= @Today and (e.ended_on is null or e.ended_on > @Today)
             order by e.person_id, e.is_main desc),
        entry as (
            select e.* from census_entry e join census c on c.id = e.census_id where c.organization_id = @OrganizationId and c.school_year = @Year),
        known as (
            select t.*, p.birth_date, person_name(p) name, last.category last_year,
                   exists (select from wish_to_join w where w.organization_id = @OrganizationId and w.person_id = t.person_id and w.wish = 'Mentee'
                       and w.withdrawn_on is null)
                   or exists (select from mentee_profile m where m.organization_id = @OrganizationId and m.person_id = t.person_id and m.status = 'Open')
                   or exists (select from learning_request r where r.organization_id = @OrganizationId and r.person_id = t.person_id
                       and r.status in ('Submitted', 'Accepted')) wants_to_learn,
                   exists (select from wish_to_join w where w.organization_id = @OrganizationId and w.person_id = t.person_id and w.wish = 'Mentor'
                       and w.withdrawn_on is null)
                   or exists (select from mentor_profile m where m.organization_id = @OrganizationId and m.person_id = t.person_id) wants_to_mentor
              from teacher t join person p on p.id = t.person_id
              left join mentoring_need last on last.organization_id = @OrganizationId and last.person_id = t.person_id and last.school_year = @Year - 1)
        select k.person_id, k.name, k.position_code, k.started_on, k.last_year,
               case when k.birth_date > (@Today::date - interval '35 years') and k.started_on > (@Today::date - interval '3 years') then 'NewToProfession'
                    when k.started_on > (@Today::date - interval '1 year') then 'NewInStaff'
                    when k.wants_to_learn then 'NewTechnology' end suggested,
               k.wants_to_learn, k.wants_to_mentor, e.decision, e.category, e.note
          from known k left join entry e on e.person_id = k.person_id
         order by k.name, k.person_id;
        """;
}
