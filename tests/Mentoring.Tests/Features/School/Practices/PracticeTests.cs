using Mentoring.Api.Features.School.Practices;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Practices;

[Covers(nameof(AddPracticeMaterial), nameof(DecidePractice), nameof(DraftPractice), nameof(FindPracticeAuthors),
    nameof(GetPractice), nameof(GetPracticeMaterial), nameof(ListPracticeSchools), nameof(ListPracticeUses),
    nameof(ListPractices), nameof(ListProgramPractices), nameof(PublishPractice), nameof(ReviewPractice),
    nameof(RevisePractice), nameof(SubmitPractice), nameof(UsePractice), nameof(WithdrawPractice),
    nameof(WithdrawPracticeMaterial))]
public sealed class PracticeTests : PracticeTest
{
    [Test]
    public async Task A_practice_is_written_reviewed_by_two_selected_published_found_and_used()
    {
        var program = await Active();
        var id = await Drafted();
        await Step(Mentor, id, "submit", 1);
        await Step(Chair.Client, id, "reviewers", 2, ("personIds", new[] { Members[0].Person, Members[1].Person }));
        await Chair.Client.Post($"/api/v1/practices/{id}/decide", new { version = 3, selected = true, comment = "Да" })
            .IsProblem(409, "practice.reviews-missing");
        await Review(Members[0], id).Ok();
        Assert.That((await Members[1].Client.GetAsync($"/api/v1/practices/{id}").Ok())["reviews"]!.AsArray().Count(r => r!["comment"] is not null), Is.Zero,
            "reviews are independent");
        await Review(Members[1], id).Ok();
        await Review(Members[2], id).IsProblem(403, "practice.not-asked");
        await Mentee.GetAsync($"/api/v1/practices/{id}").IsProblem(404, "not-found");
        await Step(Chair.Client, id, "decide", 3, ("selected", true), ("comment", "Отобрана"));
        await Step(Curator, id, "publish", 4);

        Assert.That(await Found("парные посещения урока"), Does.Contain(id), "words are found in any form");
        Assert.That(await Found("посещен"), Does.Contain(id), "so is a part of the title");
        Assert.That(await Found("робототехника"), Does.Not.Contain(id));
        Assert.That(await Found("", "&area=methods&topic=teaching-methods"), Does.Contain(id));

        await Mentee.Post($"/api/v1/practices/{id}/uses", new { programId = program, kind = "RoadmapIdea", note = "К третьей цели" }).Gives(201);
        await Mentor.Post($"/api/v1/practices/{id}/uses", new { programId = program, kind = "Resource", note = "Ещё раз" })
            .IsProblem(409, "practice.used-already");
        await Members[2].Client.Post($"/api/v1/practices/{id}/uses", new { programId = program, kind = "Resource", note = "Чужая" })
            .PointsTo("/programId", "practice.program-not-yours");
        Assert.That((int)(await Mentee.GetAsync($"/api/v1/practices/{id}").Ok())["uses"]!, Is.EqualTo(1));
        Assert.That((await Mentor.GetAsync($"{Path}/{program}/practices").Ok()).AsArray().Select(u => (Guid)u!["practiceId"]!), Is.EqualTo(new[] { id }));

        Assert.That((await Mentor.GetAsync($"/api/v1/practices/{id}/uses").Ok())["items"]!.AsArray().Select(u => (Guid)u!["programId"]!),
            Is.EqualTo(new[] { program }));
        Assert.That((await Stranger.GetAsync($"/api/v1/practices/{id}/uses").Ok())["items"]!.AsArray(), Is.Empty);

        var successor = await Drafted(new { supersedesId = id });
        await Published(successor);
        var replaced = await Read(Mentor, id);
        Assert.That(((string?)replaced["status"], (Guid)replaced["supersededById"]!), Is.EqualTo(("Superseded", successor)));
    }

    [Test]
    public async Task Every_author_says_whether_to_be_named()
    {
        var id = await Drafted(new { authorIds = new[] { School.Mentee } });
        await Mentor.Post($"/api/v1/practices/{id}/submit", new { version = 1 }).IsProblem(409, "practice.authors-unanswered");
        await Mentee.Put($"/api/v1/practices/{id}/authorship", new { named = false }).Ok();
        await Members[0].Client.Put($"/api/v1/practices/{id}/authorship", new { named = true }).IsProblem(404, "not-found");
        await Published(id);
        Assert.That((await Members[2].Client.GetAsync($"/api/v1/practices/{id}").Ok())["authors"]!.AsArray().Select(a => (Guid)a!["personId"]!),
            Is.EqualTo(new[] { School.Mentor }));
    }

    [Test]
    public async Task An_author_neither_reviews_nor_decides()
    {
        var id = await Drafted(client: Chair.Client, more: new { authorIds = new[] { Members[0].Person } });
        await Members[0].Client.Put($"/api/v1/practices/{id}/authorship", new { named = true }).Ok();
        await Step(Chair.Client, id, "submit", 1);
        await Chair.Client.Post($"/api/v1/practices/{id}/reviewers", new { version = 2, personIds = new[] { Members[1].Person, Members[2].Person } })
            .IsProblem(403, "practice.own");
        await Curator.Post($"/api/v1/practices/{id}/reviewers", new { version = 2, personIds = new[] { Members[0].Person, Members[1].Person } })
            .PointsTo("/personIds", "practice.reviewer-unfit");
        await Curator.Post($"/api/v1/practices/{id}/reviewers", new { version = 2, personIds = new[] { Members[1].Person } })
            .PointsTo("/personIds", "practice.reviewers-number");
        await Curator.Post($"/api/v1/practices/{id}/decide", new { version = 2, selected = false, comment = "Допишите результаты" }).Ok();
        Assert.That((string?)(await Chair.Client.GetAsync($"/api/v1/practices/{id}").Ok())["status"], Is.EqualTo("Draft"));
    }

