using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>Drafts are for those who write, decide and agree; everybody else reads what came into force.</summary>
public static class ActReaders
{
    static readonly Permission[] OfDrafts = [Permission.ActWrite, Permission.ActApprove, Permission.ActCosign, Permission.ProgramCouncil];

    public static bool SeesDrafts(Caller caller, Guid organization) => OfDrafts.Any(permission => Holds(caller, permission, organization));

    public static bool Holds(Caller caller, Permission permission, Guid organization) =>
        caller.Grants.For(permission)?.Organizations.Contains(organization) == true;
}
