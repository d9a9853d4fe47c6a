namespace Mentoring.Api.Features.Councils;

/// <summary>Nobody meets any more where the school has ended. Parameters: Organization, Now, Reason.</summary>
static class CouncilClosings
{
    public const string Sql = """
        update council_meeting set status = 'Cancelled', cancel_reason = @Reason, version = version + 1
         where organization_id = @Organization and status = 'Planned' and starts_at > @Now
        """;
}
