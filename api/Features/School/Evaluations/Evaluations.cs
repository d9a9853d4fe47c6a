namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>Chapter: the council's evaluations of programs, marked by its members and concluded by its decision.</summary>
public static class Evaluations
{
    public static void MapEvaluations(this RouteGroupBuilder api)
    {
        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}/council").WithTags("Councils");
        ListCouncilEvaluations.Map(ofSchool);
        OpenCouncilEvaluation.Map(ofSchool);

        var council = api.MapGroup("/council").WithTags("Councils");
        GetCouncilEvaluation.Map(council);
        MarkCouncilEvaluation.Map(council);
        ConcludeCouncilEvaluation.Map(council);
        CancelCouncilEvaluation.Map(council);
        ListProgramEvaluations.Map(api);
    }
}

/// <summary>An evaluation of a program by the council: marked by its members, then concluded by its decision.</summary>
public enum EvaluationStatus { Open, Concluded, Cancelled }

public enum EvaluationStep { Mark, Conclude, Cancel }

/// <summary>What the marks by one criterion say together.</summary>
/// <param name="Criterion">A code of the dictionary `evaluation-criterion`.</param>
/// <param name="Mean">0 to 3.</param>
public sealed record EvaluationMean(string Criterion, double Mean, int Marks);
