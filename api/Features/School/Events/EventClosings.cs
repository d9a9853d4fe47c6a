using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

/// <summary>Public events of an organization that has ended do not take place.</summary>
sealed class EventClosings(Db db) : IFollowEnd
{
    public Task Close(Ending all, Settlement counts, CancellationToken ct) => db.Execute(Sql, all, ct);

    const string Sql = """
        update public_event set status = 'Cancelled', version = version + 1 where organization_id = @Organization and status = 'Planned' and starts_at > @Now
        """;
}
