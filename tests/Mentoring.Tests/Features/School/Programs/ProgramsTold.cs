using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Features.Common.Notifications;

namespace Mentoring.Tests.Features.School.Programs;

/// <summary>Who hears of what happens in this area.</summary>
sealed class ProgramsTold : ITold
{
    static readonly Guid Any = Guid.Parse("019ab000-0000-7000-8000-000000000001");
    static readonly DateOnly Day = new(2026, 9, 1);
    const string Pair = "Mentee Mentor";

    public IEnumerable<ToldOf> All =>
    [
        new(new ProgramSubmitted(1, "ab"), "", $"ConsentRequested: {Pair}"),
        new(new ConsentDecided(ConsentStatus.Given, 1, "ab", "Password"), "", "", ProgramStatus.Consent),
        new(new ConsentDecided(ConsentStatus.Given, 1, "ab", "Password"), "", "ProgramAwaitsCouncil: Chair Member", ProgramStatus.Council),
        new(new ConsentDecided(ConsentStatus.Refused, 1, "ab", "Password"), "", "ConsentRefused: Curator", ProgramStatus.Draft),
        new(new ConsentTakenBack(ConsentStatus.Revoked, null, "Password"), "", $"ConsentRevoked: Curator {Pair}"),
        new(new ConsentQuestioned(), "", $"ConsentContested: Chair Curator Head Member {Pair}; ConsentContestedNearby: Region Town"),
        new(new ContestSettled(default), "", $"ConsentSettled: Chair Curator Member {Pair}"),
        new(new ProgramDecidedByCouncil(ApprovalDecision.Approved), "", "ProgramAwaitsHead: Head"),
        new(new ProgramDecidedByCouncil(ApprovalDecision.Returned), "", "ProgramReturned: Curator"),
        new(new ProgramDecidedByHead(ApprovalDecision.Approved), "", $"ProgramActivated: Curator {Pair}"),
        new(new ProgramDecidedByHead(ApprovalDecision.Returned), "", "ProgramReturned: Curator"),
        new(new ProgramHalted(), "", $"ProgramPaused: {Pair}"),
        new(new ProgramTakenUp(), "", $"ProgramResumed: {Pair}"),
        new(new NoticeGiven(Day), "", $"ProgramEnding: Curator {Pair}"),
        new(new NoticeRanOut(Day), "", $"ProgramEndedEarly: Curator {Pair}", ProgramStatus.EndedEarly),
        new(new ProgramFinished(0), "", $"ProgramCompleted: {Pair}", ProgramStatus.Completed),
        new(new ProgramCalledOff(), "", $"ProgramCancelled: {Pair}", ProgramStatus.Cancelled),
        new(new ActivityCompleted(), "Activity", $"ActivityDone: {Pair}"),
        new(new PlanCorrected(2), "Version", $"PlanAwaitsSignature: {Pair}"),
        new(new ProgramExtended(2, Day), "Version", $"PlanAwaitsSignature: {Pair}"),
        new(new MentorReplaced(2, Any, Any), "Version", $"PlanAwaitsSignature: {Pair}"),
        new(new PlanVersionDeclined(2), "Version", $"PlanDeclined: Curator {Pair}"),
        new(new PlanProposalLeft(), "Version", $"PlanDeclined: Curator {Pair}"),
        new(new ProgramCommented(), "", $"CommentAdded: Curator {Pair}"),
        new(new ProductUploaded("application/pdf", 1), "", $"ProductAdded: {Pair}"),
        new(new ProgramHandedOver(Any, Day), "", $"ProgramCarried: Curator {Pair}"),
        new(new ProgramClosed(ProgramStatus.Active, Day), "", $"ProgramEndedEarly: {Pair}", ProgramStatus.EndedEarly),
        new(new ProgramClosed(ProgramStatus.Draft, Day), "", $"ProgramCancelled: {Pair}", ProgramStatus.Cancelled),
        new(new PlaceLeft(ParticipantRole.Mentor, Day), "", $"ParticipantLeft: Curator {Pair}; ParticipationEnded: Named"),
    ];
}
