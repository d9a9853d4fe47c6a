using Dapper;
using Mentoring.Api.Features.School.Matching;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.School.Matching;

[Covers(nameof(AnswerMatchRequest), nameof(CloseMatchRequest), nameof(GetMatchBoard), nameof(ListMatchRequests),
    nameof(ListOwnMatchRequests), nameof(OpenMatchGroup), nameof(SendMatchRequests), nameof(SetMatchVeto))]
public sealed class AnswerMatchRequestTests : MatchTest
{
    [Test]
    public async Task Both_sides_make_the_pair()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var id = await Ask(mentee, mentor);
        Assert.That((string?)(await Answer(await AsPerson(mentee), id).Ok())["status"], Is.EqualTo("Requested"));
        Assert.That((string?)(await Answer(await AsPerson(mentor), id, version: 2).Ok())["status"], Is.EqualTo("Accepted"));
        Assert.That((await Board())["mentees"]!.AsArray(), Is.Empty, "who has a pair does not wait");
    }

    [Test]
    public async Task A_person_reads_only_what_was_asked_of_them()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var id = await Ask(mentee, mentor);
        var seen = (await (await AsPerson(mentor)).GetAsync(Own).Ok()).AsArray().Single()!;
        Assert.That(((Guid)seen["id"]!, (string?)seen["side"], (bool)seen["canAnswer"]!, (string?)seen["areas"]![0]),
            Is.EqualTo((id, "Mentor", true, "methods")));
        Assert.That((string?)seen["otherName"], Does.StartWith("Новичкова"));

        var third = await AsPerson(await Mentor());
        Assert.That((await third.GetAsync(Own).Ok()).AsArray(), Is.Empty);
        await Answer(third, id).Gives(404);
        await Curator.Post($"{Own}/{id}/answer", new { version = 1, yes = true }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task A_no_ends_the_request_in_the_persons_own_words()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var id = await Ask(mentee, mentor);
        await Answer(await AsPerson(mentee), id, yes: false, reason: "Хочу другого наставника").Ok();
        var request = await Request(id);
        Assert.That(((string?)request["status"], (string?)request["reasonCode"], (string?)request["reason"]),
            Is.EqualTo(("Declined", "MenteeDeclined", "Хочу другого наставника")));
        await Answer(await AsPerson(mentor), id, version: 2).IsProblem(409, "match.step-not-now");
    }

    [Test]
    public async Task Nobody_answers_twice_or_on_an_old_version()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var (id, person) = (await Ask(mentee, mentor), await AsPerson(mentee));
        await Answer(person, id, version: 7).Gives(412);
        await Answer(person, id).Ok();
        await Answer(person, id, version: 2).IsProblem(409, "match.step-not-now");
    }

    [Test]
    public async Task A_mentor_without_a_place_cannot_say_yes()
    {
        var mentor = await Mentor();
        var requests = new List<Guid> { await Ask(await Mentee(), mentor), await Ask(await Mentee(), mentor) };
        var person = await AsPerson(mentor);
        await Answer(person, requests[0]).Ok();
        await Answer(person, requests[1]).IsProblem(409, "match.no-place");
        await Curator.Post($"{Path}/requests/{requests[0]}/close", new { version = 2 }).Ok();
        await Answer(person, requests[1]).Ok();
    }

    [Test]
    public async Task A_program_of_the_mentors_takes_a_place_too()
    {
        var (mentor, busy, mentee) = (await Mentor(), await Mentee(), await Mentee());
        var id = await Ask(mentee, mentor);
        await Program(mentor, busy);
        await Answer(await AsPerson(mentor), id).IsProblem(409, "match.no-place");
    }

    [Test]
    public async Task Seats_of_a_group_are_counted_as_seats()
    {
        var mentor = await Mentor();
        var group = (Guid)(await Curator.Post($"{Path}/groups", new { mentorId = mentor, areaCode = "methods", seats = 2 }).Gives(201))["id"]!;
        var requests = new List<Guid>();
        for (var i = 0; i < 3; i++) requests.Add(await Ask(await Mentee(), mentor, group));
        var person = await AsPerson(mentor);
        await Answer(person, requests[0]).Ok();
        await Answer(person, requests[1]).Ok();
        await Answer(person, requests[2]).IsProblem(409, "match.no-place");
    }

    [Test]
    public async Task At_most_three_requests_wait_for_a_mentee()
    {
        var mentee = await Mentee();
        for (var i = 0; i < 3; i++) await Ask(mentee, await Mentor());
        await Curator.Post($"{Path}/requests", Pairs((mentee, await Mentor(), null))).IsProblem(409, "match.request-cap");
    }

    [Test]
    public async Task What_stands_against_a_pair_is_told_and_nothing_is_sent()
    {
        var (mentor, mentee, other) = (await Mentor(2), await Mentee(), await Mentee());
        await Curator.Post($"{Path}/vetoes", new { mentorId = mentor, menteeId = mentee, reason = "Родственники" }).Gives(201);
        await Curator.Post($"{Path}/requests", Pairs((other, mentor, null), (mentee, mentor, null))).IsProblem(409, "match.vetoed");
        await Ask(other, mentor);
        await Curator.Post($"{Path}/requests", Pairs((other, mentor, null))).IsProblem(409, "match.together");
        await Curator.Post($"{Path}/requests", Pairs((Guid.NewGuid(), mentor, null))).IsProblem(409, "match.mentee-not-waiting");
        await Curator.Post($"{Path}/requests", Pairs()).PointsTo("/pairs");
    }

    [Test]
    public async Task Requests_end_by_themselves()
    {
        var (first, second, late) = (await Mentor(), await Mentor(), await Mentor());
        var (mentee, waiting, forgotten) = (await Mentee(), await Mentee(), await Mentee());
        var (other, full, expired) = (await Ask(mentee, second), await Ask(waiting, first), await Ask(forgotten, late));
        await Pair(mentee, first);
        await Sweep();
        Assert.That((string?)(await Request(other))["reasonCode"], Is.EqualTo("MenteePaired"));
        Assert.That((string?)(await Request(full))["reasonCode"], Is.EqualTo("MentorFull"));
        Assert.That((string?)(await Request(expired))["status"], Is.EqualTo("Requested"));

        await Sql.ExecuteAsync("update match_request set expires_at = now() - interval '1 minute' where id = @expired", new { expired });
        await Answer(await AsPerson(late), expired).IsProblem(409, "match.expired");
        await Sweep();
        Assert.That(((string?)(await Request(expired))["status"], (string?)(await Request(expired))["reasonCode"]), Is.EqualTo(("Expired", "OutOfTime")));
    }

    [Test]
    public async Task A_program_takes_the_place_of_its_pair()
    {
        var (mentor, mentee) = (await Mentor(), await Mentee());
        var id = await Pair(mentee, mentor);
        var program = await Program(mentor, mentee);
        await Sweep();
        var request = await Request(id);
        Assert.That(((string?)request["status"], (string?)request["reasonCode"], (Guid?)request["programId"]),
            Is.EqualTo(("Closed", "ProgramDrafted", program)));
        Assert.That((int)(await Board())["mentors"]![0]!["taken"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task A_request_that_cannot_be_closed_holds_up_no_other_and_is_told_of()
    {
        var (broken, sound) = (await Ask(await Mentee(), await Mentor()), await Ask(await Mentee(), await Mentor()));
        await Sql.ExecuteAsync("update match_request set expires_at = @Now where id = any(@Ids)",
            new { Now = Clock.GetUtcNow().UtcDateTime, Ids = new[] { broken, sound } });
        await using (await Poison.In(Sql, "match_request", broken))
        {
            await Sweep();
            Assert.That(((string?)(await Request(sound))["status"], (string?)(await Request(broken))["status"]), Is.EqualTo(("Expired", "Requested")));
            await Sweep();
            Assert.That(await Failed(), Is.EqualTo(("22012", 1)), "it waits longer each time");
            for (var minutes = 1; minutes <= 2; minutes++)
            {
                Clock.Advance(TimeSpan.FromMinutes(minutes));
                await Sweep();
            }

            Assert.That(await Failed(), Is.EqualTo(("22012", 3)));
            using var health = await Anonymous().GetAsync("/health/ready");
            Assert.That(await health.Content.ReadAsStringAsync(), Is.EqualTo("Degraded"));
        }

        Clock.Advance(TimeSpan.FromMinutes(4));
        await Sweep();
        Assert.That((string?)(await Request(broken))["status"], Is.EqualTo("Expired"));
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from due_failure"), Is.Zero);
    }

    async Task<(string Error, int Attempts)> Failed() => await Sql.QuerySingleAsync<(string, int)>("select error, attempts from due_failure");

    async Task Sweep() => await ActivatorUtilities.CreateInstance<CloseMatchRequests>(Services).Run(CancellationToken.None);

    async Task<Guid> Program(Guid mentor, Guid mentee)
    {
        var plan = new
        {
            organizationId = School, title = "Первый год", formCode = "teacher-teacher", kindCode = "traditional", purposeCode = "young-specialist",
            startsOn = $"{DateTime.UtcNow:yyyy-MM-dd}", endsOn = $"{DateTime.UtcNow.AddDays(100):yyyy-MM-dd}", content = "Помощь",
            participants = new[] { new { personId = mentor, role = "Mentor" }, new { personId = mentee, role = "Mentee" } },
            goals = new[] { new { areaCode = "methods", difficulty = "Урок", goal = "Урок сама" } },
            activities = new[] { new { activity = "Разбор", dueOn = $"{DateTime.UtcNow.AddDays(10):yyyy-MM-dd}", responsible = "Both",
                expectedResult = "Запись" } },
        };
        return (Guid)(await Curator.Post("/api/v1/programs", plan).Gives(201))["id"]!;
    }
}
