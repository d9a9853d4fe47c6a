using System.Text.RegularExpressions;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Browser;

/// <summary>A screen as an address of the web client's route tree, and somebody who sees it.</summary>
/// <param name="Route">As in the route tree, e.g. <c>/programs/$programId/edit</c>.</param>
/// <param name="Role">The mailbox of a demo account.</param>
/// <param name="Search">What follows the address, e.g. the tab.</param>
/// <param name="ListedOn">The screen whose first link to such a thing gives the id; nothing for a school's or a territory's own screens.</param>
public sealed record Screen(string Route, string Role, string Search = "", string? ListedOn = null)
{
    /// <summary>The addresses at which the first link of a list shows a thing of this kind.</summary>
    public Regex Link => new("^" + Regex.Replace(Route[..(Route.LastIndexOf('$') + 1)], @"\$(\w+/)?", m => m.Value == "$" ? "" : "[^/]+/")
        + "(?<id>[0-9a-f-]{36})");

    public override string ToString() => $"{Route}{Search} ({Role})";
}

/// <summary>Every screen of the product.</summary>
public static class Screens
{
    /// <summary>Addresses that show nothing of their own.</summary>
    static readonly string[] Passages = ["/", "/$"];

    public static readonly IReadOnlyList<Screen> All =
    [
        new("/today", "mentor"), new("/requests", "mentor"), new("/support", "mentor"), new("/notifications", "mentor"), new("/profile", "mentor"),
        new("/my-profile", "mentor"), new("/my-profile", "mentee", "?tab=mentor"), new("/my-profile", "mentee", "?tab=request"),
            new("/my-profile", "mentee", "?tab=entitlements"), new("/my-profile", "mentor", "?tab=incentives"),
        new("/help", "mentor"), new("/help", "curator", "?topic=all"), new("/today", "mentee"), new("/requests", "mentee"), new("/support", "mentee"),
        new("/practices/", "mentor"), new("/practices/", "mentee", "?view=Own"), new("/practices/", "council", "?view=Queue"), new("/practices/new", "mentor"),
        new("/practices/$practiceId/", "mentor", "", "/practices"), new("/practices/$practiceId/", "council", "", "/practices?view=Queue"),
        new("/practices/$practiceId/edit", "mentor", "", "/practices?view=Own&status=Draft"),

        new("/school/$orgId/", "curator"), new("/school/$orgId/people", "curator"), new("/people/$personId", "curator", "", "/school/$orgId/people"),
        new("/people/duplicates", "curator"),
        new("/school/$orgId/programs", "curator"), new("/school/$orgId/programs", "curator", "?view=board"),
        new("/school/$orgId/templates/", "curator"), new("/school/$orgId/templates/new", "curator"),
        new("/school/$orgId/templates/$templateId", "curator", "", "/school/$orgId/templates"), new("/programs/new", "curator", "?org=$orgId"),
        new("/programs/$programId/", "curator", "", "/school/$orgId/programs?status=Active"),
        new("/programs/$programId/", "curator", "?tab=meetings", "/school/$orgId/programs?status=Active"),
        new("/programs/$programId/edit", "curator", "", "/school/$orgId/programs?status=Draft"),
        new("/programs/$programId/correct", "curator", "", "/school/$orgId/programs?status=Active"),
        new("/school/$orgId/matching", "curator"), new("/school/$orgId/matching", "curator", "?view=requests"),
            new("/school/$orgId/matching", "curator", "?view=rules"),
        new("/school/$orgId/meetings", "curator"), new("/school/$orgId/delegations", "curator"), new("/school/$orgId/census", "curator"),
        new("/school/$orgId/mentors/", "curator"), new("/school/$orgId/mentors/$personId", "curator", "", "/school/$orgId/mentors"),
        new("/school/$orgId/mentees/", "curator"), new("/school/$orgId/mentees/", "curator", "?tab=requests"),
        new("/school/$orgId/mentees/$personId", "curator", "", "/school/$orgId/mentees"),
        new("/school/$orgId/imports", "curator"), new("/imports/$importId", "curator", "", "/school/$orgId/imports"),
        new("/school/$orgId/documents", "curator"), new("/school/$orgId/document-templates", "curator"),
            new("/documents/$actId", "curator", "", "/school/$orgId/documents"),
        new("/documents/$actId", "curator", "?tab=drafting", "/school/$orgId/documents"),
        new("/school/$orgId/partners", "curator"), new("/school/$orgId/partners", "curator", "?tab=contacts"),
            new("/school/$orgId/partners", "curator", "?tab=log"),
        new("/school/$orgId/events", "curator"), new("/school/$orgId/report", "curator"),
        new("/school/$orgId/site/", "curator"), new("/school/$orgId/site/$postId", "curator", "", "/school/$orgId/site"),
        new("/school/$orgId/conditions", "curator"), new("/school/$orgId/risks", "curator"), new("/school/$orgId/rooms", "curator"),

        new("/school/$orgId/setup", "head"), new("/school/$orgId/setup", "head", "?tab=structure"), new("/school/$orgId/setup", "head", "?tab=monitoring"),
        new("/school/$orgId/setup", "head", "?tab=provision"), new("/school/$orgId/settings", "head"),
        new("/school/$orgId/invitations", "head"),

        new("/council/", "council"), new("/council/", "council", "?tab=decisions"), new("/council/", "council", "?tab=members"),
        new("/council/meetings/$meetingId", "council", "", "/council?tab=meetings"), new("/council/analysis", "council"),
        new("/council/", "council", "?tab=drafts"), new("/council/evaluations/", "council"),
            new("/council/evaluations/$evaluationId", "council", "", "/council/evaluations"),
        new("/council/incentives", "council"), new("/council/preparations", "council"), new("/cases/", "council"),
            new("/cases/$caseId", "council", "", "/cases"),

        new("/psych", "psychologist"), new("/psych", "psychologist", "?tab=readiness"), new("/psych", "psychologist", "?tab=trainings"),
        new("/psych", "psychologist", "?tab=climate"), new("/psych", "psychologist", "?tab=plan"), new("/psych", "psychologist", "?tab=pairs"),

        new("/school/$orgId/support", "curator"), new("/school/$orgId/supported", "centre-head"),
        new("/territory/$territory/support", "region"), new("/territory/$territory/support", "region", "?tab=gaps"),
            new("/territory/$territory/support", "region", "?tab=bodies"),

        new("/regions/$region/matching", "region"), new("/role-proposals", "region"), new("/today", "region"),
        new("/analytics/$territory/", "analyst"), new("/analytics/$territory/report", "analyst"), new("/analytics/$territory/", "federal", "?view=map"),
        new("/analytics/$territory/", "federal", "?view=table"), new("/analytics/$territory/", "federal", "?view=series"),
        new("/organizations/", "federal"), new("/organizations/$organizationId", "federal", "", "/organizations"),

        new("/admin/", "admin"), new("/admin/", "admin", "?tab=dictionaries"), new("/admin/", "admin", "?tab=storage"),
        new("/admin/", "admin", "?tab=systems"), new("/admin/", "admin", "?tab=audit"), new("/admin/", "admin", "?tab=jobs"),
        new("/admin/", "admin", "?tab=territories"), new("/admin/imports", "admin"),
        new("/admin/accounts/", "head"), new("/admin/accounts/$accountId", "admin", "", "/admin"),
    ];

    /// <summary>Screens for whoever has not signed in.</summary>
    public static readonly IReadOnlyList<string> SignedOut = ["/signin", "/set-password"];

    /// <summary>What the route tree of the web client declares, without mere passages.</summary>
    public static IReadOnlyList<string> Declared()
    {
        var tree = File.ReadAllText(Repository.At("web-client", "src", "routeTree.gen.ts"));
        var byPath = Regex.Match(tree, @"interface FileRoutesByFullPath \{(?<routes>.*?)\n\}", RegexOptions.Singleline).Groups["routes"].Value;
        return [.. Regex.Matches(byPath, "'(?<route>/[^']*)':").Select(m => m.Groups["route"].Value).Except(Passages)];
    }
}