    [Test]
    public async Task Materials_are_what_their_names_say_and_read_by_those_who_read_the_practice()
    {
        var id = await Drafted();
        await Attach(Mentor, id, "план.txt", "План урока"u8.ToArray()).Gives(201);
        await Attach(Mentor, id, "план.pdf", "План урока"u8.ToArray()).IsProblem(400, "file.type");
        await Attach(Mentee, id, "план.txt", "План урока"u8.ToArray()).IsProblem(404, "not-found");
        var material = (Guid)(await Mentor.GetAsync($"/api/v1/practices/{id}").Ok())["materials"]![0]!["id"]!;
        await Mentor.GetAsync($"/api/v1/practices/{id}/materials/{material}").Ok();
        await Mentee.GetAsync($"/api/v1/practices/{id}/materials/{material}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task An_author_takes_a_material_away_while_the_practice_is_a_draft()
    {
        var id = await Drafted();
        foreach (var name in (string[])["план.txt", "лист.txt"]) await Attach(Mentor, id, name, "План урока"u8.ToArray()).Gives(201);
        var materials = (await Read(Mentor, id))["materials"]!.AsArray().Select(one => $"/api/v1/practices/{id}/materials/{one!["id"]}").ToList();
        await Mentee.DeleteAsync(materials[0]).IsProblem(404, "not-found");
        await Mentor.DeleteAsync(materials[0]).Ok();
        await Mentor.DeleteAsync(materials[0]).IsProblem(404, "not-found");
        await Mentor.GetAsync(materials[0]).IsProblem(404, "not-found");
        Assert.That((await Read(Mentor, id))["materials"]!.AsArray(), Has.Count.EqualTo(1));
        await Step(Mentor, id, "submit", 1);
        await Mentor.DeleteAsync(materials[1]).IsProblem(409, "practice.not-now");
    }

    [Test]
    public async Task Another_school_sees_nothing_of_a_practice_that_is_not_published()
    {
        var id = await Drafted();
        var outsider = As(await World.Account(await World.Teacher(await World.School("05701000", World.OtherRegion), "Чужая")));
        await outsider.GetAsync($"/api/v1/practices/{id}").IsProblem(404, "not-found");
        await outsider.GetAsync(Bank).IsProblem(404, "not-found");
        await outsider.GetAsync($"{Bank}/colleagues").IsProblem(404, "not-found");
        await InReview(id);
        await outsider.GetAsync($"/api/v1/practices/{id}").IsProblem(404, "not-found");
    }

    [Test]
    public async Task Everybody_reads_the_bank_of_the_school_in_which_they_work()
    {
        var id = await Drafted();
        var (reader, member) = ((await Mentor.GetAsync("/api/v1/practices/schools").Ok()).AsArray().Single()!,
            (await Members[0].Client.GetAsync("/api/v1/practices/schools").Ok()).AsArray().Single()!);
        Assert.That(((Guid)reader["id"]!, (bool)reader["mayReview"]!, (bool)member["mayReview"]!), Is.EqualTo((School.Id, false, true)));
        Assert.That(await Own("Draft"), Does.Contain(id));
        Assert.That(await Own("Published"), Does.Not.Contain(id));

        async Task<IEnumerable<Guid>> Own(string status) =>
            (await Mentor.GetAsync($"{Bank}?view=Own&status={status}").Ok())["items"]!.AsArray().Select(one => (Guid)one!["id"]!);
    }

    [Test]
    public async Task Colleagues_are_found_by_words_of_their_names()
    {
        Assert.That(await Colleagues("новичк"), Is.EqualTo(new[] { School.Mentee }));
        Assert.That(await Colleagues(""), Does.Contain(School.Mentee).And.Not.Contain(School.Mentor), "the caller is an author anyway");
        await Stranger.GetAsync($"{Bank}/colleagues").Gives(403);

        async Task<IEnumerable<Guid>> Colleagues(string words) =>
            (await Mentor.GetAsync($"{Bank}/colleagues?search={Uri.EscapeDataString(words)}").Ok()).AsArray().Select(one => (Guid)one!["personId"]!);
    }

    [Test]
    public async Task The_locks_hold()
    {
        var id = await Drafted();
        await Mentor.Post(Bank, Text(new { title = "" })).PointsTo("/title");
        await Mentor.Post(Bank, Text(new { areas = new[] { "нет" } })).PointsTo("/areas", "practice.code-unknown");
        await Stranger.GetAsync($"/api/v1/practices/{id}").Gives(403);
        await Mentee.GetAsync($"/api/v1/practices/{id}").IsProblem(404, "not-found");
        await Mentee.Put($"/api/v1/practices/{id}", Text(new { version = 1 })).IsProblem(404, "not-found");
        await Mentor.Put($"/api/v1/practices/{id}", Text(new { version = 7 })).IsProblem(412, "version.stale");
        await Mentor.Put($"/api/v1/practices/{id}", Text(new { version = 1, title = "Иначе" })).Ok();
        await Mentor.GetAsync($"{Bank}?view=Queue").IsProblem(403, "permission.missing");
        await Mentor.Post($"/api/v1/practices/{id}/publish", new { version = 2 }).IsProblem(403, "permission.missing");
        await Curator.Post($"/api/v1/practices/{id}/publish", new { version = 2 }).IsProblem(409, "practice.not-now");
        await Mentor.Post($"/api/v1/practices/{id}/withdraw", new { version = 2, reason = "" }).PointsTo("/reason");
        await Mentor.Post($"/api/v1/practices/{id}/withdraw", new { version = 2, reason = "Передумала" }).Ok();
    }
}
