using Mentoring.Api.Features.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Events;

/// <summary>What public events do when somebody leaves (<see cref="Leaving"/>): nobody is expected at what is still ahead.</summary>
sealed class EventDepartures(Db db) : IFollowLeaving
{
    public Task Follow(Left left, CancellationToken ct) => db.Execute(Sql, left, ct);

    const string Sql = """
        delete from public_event_person i using public_event e
         where @All and e.id = i.event_id and i.organization_id = @Organization and i.person_id = @Person and e.status = 'Planned' and e.starts_at > @Now
        """;
}
