using Mentoring.Api.Features.Identity;
using Mentoring.Api.Features.Imports;
using Mentoring.Api.Features.Meetings;
using Mentoring.Api.Features.Programs;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.Notifications.Audience;
using static Mentoring.Api.Features.Notifications.NotificationKind;

namespace Mentoring.Api.Features.Notifications;

/// <summary>What one operation tells to whom.</summary>
/// <param name="When">Only if the event is like this; always when null.</param>
public sealed record NotificationRule(NotificationKind Kind, Audience[] To, Func<Happened, ProgramStatus?, bool>? When = null);

/// <summary>Where a kind belongs and how it is told to whoever chose nothing.</summary>
public sealed record KindFacts(NotificationTopic Topic, NotificationSubject Subject, EmailMode Email);

/// <summary>The whole of it in two tables: which operation tells what to whom, and what each kind is. A new one is a row in each.</summary>
public static class NotificationRules
{
    static readonly Dictionary<string, NotificationRule[]> Rules = new()
    {
        [nameof(SubmitProgram)] = [new(ConsentRequested, [Participants])],
        [nameof(DecideConsent)] =
        [
            new(ConsentRefused, [Curators], (event_, _) => event_.Says("status", nameof(ConsentStatus.Refused))),
            new(ProgramAwaitsCouncil, [Audience.Council], (_, program) => program == ProgramStatus.Council),
        ],
        [nameof(RevokeConsent)] = [new(ConsentRevoked, [Participants, Curators])],
        [nameof(DecideAsCouncil)] = [new(ProgramAwaitsHead, [Heads], Approved), new(ProgramReturned, [Curators], Returned)],
        [nameof(DecideAsHead)] = [new(ProgramActivated, [Participants, Curators], Approved), new(ProgramReturned, [Curators], Returned)],
        [nameof(PauseProgram)] = [new(ProgramPaused, [Participants])],
        [nameof(ResumeProgram)] = [new(ProgramResumed, [Participants])],
        [nameof(EndProgramEarly)] = [new(ProgramEnding, [Participants, Curators])],
        [nameof(EndNoticedPrograms)] = [new(ProgramEndedEarly, [Participants, Curators])],
        [nameof(CompleteProgram)] = [new(ProgramCompleted, [Participants])],
        [nameof(CancelProgram)] = [new(ProgramCancelled, [Participants])],
        [nameof(CompleteActivity)] = [new(ActivityDone, [Participants])],
        [nameof(PlanMeeting)] = [new(MeetingPlanned, [Participants])],
        [nameof(MoveMeeting)] = [new(MeetingMoved, [Participants])],
        [nameof(CancelMeeting)] = [new(MeetingCancelled, [Participants])],
        [nameof(HoldMeeting)] = [new(MeetingHeld, [Participants])],
        [nameof(LogMeeting)] = [new(MeetingHeld, [Participants])],
        [nameof(RemindMeetings)] = [new(MeetingReminder, [Participants])],
        [nameof(GrantRole)] = [new(RoleGranted, [RoleHolder])],
        [nameof(ApplyImport)] = [new(ImportApplied, [Importer])],
    };

    public static readonly IReadOnlyDictionary<NotificationKind, KindFacts> Kinds = new Dictionary<NotificationKind, KindFacts>
    {
        [ConsentRequested] = new(NotificationTopic.Consents, NotificationSubject.Program, EmailMode.Now),
        [ConsentRefused] = new(NotificationTopic.Consents, NotificationSubject.Program, EmailMode.Now),
        [ConsentRevoked] = new(NotificationTopic.Consents, NotificationSubject.Program, EmailMode.Now),
        [ProgramAwaitsCouncil] = new(NotificationTopic.Approvals, NotificationSubject.Program, EmailMode.Digest),
        [ProgramAwaitsHead] = new(NotificationTopic.Approvals, NotificationSubject.Program, EmailMode.Digest),
        [ProgramActivated] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Now),
        [ProgramReturned] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Now),
        [ProgramPaused] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ProgramResumed] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ProgramEnding] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Now),
        [ProgramEndedEarly] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ProgramCompleted] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ProgramCancelled] = new(NotificationTopic.Programs, NotificationSubject.Program, EmailMode.Digest),
        [ActivityDone] = new(NotificationTopic.Programs, NotificationSubject.Activity, EmailMode.Off),
        [MeetingPlanned] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Now),
        [MeetingMoved] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Now),
        [MeetingCancelled] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Now),
        [MeetingReminder] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Now),
        [MeetingHeld] = new(NotificationTopic.Meetings, NotificationSubject.Meeting, EmailMode.Off),
        [RoleGranted] = new(NotificationTopic.Roles, NotificationSubject.Assignment, EmailMode.Now),
        [ImportApplied] = new(NotificationTopic.Imports, NotificationSubject.Import, EmailMode.Now),
    };

    public static IEnumerable<string> Operations => Rules.Keys;

    /// <summary>Nothing of an operation without rules is kept for telling.</summary>
    public static bool Knows(string operation) => Rules.ContainsKey(operation);

    public static IReadOnlyList<NotificationRule> Of(string operation) => Rules.GetValueOrDefault(operation, []);

    /// <summary>The kinds that somebody with these grants can ever be told.</summary>
    public static IReadOnlyList<NotificationKind> KindsFor(Grants grants) =>
        [.. Rules.Values.SelectMany(rules => rules).Where(rule => rule.To.Any(audience => audience.MayHold(grants))).Select(rule => rule.Kind).Distinct().Order()];

    static bool Approved(Happened happened, ProgramStatus? _) => happened.Says("decision", nameof(ApprovalDecision.Approved));

    static bool Returned(Happened happened, ProgramStatus? _) => happened.Says("decision", nameof(ApprovalDecision.Returned));
}
