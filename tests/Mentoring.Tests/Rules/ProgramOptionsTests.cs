using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Programs.ProgramOptions;

namespace Mentoring.Tests.Rules;

public sealed class ProgramOptionsTests
{
    static readonly DateOnly Day = new(2026, 11, 23);

    static Facts Of(ProgramStatus status, Role? role = null, bool takesPart = false, ConsentStatus? consent = null) => new(
        status, (role is { } held ? Roles.Permissions[held] : new HashSet<Permission>()).Concat(takesPart ? Roles.OfParticipant : new HashSet<Permission>())
            .ToHashSet(),
        takesPart, consent, NoticeGiven: false, Evaluated: false, RoadmapDone: false, HeldMeeting: false, Day, Day.AddDays(30));

    [TestCase(ProgramStatus.Draft, "Submit Cancel")]
    [TestCase(ProgramStatus.Consent, "Cancel")]
    [TestCase(ProgramStatus.Council, "Cancel")]
    [TestCase(ProgramStatus.Approved, "Cancel")]
    [TestCase(ProgramStatus.Active, "Pause EndEarly")]
    [TestCase(ProgramStatus.Paused, "Resume EndEarly")]
    [TestCase(ProgramStatus.Completed, "")]
    [TestCase(ProgramStatus.EndedEarly, "")]
    [TestCase(ProgramStatus.Cancelled, "")]
    public void A_curator_drafts_and_manages(ProgramStatus status, string steps) =>
        Assert.That(string.Join(' ', Steps(Of(status, Role.Curator))), Is.EqualTo(steps));

    [TestCase(ProgramStatus.Consent, ConsentStatus.Requested, "ConsentsGiven ConsentRefused", "Comment")]
    [TestCase(ProgramStatus.Consent, ConsentStatus.Given, "ConsentWithdrawn", "Comment ContestConsent")]
    [TestCase(ProgramStatus.Approved, ConsentStatus.Given, "ConsentWithdrawn", "Comment ContestConsent")]
    [TestCase(ProgramStatus.Active, ConsentStatus.Given, "",
        "RevokeConsent Evaluate WorkRoadmap ArrangeMeetings WriteNotes Correct Extend SetPace AddProduct Comment ContestConsent")]
    [TestCase(ProgramStatus.Active, ConsentStatus.Revoked, "", "Evaluate WorkRoadmap ArrangeMeetings WriteNotes Correct Extend SetPace AddProduct Comment")]
    [TestCase(ProgramStatus.Paused, ConsentStatus.Contested, "", "RevokeConsent Evaluate WriteNotes SetPace AddProduct Comment")]
    [TestCase(ProgramStatus.Completed, ConsentStatus.Given, "", "Comment ContestConsent")]
    public void A_participant_consents_works_and_may_leave(ProgramStatus status, ConsentStatus consent, string steps, string actions)
    {
        var facts = Of(status, takesPart: true, consent: consent) with
        {
            Contested = consent == ConsentStatus.Contested,
            MayContest = Consents.MayBeContested(consent, new(2026, 10, 1)),
        };
        Assert.That(string.Join(' ', Steps(facts)), Is.EqualTo(steps));
        Assert.That(string.Join(' ', Actions(facts)), Is.EqualTo(actions));
    }

    [TestCase(Role.CouncilMember, ProgramStatus.Council, "CouncilApprove CouncilReturn")]
    [TestCase(Role.CouncilChair, ProgramStatus.Council, "CouncilApprove CouncilReturn")]
    [TestCase(Role.Head, ProgramStatus.Approved, "HeadApprove HeadReturn Cancel")]
    public void Council_and_head_decide_but_not_on_their_own_program(Role role, ProgramStatus status, string steps)
    {
        Assert.That(string.Join(' ', Steps(Of(status, role))), Is.EqualTo(steps));
        Assert.That(Steps(Of(status, role, takesPart: true))
            .Intersect([ProgramStep.CouncilApprove, ProgramStep.CouncilReturn, ProgramStep.HeadApprove, ProgramStep.HeadReturn]), Is.Empty);
    }

    [TestCase(false, true, true, 0, false)]
    [TestCase(true, false, true, 0, false)]
    [TestCase(true, true, false, 0, false)]
    [TestCase(true, true, true, 0, true)]
    [TestCase(true, true, false, 30, false)]
    [TestCase(true, true, false, 31, true)]
    public void A_program_is_completed_when_the_work_is_done_or_its_term_is_over(bool evaluated, bool met, bool roadmapDone, int daysOn, bool possible)
    {
        var facts = Of(ProgramStatus.Active, Role.Curator) with
        {
            Evaluated = evaluated,
            HeldMeeting = met,
            RoadmapDone = roadmapDone,
            Today = Day.AddDays(daysOn)
        };
        Assert.That(Steps(facts).Contains(ProgramStep.Complete), Is.EqualTo(possible));
    }

    [TestCase(Role.Curator, ProgramStatus.Paused, "EndEarly")]
    [TestCase(Role.CouncilMember, ProgramStatus.Council, "CouncilReturn")]
    [TestCase(Role.Head, ProgramStatus.Approved, "HeadReturn Cancel")]
    public void Nothing_goes_ahead_on_a_contested_consent_and_who_had_no_hand_in_it_settles_it(Role role, ProgramStatus status, string steps)
    {
        var facts = Of(status, role) with { Contested = true };
        Assert.That(string.Join(' ', Steps(facts)), Is.EqualTo(steps));
        Assert.That(Actions(facts), Does.Not.Contain(ProgramAction.SettleConsent));
        Assert.That(Actions(facts with { MaySettle = true }), Does.Contain(ProgramAction.SettleConsent));
        Assert.That(Actions(facts with { MaySettle = true, TakesPart = true }), Does.Not.Contain(ProgramAction.SettleConsent));
    }

    [Test]
    public void Notice_is_given_once() =>
        Assert.That(Steps(Of(ProgramStatus.Active, Role.Curator) with { NoticeGiven = true }), Does.Not.Contain(ProgramStep.EndEarly));
}
