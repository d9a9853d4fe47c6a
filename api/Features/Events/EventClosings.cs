namespace Mentoring.Api.Features.Events;

/// <summary>Public events of an organization that has ended do not take place. Parameters: Organization, Now.</summary>
static class EventClosings
{
    public const string Sql = """
        update public_event set status = 'Cancelled', version = version + 1 where organization_id = @Organization and status = 'Planned' and starts_at > @Now
        """;
}
