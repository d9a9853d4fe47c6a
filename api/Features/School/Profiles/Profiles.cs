using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Chapter: what people offer as mentors, what they want to learn as mentees, and what the school confirms.</summary>
public static class Profiles
{
    public static void MapProfiles(this RouteGroupBuilder api)
    {
        ListWorkplaces.Map(api.MapGroup("/me/workplaces").Chapter("Profiles",
            "What mentors offer, what mentees want to learn, who plans to become either, and learning requests."));
        var school = api.MapGroup("/organizations/{organizationId:guid}").WithTags("Profiles");
        ListMentors.Map(school);
        ListMentees.Map(school);
        ListWishes.Map(school);
        ListLearningRequests.Map(school);

        var person = api.MapGroup("/organizations/{organizationId:guid}/people/{personId:guid}").WithTags("Profiles");
        GetMentorProfile.Map(person);
        SaveMentorProfile.Map(person);
        ConfirmMentorProfile.Map(person);
        ReopenMentorProfile.Map(person);
        PauseMentorProfile.Map(person);
        ResumeMentorProfile.Map(person);
        AddMentorResult.Map(person);
        GetMenteeProfile.Map(person);
        SaveMenteeProfile.Map(person);
        SetMenteeStatus.Map(person);
        ExpressWish.Map(person);
        DraftLearningRequest.Map(person);

        var results = api.MapGroup("/mentor-results/{resultId:guid}").WithTags("Profiles");
        DecideMentorResult.Map(results);
        ReopenMentorResult.Map(results);
        WithdrawMentorResult.Map(results);
        ReachSelfStep.Map(api.MapGroup("/self-steps/{stepId:guid}").WithTags("Profiles"));
        WithdrawWish.Map(api.MapGroup("/wishes/{wishId:guid}").WithTags("Profiles"));

        var requests = api.MapGroup("/learning-requests/{learningRequestId:guid}").WithTags("Profiles");
        ReviseLearningRequest.Map(requests);
        SubmitLearningRequest.Map(requests);
        AnswerLearningRequest.Map(requests);
        FulfilLearningRequest.Map(requests);
        WithdrawLearningRequest.Map(requests);
    }
}

/// <summary>Where a mentor's profile stands: only a confirmed one is offered to mentees.</summary>
public enum MentorStatus { Draft, Confirmed, Paused }

/// <summary>What moves a mentor's profile.</summary>
public enum MentorStep
{
    /// <summary>What the mentor offers was written anew: it is confirmed again.</summary>
    Revise,
    Confirm,
    Pause,
    Resume,

    /// <summary>A confirmation of the same day is taken back.</summary>
    Reopen,
}

/// <summary>A measurable result that a mentor states, and what the school says of it.</summary>
public enum MentorResultStatus { Stated, Confirmed, Declined, Withdrawn }

/// <summary>Whether a mentee looks for a mentor.</summary>
public enum MenteeStatus { Open, Matched, Closed }

/// <summary>What a person plans to become.</summary>
public enum Wish { Mentor, Mentee }

/// <summary>Where a learning request stands.</summary>
public enum LearningRequestStatus { Draft, Submitted, Accepted, Returned, Fulfilled, Withdrawn }

/// <summary>What moves a learning request.</summary>
public enum LearningRequestStep { Revise, Submit, Accept, Return, Fulfil, Withdraw }

/// <summary>How a mentor's profile stands after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record MentorState(MentorStatus Status, int Version);

/// <summary>How a mentee's profile stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record MenteeState(MenteeStatus Status, int Version);

/// <summary>How a learning request stands after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record LearningRequestState(Guid Id, LearningRequestStatus Status, int Version);
