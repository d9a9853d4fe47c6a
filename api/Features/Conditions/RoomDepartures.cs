namespace Mentoring.Api.Features.Conditions;

/// <summary>What rooms do when somebody leaves (<see cref="People.Leaving"/>): what they had booked is free for others.</summary>
static class RoomDepartures
{
    public const string Sql = """
        update room_booking set status = 'Cancelled', version = version + 1
         where @All and organization_id = @Organization and person_id = @Person and status = 'Booked' and starts_at > @Now
        """;
}
