using Dapper;
using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Matching;

[Covers(nameof(CloseMatchGroup), nameof(LiftMatchVeto), nameof(LockMatch), nameof(ProposeMatches), nameof(ReleaseMatch))]
public sealed class ProposeMatchesTests : MatchTest
{
    [Test]
    public async Task A_proposal_names_the_pairs_with_their_reasons_and_asks_nobody()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var other = await Mentee("health");
        var made = await Curator.Post($"{Path}/runs").Gives(201);
        var run = await Curator.GetAsync($"{Path}/runs/{made["id"]}").Ok();

        var pair = run["pairs"]!.AsArray().Single()!;
        Assert.That(((Guid)pair["menteeId"]!, (Guid)pair["mentorId"]!), Is.EqualTo((mentee, mentor)));
        Assert.That((string?)pair["score"]!["areas"]![0], Is.EqualTo("methods"));
        Assert.That((int)pair["score"]!["points"]!, Is.EqualTo(45 + 15 + 10));
        Assert.That((int?)run["lot"], Is.Positive, "equals were told apart by a lot that everybody can draw again");
        var left = run["leftOut"]!.AsArray().Single()!;
        Assert.That(((Guid)left["menteeId"]!, (string?)left["reason"], (string?)left["stops"]![0]!["stop"]),
            Is.EqualTo((other, "AllStopped", "NoCommonGround")));
        Assert.That((await Curator.GetAsync($"{Path}/requests").Ok())["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Vetoes_opinions_and_settled_pairs_are_kept()
    {
        var (first, second, third) = (await Mentor(2), await Mentor(), await Mentor());
        var mentee = await Mentee();
        await Curator.Post($"{Path}/vetoes", new { mentorId = first, menteeId = mentee, reason = "Родственники" }).Gives(201);
        await Sql.ExecuteAsync("""
            insert into compatibility_opinion (organization_id, region_code, mentor_id, mentee_id, opinion, given_on)
            select id, region_code, @second, @mentee, 'DoesNotFit', '2024-01-01' from organization where id = @School
            """, new { second, mentee, School });
        Assert.That(await Proposed(mentee), Is.EqualTo(third));

        var settled = await Mentee();
        await Curator.Put($"{Path}/mentees/{settled}/lock", new { mentorId = third }).Gives(204);
        Assert.That(await Proposed(settled), Is.EqualTo(third));
        Assert.That(await Proposed(mentee), Is.Null, "the only mentor left has no place");

        await Curator.Post($"{Path}/mentees/{settled}/release").Gives(204);
        Assert.That(await Proposed(settled), Is.EqualTo(first).Or.EqualTo(second), "the two are equal: the lot says which");
        Assert.That(await Proposed(mentee), Is.EqualTo(third), "nobody else is left for whom vetoes and opinions leave one");
    }

    async Task<Guid?> Proposed(Guid mentee)
    {
        var made = await Curator.Post($"{Path}/runs").Gives(201);
        var run = await Curator.GetAsync($"{Path}/runs/{made["id"]}").Ok();
        return (Guid?)run["pairs"]!.AsArray().SingleOrDefault(pair => (Guid)pair!["menteeId"]! == mentee)?["mentorId"];
    }

    [Test]
    public async Task A_lifted_veto_stands_in_the_way_no_more()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var veto = await Curator.Post($"{Path}/vetoes", new { mentorId = mentor, menteeId = mentee, reason = "Просьба наставника" }).Gives(201);
        await Curator.Put($"{Path}/mentees/{mentee}/lock", new { mentorId = mentor }).IsProblem(409, "match.vetoed");
        await Curator.Post($"{Path}/vetoes", new { mentorId = mentor, menteeId = mentee, reason = "Ещё раз" }).IsProblem(409, "match.vetoed");
        await Curator.Post($"{Path}/vetoes/{veto["id"]}/lift").Gives(204);
        Assert.That(await Proposed(mentee), Is.EqualTo(mentor));
    }

    [Test]
    public async Task Candidates_stand_in_the_order_of_their_points_and_those_ruled_out_come_last()
    {
        var mentee = await Mentee();
        var (best, full) = (await Mentor(2), await Mentor(0));
        var items = (await Curator.GetAsync($"{Path}/mentees/{mentee}/candidates").Ok()).AsArray();
        Assert.That(items.Select(item => ((Guid)item!["mentorId"]!, (string?)item["stop"])), Is.EqualTo(new[] { (best, null), (full, "NoPlace") }));
    }

    [Test]
    public async Task A_group_takes_one_of_the_mentors_places()
    {
        var mentor = await Mentor();
        var group = await Curator.Post($"{Path}/groups", new { mentorId = mentor, areaCode = "methods", seats = 3 }).Gives(201);
        await Curator.Post($"{Path}/groups", new { mentorId = mentor, areaCode = "legal", seats = 3 }).IsProblem(409, "match.no-place");
        await Curator.Post($"{Path}/groups", new { mentorId = mentor, areaCode = "astrology", seats = 3 }).PointsTo("/areaCode", "match.area-unknown");
        var (first, second) = (await Mentee(), await Mentee());
        Assert.That((await Proposed(first), await Proposed(second)), Is.EqualTo((mentor, mentor)));

        await Curator.Post($"{Path}/groups/{group["id"]}/close", new { version = 1 }).Gives(204);
        Assert.That((await Board())["mentors"]![0]!["taken"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public async Task Another_school_and_other_roles_stay_outside()
    {
        var mentee = await Mentee();
        var stranger = await As(Role.Curator, await World.School());
        await stranger.GetAsync(Path).Gives(404);
        await stranger.Post($"{Path}/runs").Gives(404);
        await stranger.GetAsync($"{Path}/mentees/{mentee}/candidates").Gives(404);
        await stranger.Post($"{Path}/vetoes", new { mentorId = mentee, menteeId = mentee, reason = "x" }).Gives(404);
        await Curator.Post($"{Path}/vetoes", new { mentorId = mentee, menteeId = mentee, reason = "x" }).IsProblem(409, "match.one-person");
        await (await As(Role.Psychologist, School)).GetAsync(Path).IsProblem(403, "permission.missing");
        await Curator.Post($"{Path}/vetoes", new { mentorId = mentee, menteeId = Guid.NewGuid(), reason = "x" }).PointsTo("/menteeId", "match.person-unknown");
        await Curator.Post($"{Path}/vetoes", new { mentorId = mentee, menteeId = Guid.NewGuid(), reason = "" }).PointsTo("/reason");
    }
}
