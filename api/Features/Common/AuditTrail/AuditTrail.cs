using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.AuditTrail;

/// <summary>Chapter: who did what, in chains that cannot be changed unseen.</summary>
public static class AuditTrail
{
    public static void AddAuditTrail(this IServiceCollection services) =>
        services.AddJob<AnchorAudit>("anchor-audit", job => job.Run(CancellationToken.None), AnchorAudit.Schedule);

    public static void MapAuditTrail(this RouteGroupBuilder api)
    {
        ListProgramAudit.Map(api.MapGroup("/programs/{programId:guid}/audit").Chapter("Audit", "Who did what, in chains that cannot be changed unseen."));
        VerifyAudit.Map(api.MapGroup("/audit").WithTags("Audit"));
    }
}
