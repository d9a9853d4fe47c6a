using Mentoring.Api.Features.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Councils;

/// <summary>What the council does when somebody leaves the school or the role on it (<see cref="Leaving"/>): the seat is free, an offer falls.</summary>
sealed class SeatDepartures(Db db) : IFollowLeaving
{
    public Task Follow(Left left, CancellationToken ct) => db.Execute(Sql, left, ct);

    const string Sql = """
        update council_seat set status = 'Ended', ended_on = greatest(started_on, @LeftOn), version = version + 1
         where organization_id = @Organization and person_id = @Person and status = 'Held' and (@All or seat = @Seat);
        update council_seat set status = 'Withdrawn', version = version + 1
         where organization_id = @Organization and person_id = @Person and status in ('Invited', 'Agreed') and @All
        """;
}
