using Mentoring.Api.Features.School.Matching;

namespace Mentoring.Tests.Rules;

public sealed class MatchScoreTests
{
    static readonly CodeBits Codes = new();
    static readonly Guid School = Guid.NewGuid();

    static readonly Mentee Mentee = new(Guid.NewGuid(), School, "tver")
    {
        Difficulties = [new(Codes.Of("methods"), Codes.Of("lesson"), 3), new(Codes.Of("legal"), 0, 1)], Subjects = Codes.Of("physics"),
    };

    static readonly Mentor Mentor = new(Guid.NewGuid(), School, "tver", 4, 2)
    {
        Areas = Codes.Of("methods"), Topics = Codes.Of("lesson"), Subjects = Codes.Of(["physics", "maths"]),
    };

    static MatchScore Of(Mentee? mentee = null, Mentor? mentor = null, Between? between = null) =>
        MatchScore.Of(mentee ?? Mentee, mentor ?? Mentor, between ?? Between.Nothing);

    [Test]
    public void The_parts_of_a_score_are_what_the_two_have_in_common()
    {
        // Three of four weighted levels are reached in area and topic; half of the places are free; one school.
        Assert.That(Of(), Is.EqualTo(new MatchScore(Difficulties: 33, Subject: 20, Load: 7, Place: 10, Earlier: 0, Opinion: 0)));
        Assert.That(Of().Points, Is.EqualTo(70));
    }

    [Test]
    public void An_area_without_its_topic_counts_for_less() =>
        Assert.That(Of(mentor: Mentor with { Topics = 0 }).Difficulties, Is.EqualTo(45 * 18 / 40));

    [Test]
    public void Heavier_difficulties_weigh_more() =>
        Assert.That(Of(mentor: Mentor with { Areas = Codes.Of("legal"), Topics = 0 }).Difficulties, Is.LessThan(Of().Difficulties));

    [TestCase(Opinion.Fits, 5)]
    [TestCase(Opinion.WithCare, -10)]
    public void The_psychologists_opinion_moves_the_score(Opinion opinion, int by) =>
        Assert.That(Of(between: new(Opinion: opinion)).Points, Is.EqualTo(Of().Points + by));

    [TestCase(Earlier.Completed, 5)]
    [TestCase(Earlier.EndedEarly, -15)]
    public void An_earlier_program_of_the_two_moves_the_score(Earlier earlier, int by) =>
        Assert.That(Of(between: new(Earlier: earlier)).Points, Is.EqualTo(Of().Points + by));

    static IEnumerable<TestCaseData> Stops()
    {
        yield return new TestCaseData(Mentee, Mentor, new Between(Vetoed: true), Stop.Vetoed);
        yield return new TestCaseData(Mentee, Mentor, new Between(Opinion: Opinion.DoesNotFit), Stop.DoesNotFit);
        yield return new TestCaseData(Mentee, Mentor, new Between(Together: true), Stop.Together);
        yield return new TestCaseData(Mentee, Mentor with { Id = Mentee.Id }, Between.Nothing, Stop.SamePerson);
        yield return new TestCaseData(Mentee, Mentor with { Taken = 4 }, Between.Nothing, Stop.NoPlace);
        yield return new TestCaseData(Mentee, Mentor with { OrganizationId = Guid.NewGuid(), Territory = "moscow" }, Between.Nothing, Stop.TooFar);
        yield return new TestCaseData(Mentee, Mentor with { OrganizationId = Guid.NewGuid(), Territory = "moscow", Remote = true }, Between.Nothing,
            Stop.TooFar);
        yield return new TestCaseData(Mentee, Mentor with { Areas = 0, Topics = 0, Subjects = 0 }, Between.Nothing, Stop.NoCommonGround);
    }

    [TestCaseSource(nameof(Stops))]
    public void What_forbids_a_pair_leaves_no_points(Mentee mentee, Mentor mentor, Between between, Stop stop)
    {
        var score = MatchScore.Of(mentee, mentor, between);
        Assert.That((score.Stop, score.Points), Is.EqualTo(((Stop?)stop, 0)));
    }

    [Test]
    public void Another_town_is_near_enough_when_both_work_remotely()
    {
        var far = Mentor with { OrganizationId = Guid.NewGuid(), Territory = "moscow", Remote = true };
        Assert.That(Of(Mentee with { Remote = true }, far).Place, Is.EqualTo(4));
    }

    [Test]
    public void A_seat_in_a_group_asks_for_a_difficulty_of_its_area()
    {
        Group Group(string area) => new(Guid.NewGuid(), Mentor.Id, Codes.Of(area), 3);
        Assert.That(MatchScore.Of(Mentee, Mentor, Between.Nothing, Group("legal")).Stop, Is.Null);
        Assert.That(MatchScore.Of(Mentee, Mentor, Between.Nothing, Group("health")).Stop, Is.EqualTo(Stop.NoCommonGround));
        Assert.That(MatchScore.Of(Mentee, Mentor with { Taken = 4 }, Between.Nothing, Group("legal")).Stop, Is.Null,
            "the seats of a group are not the mentor's own places");
    }
}
