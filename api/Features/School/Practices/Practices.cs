using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>Chapter: the bank of best practices, from what an author writes down to what another pair uses.</summary>
public static class Practices
{
    public static void MapPractices(this RouteGroupBuilder api)
    {
        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}/practices").Chapter("Practices",
            "The school's bank of best practices: what authors describe, its review and selection, the catalogue, and use in programs.");
        ListPracticeSchools.Map(api);
        ListPractices.Map(ofSchool);
        DraftPractice.Map(ofSchool);
        FindPracticeAuthors.Map(ofSchool);

        var practices = api.MapGroup("/practices/{practiceId:guid}").WithTags("Practices");
        GetPractice.Map(practices);
        RevisePractice.Map(practices);
        AnswerAuthorship.Map(practices);
        AddPracticeMaterial.Map(practices);
        GetPracticeMaterial.Map(practices);
        WithdrawPracticeMaterial.Map(practices);
        SubmitPractice.Map(practices);
        AssignPracticeReviewers.Map(practices);
        ReviewPractice.Map(practices);
        DecidePractice.Map(practices);
        PublishPractice.Map(practices);
        WithdrawPractice.Map(practices);
        UsePractice.Map(practices);
        ListPracticeUses.Map(practices);
        ListProgramPractices.Map(api);
    }
}

/// <summary>How far a practice was selected; a school selects for itself.</summary>
public enum PracticeLevel { School, Region, Federation }

public enum PracticeStatus { Draft, Submitted, InReview, Selected, Published, Superseded, Withdrawn }

public enum PracticeStep { Submit, TakeUp, Return, Select, Publish, Supersede, Withdraw }

/// <summary>How a program uses a practice.</summary>
public enum PracticeUseKind { Resource, RoadmapIdea }

/// <summary>How a practice stands after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record PracticeState(Guid Id, PracticeStatus Status, int Version);
