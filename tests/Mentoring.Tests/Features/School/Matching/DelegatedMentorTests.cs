using Dapper;
using Mentoring.Api.Features.School.Matching;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Matching;

/// <summary>A school without mentors of its own has handed them over: whoever carries the component finds them among its own.</summary>
[Covers(nameof(ListMatchCandidates))]
public sealed class DelegatedMentorTests : MatchTest
{
    Guid _carrier;
    HttpClient _carriersCurator = null!;

    [SetUp]
    public async Task OpenCarrier()
    {
        _carrier = await World.School();
        await Sql.ExecuteAsync("""
            insert into delegation (id, organization_id, region_code, taker_id, component, status, starts_on, ends_on, basis, proposed_at, proposed_by)
            select gen_random_uuid(), id, region_code, @_carrier, 'Mentor', 'InForce', @from, @until, 'Соглашение', now(), 'test' from organization
                   where id = @School
            """, new { _carrier, School, from = Clock.GetUtcNow().UtcDateTime.AddDays(-10), until = Clock.GetUtcNow().UtcDateTime.AddDays(10) });
        _carriersCurator = await As(Role.Curator, _carrier);
    }

    async Task<IEnumerable<Guid>> Candidates(HttpClient client, Guid mentee) =>
        (await client.GetAsync($"{Path}/mentees/{mentee}/candidates").Ok()).AsArray().Select(one => (Guid)one!["mentorId"]!);

    [Test]
    public async Task The_carriers_curator_offers_the_own_mentors_and_the_place_is_taken_there()
    {
        var (mentor, mentee) = (await Mentor(school: _carrier), await Mentee());
        Assert.That(await Candidates(_carriersCurator, mentee), Is.EqualTo(new[] { mentor }));

        var id = (Guid)(await _carriersCurator.Post($"{Path}/requests", Pairs((mentee, mentor, null))).Ok())["ids"]![0]!;
        await Answer(await AsPerson(mentee), id).Ok();
        await Answer(await AsPerson(mentor), id, version: 2).Ok();
        var taken = await Sql.ExecuteScalarAsync<int>("select taken from match_place where organization_id = @_carrier and mentor_id = @mentor",
            new { _carrier, mentor });
        Assert.That(taken, Is.EqualTo(1));
    }

    [Test]
    public async Task The_schools_own_curator_does_not_read_the_carriers_people()
    {
        await Mentor(school: _carrier);
        var (own, mentee) = (await Mentor(), await Mentee());
        Assert.That(await Candidates(Curator, mentee), Is.EqualTo(new[] { own }));
    }

    [Test]
    public async Task With_the_last_day_the_carriers_mentors_are_nobodys_candidates()
    {
        await Mentor(school: _carrier);
        var mentee = await Mentee();
        Clock.Advance(TimeSpan.FromDays(11));
        await _carriersCurator.GetAsync($"{Path}/mentees/{mentee}/candidates").Gives(404);
    }
}
