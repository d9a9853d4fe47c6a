using Mentoring.Api.Features.People;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Profiles;

/// <summary>What profiles do when somebody leaves (<see cref="Leaving"/>): they rest, and open requests close.</summary>
sealed class ProfileDepartures(Db db) : IFollowLeaving
{
    public Task Follow(Left left, CancellationToken ct) => db.Execute(Sql, left, ct);

    const string Sql = """
        update mentor_profile set status = 'Paused', version = version + 1, updated_at = @Now
         where @AsMentor and organization_id = @Organization and person_id = @Person and status = 'Confirmed';
        update mentee_profile set status = 'Closed', version = version + 1, updated_at = @Now
         where @AsMentee and organization_id = @Organization and person_id = @Person and status <> 'Closed';
        update wish_to_join set withdrawn_on = greatest(expressed_on, @LeftOn)
         where organization_id = @Organization and person_id = @Person and withdrawn_on is null
           and (wish = 'Mentor' and @AsMentor or wish = 'Mentee' and @AsMentee);
        update learning_request set status = 'Withdrawn', version = version + 1, updated_at = @Now
         where @AsMentee and organization_id = @Organization and person_id = @Person and status in ('Draft', 'Submitted', 'Returned')
        """;
}
