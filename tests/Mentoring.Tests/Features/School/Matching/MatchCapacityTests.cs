using System.Net;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Matching;

/// <summary>Capacity where it is hard: everybody at once.</summary>
public sealed class MatchCapacityTests : MatchTest
{
    [Test]
    public async Task Two_hundred_acceptances_at_once_for_twenty_places_give_exactly_twenty()
    {
        const int Requests = 200;
        const int Places = 20;
        var mentor = await Mentor(Places);
        var requests = new List<Guid>();
        for (var i = 0; i < Requests; i++) requests.Add(await Requested(mentor));
        var person = await AsPerson(mentor);

        var answers = await Task.WhenAll(requests.Select(request => Answer(person, request, version: 2)));

        Assert.That(answers.CountBy(answer => answer.StatusCode),
            Is.EquivalentTo(new Dictionary<HttpStatusCode, int> { [HttpStatusCode.OK] = Places, [HttpStatusCode.Conflict] = Requests - Places }),
                Failures.Last);
        Assert.That(await Sql.ExecuteScalarAsync<int>("select count(*) from match_request where mentor_id = @mentor and status = 'Accepted'",
            new { mentor }), Is.EqualTo(Places));
        Assert.That(await Sql.ExecuteScalarAsync<int>("select taken from match_place where mentor_id = @mentor", new { mentor }), Is.EqualTo(Places));
    }

    [Test]
    public async Task A_count_above_the_places_is_refused_by_the_database_itself()
    {
        var mentor = await Mentor();
        var refused = Assert.ThrowsAsync<Npgsql.PostgresException>(() => Sql.ExecuteAsync("""
            insert into match_place (organization_id, region_code, mentor_id, places, taken) select id, region_code, @mentor, 1, 2 from organization
                where id = @School
            """, new { mentor, School }));
        Assert.That(refused!.ConstraintName, Is.EqualTo("match_place_capacity"));
    }

    /// <summary>A request to which a mentee has said yes.</summary>
    async Task<Guid> Requested(Guid mentor)
    {
        var mentee = await World.Teacher(School, "Новичкова");
        return await Sql.ExecuteScalarAsync<Guid>("""
            insert into match_request (id, organization_id, region_code, mentor_organization_id, mentor_id, mentor_name, mentee_id, mentee_name, slot,
                asked_at, asked_by, expires_at, mentee_yes_at, version)
            select gen_random_uuid(), id, region_code, id, @mentor, 'Наставникова', @mentee, 'Новичкова', 1, now(), 'test', now() + interval '1 day', now(), 2
              from organization where id = @School returning id
            """, new { mentor, mentee, School });
    }
}
