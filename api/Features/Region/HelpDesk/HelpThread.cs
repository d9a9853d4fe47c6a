using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>What both sides write beside a question while it lives.</summary>
static class HelpThread
{
    public static async Task<HelpRow> Lock(Guid id, Db db, Caller caller, TimeProvider time, CancellationToken ct)
    {
        var request = await HelpRow.Lock(db, id, null, time, ct);
        if (!request.IsAsker(caller) && !request.IsBody(caller)) throw new RuleViolation("help.not-yours");
        if (request.Status is HelpStatus.Closed or HelpStatus.Withdrawn) throw new RuleViolation("help.not-now");
        return request;
    }

    /// <summary>Into the trail of the side that is to read it; a note stays in the body's own.</summary>
    public static void Tell(HelpRow request, HelpEntryKind kind, Audit audit, Caller caller)
    {
        if (request.IsAsker(caller)) audit.About(request.BodyId, request.BodyRegion, request.Id, new HelpWrittenByAsker(kind));
        else if (kind == HelpEntryKind.Note) audit.About(request.BodyId, request.BodyRegion, request.Id, new HelpWrittenByBody(kind));
        else audit.About(request.OrganizationId, request.RegionCode, request.Id, new HelpWrittenByBody(kind));
    }
}
