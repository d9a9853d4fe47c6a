using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Chapter: the psychologist's workspace, and what of it everybody takes part in.</summary>
public static class Psychology
{
    public static void MapPsychology(this RouteGroupBuilder api)
    {
        var work = api.MapGroup("/organizations/{organizationId:guid}/psychology").Chapter("Psychology",
            "The psychologist's workspace: pairs, readiness, trainings, the climate pulse and the plan.");
        GetPsychologyQueue.Map(work);
        ListPairs.Map(work);
        GiveOpinion.Map(work);
        ListOpinionHistory.Map(work);
        ListReadiness.Map(work);
        RecordReadiness.Map(work);
        ListTrainings.Map(work);
        PlanTraining.Map(work);
        ReviseTraining.Map(work);
        HoldTraining.Map(work);
        CancelTraining.Map(work);
        ListPulses.Map(work);
        OpenPulse.Map(work);
        ClosePulse.Map(work);
        ListPsychologyTasks.Map(work);
        AddPsychologyTask.Map(work);
        FinishPsychologyTask.Map(work);

        var mine = api.MapGroup("/me").WithTags("Psychology");
        ListMyTrainings.Map(mine);
        ListMyPulses.Map(mine);
        AnswerPulse.Map(mine);
    }
}

/// <summary>What the psychologist says about a pair.</summary>
public enum Opinion { Fits, WithCare, DoesNotFit }

/// <summary>Whether a person is ready to be a mentee.</summary>
public enum ReadinessConclusion { Ready, WithSupport, NotYet }

/// <summary>What a training is about.</summary>
public enum TrainingTopic { Empathy, Acmeology, ProfessionalHealth, Crises, Other }

/// <summary>Where a training stands in its life.</summary>
public enum TrainingStatus { Planned, Held, Cancelled }

/// <summary>Whether an invited person came.</summary>
public enum Attendance { Invited, Attended, Absent }

/// <summary>Who is asked: the whole staff, or those who take part in programs.</summary>
public enum PulseAudience { Staff, Participants }

/// <summary>Whether a pulse still takes answers.</summary>
public enum PulseStatus { Open, Closed }

/// <summary>What the psychologist's plan works for.</summary>
public enum TaskDirection { Adaptation, Burnout, Conflict, Resilience, Pairs, Climate }
