using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.School.Councils;

namespace Mentoring.Tests.Rules;

public sealed class BallotTests
{
    [TestCase(1, 1, true)]
    [TestCase(2, 1, false)]
    [TestCase(3, 2, true)]
    [TestCase(4, 2, false)]
    [TestCase(5, 3, true)]
    [TestCase(0, 0, false)]
    public void More_than_half_is_a_quorum(int members, int present, bool quorum) => Assert.That(Ballot.HasQuorum(members, present), Is.EqualTo(quorum));

    [TestCase(3, 2, null, DecisionStep.Adopt)]
    [TestCase(2, 3, Vote.For, DecisionStep.Reject)]
    [TestCase(2, 2, Vote.For, DecisionStep.Adopt)]
    [TestCase(2, 2, Vote.Against, DecisionStep.Reject)]
    [TestCase(2, 2, null, DecisionStep.Reject)]
    [TestCase(0, 0, Vote.Abstained, DecisionStep.Reject)]
    public void The_chairs_vote_decides_a_tie(int inFavour, int against, Vote? chair, DecisionStep outcome) =>
        Assert.That(Ballot.Outcome(inFavour, against, chair), Is.EqualTo(outcome));

    [Test]
    public void The_quorum_is_the_least_number_that_can_decide() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(1, 500).ToArbitrary(),
        members => Ballot.HasQuorum(members, Ballot.Quorum(members)) && !Ballot.HasQuorum(members, Ballot.Quorum(members) - 1)));

    [Test]
    public void Two_disjoint_parts_of_a_council_never_both_have_a_quorum() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from members in Gen.Choose(1, 500) from some in Gen.Choose(0, members) select (members, some)).ToArbitrary(),
        split => !(Ballot.HasQuorum(split.members, split.some) && Ballot.HasQuorum(split.members, split.members - split.some))));
}
