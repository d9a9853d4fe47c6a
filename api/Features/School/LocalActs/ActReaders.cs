using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Drafts are for those who write, decide and agree; everybody else reads what came into force.</summary>
public static class ActReaders
{
    static readonly Permission[] OfDrafts = [Permission.ActWrite, Permission.ActApprove, Permission.ActCosign, Permission.ProgramCouncil];

    public static bool SeesDrafts(Caller caller, Guid organization) => OfDrafts.Any(permission => caller.May(permission, organization));
}
