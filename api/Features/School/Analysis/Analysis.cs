namespace Mentoring.Api.Features.School.Analysis;

/// <summary>Chapter: what the council sees of the mentoring at the school as a whole.</summary>
public static class Analysis
{
    public static void MapAnalysis(this RouteGroupBuilder api)
    {
        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}/council").WithTags("Councils");
        GetCouncilAnalysis.Map(ofSchool);
    }
}
