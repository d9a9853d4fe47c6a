using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>
/// What the council's tasks do when somebody leaves (<see cref="Leaving"/>): a task for which nobody answers any more is
/// dropped, and the council told, so that it gives it to somebody else. Whoever answers is written by name: where a
/// namesake works on, nobody can tell whose task it is, and it stays.
/// </summary>
sealed class TaskDepartures(Db db, Audit audit) : IFollowLeaving
{
    public async Task Follow(Left left, CancellationToken ct)
    {
        foreach (var task in await db.List<Guid>(Drop, left, ct)) audit.About(left.Organization, left.Region, task, new CouncilTaskLeft());
    }

    const string Drop = """
        update council_task t set status = 'Dropped', responsible_left_on = @LeftOn, finished_on = @LeftOn, version = version + 1
         where @All and t.organization_id = @Organization and t.status = 'Open'
           and t.responsible_name = (select person_name(p) from person p where p.id = @Person)
           and not exists (select from person p join employment e on e.person_id = p.id and e.organization_id = @Organization
                            where p.id <> @Person and person_name(p) = t.responsible_name and (e.ended_on is null or e.ended_on > @LeftOn))
        returning t.id
        """;
}
