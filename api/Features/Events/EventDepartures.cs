namespace Mentoring.Api.Features.Events;

/// <summary>What public events do when somebody leaves (<see cref="People.Leaving"/>): nobody is expected at what is still ahead.</summary>
static class EventDepartures
{
    public const string Sql = """
        delete from public_event_person i using public_event e
         where @All and e.id = i.event_id and i.organization_id = @Organization and i.person_id = @Person and e.status = 'Planned' and e.starts_at > @Now
        """;
}
