using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Chapter: how pairs come about, from what is known to what both sides answer.</summary>
public static class MatchingChapter
{
    public static void AddMatching(this IServiceCollection services) =>
        services.AddJob<CloseMatchRequests>("close-match-requests", job => job.Run(CancellationToken.None), CloseMatchRequests.Schedule);

    public static void MapMatching(this RouteGroupBuilder api)
    {
        var school = api.MapGroup("/organizations/{organizationId:guid}/matching").Chapter("Matching",
            "How pairs come about: candidates, proposals, and requests that both sides answer.");
        GetMatchBoard.Map(school);
        ListMatchCandidates.Map(school);
        SetMatchVeto.Map(school);
        LiftMatchVeto.Map(school);
        LockMatch.Map(school);
        ReleaseMatch.Map(school);
        OpenMatchGroup.Map(school);
        CloseMatchGroup.Map(school);
        ProposeMatches.Map(school);
        GetMatchRun.Map(school);
        SendMatchRequests.Map(school);
        ListMatchRequests.Map(school);
        CloseMatchRequest.Map(school);

        var own = api.MapGroup("/me/match-requests").WithTags("Matching");
        ListOwnMatchRequests.Map(own);
        AnswerMatchRequest.Map(own);

        var region = api.MapGroup("/territories/{territoryCode}/matching").WithTags("Matching");
        GetRegionMatching.Map(region);
        ProposeRegionMatches.Map(region);
    }
}

/// <summary>The parts of a score, as <see cref="MatchScore"/> explains them.</summary>
/// <param name="Points">Their sum, at most 100.</param>
/// <param name="Areas">Competence areas of the mentee's difficulties with which the mentor helps.</param>
/// <param name="Topics">Topics of the mentee's difficulties with which the mentor helps.</param>
/// <param name="Subjects">That both teach.</param>
public sealed record MatchExplanation(
    int Points, int Difficulties, int Subject, int Load, int Place, int Earlier, int Opinion,
    IReadOnlyList<string> Areas, IReadOnlyList<string> Topics, IReadOnlyList<string> Subjects)
{
    public static MatchExplanation Of(MatchScore score, (string[] Areas, string[] Topics, string[] Subjects) common) => new(
        score.Points, score.Difficulties, score.Subject, score.Load, score.Place, score.Earlier, score.Opinion, common.Areas, common.Topics, common.Subjects);
}
