using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.School.Matching;

namespace Mentoring.Tests.Rules;

public sealed class MatchPlanTests
{
    readonly CodeBits _codes = new();
    readonly Guid _school = Guid.NewGuid();

    Mentee Mentee(string area = "methods") => new(Guid.NewGuid(), _school, "tver") { Difficulties = [new(_codes.Of(area), 0, 2)] };

    Mentor Mentor(int places = 1, string area = "methods") => new(Guid.NewGuid(), _school, "tver", places, 0) { Areas = _codes.Of(area) };

    [Test]
    public void Mentees_beyond_the_places_are_left_out_with_the_reason()
    {
        var plan = MatchPlan.Of(new([Mentee(), Mentee(), Mentee()], [Mentor(2)]));
        Assert.That((plan.Pairs.Count, plan.LeftOut.Single().Reason), Is.EqualTo((2, Unmatched.PlacesTaken)));
    }

    [Test]
    public void Without_mentors_that_is_the_reason() =>
        Assert.That(MatchPlan.Of(new([Mentee()], [])).LeftOut.Single().Reason, Is.EqualTo(Unmatched.NoMentors));

    [Test]
    public void Who_is_ruled_out_by_everybody_learns_by_what()
    {
        var (mentee, vetoed, other) = (Mentee(), Mentor(), Mentor(area: "health"));
        var plan = MatchPlan.Of(new([mentee], [vetoed,
            other])
        { Known = new Dictionary<(Guid, Guid), Between> { [(mentee.Id, vetoed.Id)] = new(Vetoed: true) } });
        Assert.That(plan.LeftOut.Single().Reason, Is.EqualTo(Unmatched.AllStopped));
        Assert.That(plan.LeftOut.Single().Stops, Is.EquivalentTo(new Dictionary<Stop, int> { [Stop.Vetoed] = 1, [Stop.NoCommonGround] = 1 }));
    }

    [Test]
    public void A_locked_pair_stays_and_takes_its_place()
    {
        var (first, second, mentor) = (Mentee("health"), Mentee(), Mentor());
        var plan = MatchPlan.Of(new([first, second], [mentor]) { Locks = new Dictionary<Guid, Guid> { [first.Id] = mentor.Id } });
        Assert.That(plan.Pairs.Single(), Is.EqualTo(plan.Pairs.Single() with { MenteeId = first.Id, MentorId = mentor.Id, Locked = true }));
        Assert.That(plan.LeftOut.Single(), Is.EqualTo(plan.LeftOut.Single() with { MenteeId = second.Id }));
    }

    [Test]
    public void A_lock_passes_neither_a_veto_nor_the_mentors_places()
    {
        var (first, second, mentor) = (Mentee(), Mentee(), Mentor());
        var locks = new Dictionary<Guid, Guid> { [first.Id] = mentor.Id, [second.Id] = mentor.Id };
        Assert.That(MatchPlan.Of(new([first, second], [mentor]) { Locks = locks }).LeftOut.Single().Reason, Is.EqualTo(Unmatched.LockedWithoutPlace));

        var vetoed = new Dictionary<(Guid, Guid), Between> { [(first.Id, mentor.Id)] = new(Vetoed: true) };
        Assert.That(MatchPlan.Of(new([first], [mentor]) { Locks = locks, Known = vetoed }).Pairs, Is.Empty);
    }

    [Test]
    public void A_group_seats_several_mentees_of_one_difficulty()
    {
        var mentor = Mentor() with { Taken = 1 };
        var group = new Group(Guid.NewGuid(), mentor.Id, _codes.Of("methods"), 2);
        var plan = MatchPlan.Of(new([Mentee(), Mentee(), Mentee("health")], [mentor]) { Groups = [group] });
        Assert.That(plan.Pairs.Select(pair => pair.GroupId), Is.EqualTo(new Guid?[] { group.Id, group.Id }));
    }

    [Test]
    public void The_order_of_the_input_never_decides() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        string[] areas = ["methods", "health", "law"];
        var mentees = Enumerable.Range(0, random.Next(1, 12))
            .Select(_ => Mentee(areas[random.Next(3)]) with { Since = new DateOnly(2026, 9, 1).AddDays(random.Next(3)) }).ToList();
        var mentors = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Mentor(random.Next(0, 3), areas[random.Next(3)])).ToList();
        var groups = mentors.Take(1).Select(mentor => new Group(Guid.NewGuid(), mentor.Id, mentor.Areas, 1)).ToList();
        var input = new MatchInput(mentees, mentors) { Groups = groups, Lot = random.Next() };
        var shuffled = new MatchInput(Shuffled(mentees, random), Shuffled(mentors, random)) { Groups = Shuffled(groups, random), Lot = input.Lot };
        var (first, second) = (MatchPlan.Of(input), MatchPlan.Of(shuffled));
        Assert.That(second.Pairs, Is.EqualTo(first.Pairs));
        Assert.That(second.LeftOut.Select(left => (left.MenteeId, left.Reason)), Is.EqualTo(first.LeftOut.Select(left => (left.MenteeId, left.Reason))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    static List<T> Shuffled<T>(IReadOnlyList<T> all, Random random) => [.. all.OrderBy(_ => random.Next())];

    [Test]
    public void Of_equals_whoever_has_waited_longest_gets_the_mentor()
    {
        var waiting = Enumerable.Range(0, 5).Select(day => Mentee() with { Since = new DateOnly(2026, 9, 1).AddDays(day) }).Reverse().ToList();
        var plan = MatchPlan.Of(new(waiting, [Mentor(2)]) { Lot = 7 });
        Assert.That(plan.Pairs.Select(pair => pair.MenteeId), Is.EquivalentTo(waiting.OrderBy(mentee => mentee.Since).Take(2).Select(mentee => mentee.Id)));
    }

    [Test]
    public void Of_those_who_wait_equally_long_the_lot_decides_and_each_lot_otherwise()
    {
        var (first, second, mentor) = (Mentee(), Mentee(), Mentor());
        var served = Enumerable.Range(1, 40).Select(lot => MatchPlan.Of(new([first, second], [mentor]) { Lot = lot }).Pairs.Single().MenteeId).ToList();
        Assert.That(served.Distinct(), Is.EquivalentTo(new[] { first.Id, second.Id }), "nobody is always left out");
    }

    [Test]
    public void The_same_facts_give_the_same_proposal()
    {
        var input = new MatchInput([.. Enumerable.Range(0, 20).Select(_ => Mentee())], [.. Enumerable.Range(0, 7).Select(_ => Mentor(2))]);
        var first = MatchPlan.Of(input);
        Assert.That(MatchPlan.Of(input).Pairs, Is.EqualTo(first.Pairs));
    }
}
