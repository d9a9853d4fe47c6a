using Mentoring.Api.Features.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Conditions;

/// <summary>What rooms do when somebody leaves (<see cref="Leaving"/>): what they had booked is free for others.</summary>
sealed class RoomDepartures(Db db) : IFollowLeaving
{
    public Task Follow(Left left, CancellationToken ct) => db.Execute(Sql, left, ct);

    const string Sql = """
        update room_booking set status = 'Cancelled', version = version + 1
         where @All and organization_id = @Organization and person_id = @Person and status = 'Booked' and starts_at > @Now
        """;
}
