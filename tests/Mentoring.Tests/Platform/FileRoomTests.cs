using System.Net;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Platform;

/// <summary>Nobody fills the disk: what each may keep has an end, told before it is sent, and holds when many send at once.</summary>
public sealed class FileRoomTests : StorageTest
{
    [Test]
    public async Task A_persons_files_have_an_end_and_the_answer_says_how_much_is_used()
    {
        var program = await Active();
        Set("Person", 1);
        await Put(Mentor, program, 600).Gives(201);
        var problem = await Put(Mentor, program, 600).IsProblem(413, "storage.person-full");
        Assert.That(((long)problem["used"]!, (long)problem["limit"]!), Is.EqualTo((600 * 1024L, Megabyte)));
        Assert.That((string?)problem["detail"], Does.Contain("0.6 MB of 1 MB"));
        await Put(Mentee, program, 600).Gives(201);
        await Empty();
        Assert.That(await Used("Person", School.MentorAccount.ToString()), Is.Zero, "what is dropped is counted off");
        await Put(Mentor, program, 600).Gives(201);
    }

    [Test]
    public async Task A_programs_files_have_an_end_whoever_puts_them()
    {
        var (program, other) = (await Active(), await Beside());
        Set("Program", 1);
        await Put(Mentor, program, 600).Gives(201);
        await Put(Mentee, program, 600).IsProblem(413, "storage.program-full");
        await Put(Mentee, other, 600).Gives(201);
    }

    [Test]
    public async Task Uploads_at_the_same_moment_do_not_pass_the_organizations_quota_together()
    {
        var drafts = new List<Guid>();
        for (var i = 0; i < 8; i++) drafts.Add(await Draft(i % 2 == 0 ? Mentor : Mentee));
        var before = await Used("Organization", School.Id.ToString());
        await Operator.Put($"{Usage}/quota", new { megabytes = before / Megabyte + 2 }).Ok();
        var limit = (before / Megabyte + 2) * Megabyte;
        var fit = (limit - before) / (300 * 1024);

        var answers = await Task.WhenAll(drafts.Select((id, i) => Attach(i % 2 == 0 ? Mentor : Mentee, id, 300)));

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(Math.Min(fit, 8)));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.RequestEntityTooLarge), Is.EqualTo(Math.Max(0, 8 - fit)).And.GreaterThan(0));
        Assert.That(await Used("Organization", School.Id.ToString()), Is.LessThanOrEqualTo(limit).And.EqualTo(
            await Sql.ExecuteScalarAsync<long>("select sum(size) from stored_file where organization_id = @Id", new { School.Id })));
        await Operator.Put($"{Usage}/quota", new { megabytes = (long?)null }).Ok();
    }

    [Test]
    public async Task What_cannot_fit_is_refused_before_its_first_byte()
    {
        var program = await Active();
        Set("Person", 1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var body = new Endless(19 * Megabyte);
        await Mentor.PostAsync($"{Path}/{program}/products", body, patience.Token).IsProblem(413, "storage.person-full");
    }

    [Test]
    public async Task What_was_sent_before_is_answered_as_before_also_when_nothing_more_fits()
    {
        var program = await Active();
        Set("Person", 1);
        Mentor.DefaultRequestHeaders.Add("Idempotency-Key", "the same file");
        try
        {
            var first = await Put(Mentor, program, 600).Gives(201);
            Assert.That((Guid)(await Put(Mentor, program, 600).Gives(201))["id"]!, Is.EqualTo((Guid)first["id"]!));
        }
        finally
        {
            Mentor.DefaultRequestHeaders.Remove("Idempotency-Key");
        }

        await Put(Mentor, program, 600).IsProblem(413, "storage.person-full");
    }

    [Test]
    public async Task A_roster_takes_room_until_it_is_over()
    {
        Set("Organization", 0);
        await Send(Roster.Of(3)).IsProblem(413, "storage.organization-full");
        Set("Organization", null);
        var import = await Send(Roster.Of(3)).Gives(202);
        Assert.That(await Used("Kind", "Roster"), Is.GreaterThan(0));
        await Curator.Post($"/api/v1/imports/{import["id"]}/cancel").Ok();
        Assert.That(await Used("Kind", "Roster"), Is.Zero);
    }

    async Task<HttpResponseMessage> Send(Roster roster)
    {
        using var content = new ByteArrayContent(roster.Zip()) { Headers = { ContentType = new("application/zip") } };
        return await Curator.PostAsync($"/api/v1/imports/roster?organizationId={School.Id}", content);
    }
}
