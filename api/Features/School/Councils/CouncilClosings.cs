using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>Nobody meets any more where the school has ended.</summary>
sealed class CouncilClosings(Db db) : IFollowEnd
{
    public Task Close(Ending all, Settlement counts, CancellationToken ct) => db.Execute(Sql, all, ct);

    const string Sql = """
        update council_meeting set status = 'Cancelled', cancel_reason = @Reason, version = version + 1
         where organization_id = @Organization and status = 'Planned' and starts_at > @Now
        """;
}
