using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.School.Programs;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Programs.PlanAgreement;

namespace Mentoring.Tests.Rules;

public sealed class PlanAgreementTests
{
    static readonly Signer[] People =
    [
        new(Guid.CreateVersion7(), ParticipantRole.Mentor), new(Guid.CreateVersion7(), ParticipantRole.Mentor),
        new(Guid.CreateVersion7(), ParticipantRole.Mentee), new(Guid.CreateVersion7(), ParticipantRole.Mentee),
            new(Guid.CreateVersion7(), ParticipantRole.Mentee),
    ];

    static HashSet<Guid> Signed(int mask) => [.. People.Where((_, i) => (mask & (1 << i)) != 0).Select(p => p.PersonId)];

    [Test]
    public void A_correction_is_agreed_exactly_when_each_side_has_signed() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte>(), mask =>
        {
            var signed = Signed(mask);
            var bothSides = People.Where(p => signed.Contains(p.PersonId)).Select(p => p.Role).Distinct().Count() == 2;
            return Missing(PlanVersionKind.Correction, People, null, null, signed).Count == 0 == bothSides;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Nobody_is_held_to_a_new_term_or_mentor_without_a_signature_of_their_own() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte>(), mask =>
        {
            var signed = Signed(mask);
            var incoming = Guid.CreateVersion7();
            var extension = Missing(PlanVersionKind.Extension, People, null, null, signed).Select(p => p.PersonId);
            var replacement = Missing(PlanVersionKind.Replacement, People, People[0].PersonId, incoming, signed).Select(p => p.PersonId).ToList();
            return extension.ToHashSet().SetEquals(People.Select(p => p.PersonId).Except(signed))
                && replacement.Contains(incoming) && !replacement.Contains(People[0].PersonId);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Only_a_proposal_is_decided_and_only_what_holds_is_superseded()
    {
        var allowed = from one in Enum.GetValues<PlanVersionStatus>()
                      from other in Enum.GetValues<PlanVersionStatus>()
                      where Moves.Allows(one, other)
                      select $"{one} {other}";
        Assert.That(allowed, Is.EquivalentTo(new[] { "Proposed Current", "Proposed Declined", "Proposed Withdrawn", "Current Superseded" }));
    }
}
