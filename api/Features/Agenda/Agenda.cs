namespace Mentoring.Api.Features.Agenda;

/// <summary>Chapter: what is near and what waits for the caller.</summary>
public static class Agenda
{
    public static void MapAgenda(this RouteGroupBuilder api) => GetAgenda.Map(api.MapGroup("/me/agenda").WithTags("Agenda"));
}

/// <summary>What can wait for somebody. The order is that of urgency among what is due alike.</summary>
public enum TaskKind
{
    /// <summary>A participant is asked for consent.</summary>
    ConsentToDecide,

    /// <summary>A participant refused or took consent back: the draft waits for its curator.</summary>
    ConsentRefused,

    /// <summary>A planned meeting is over: was it held?</summary>
    MeetingToConfirm,

    /// <summary>The council decides.</summary>
    ProgramToApproveCouncil,

    /// <summary>The head decides.</summary>
    ProgramToApproveHead,

    /// <summary>Council or head returned a program to its curator.</summary>
    ProgramReturned,

    /// <summary>The program's last day is near or gone and the participant has not evaluated it.</summary>
    EvaluationDue,

    /// <summary>The last day is gone: the curator completes it.</summary>
    ProgramToComplete,

    /// <summary>Notice was given: the program ends early.</summary>
    ProgramEnding,

    /// <summary>An activity of the roadmap is due within two weeks.</summary>
    ActivityDue,

    /// <summary>A draft that nobody has touched for two weeks.</summary>
    DraftStalled,
}
