using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mentoring.Api.Features.School.LocalActs;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.LocalActs;

/// <summary>Who sees and does what, the templates, and the file.</summary>
[Covers(nameof(AgreeAct), nameof(ApproveAct), nameof(DraftAct), nameof(ExportAct), nameof(GetAct), nameof(ListActTemplates),
    nameof(ListActs), nameof(SaveActTemplate))]
public sealed class ActRightsTests : ActTest
{
    [Test]
    public async Task Everybody_at_school_reads_what_is_in_force_and_drafts_are_for_their_authors()
    {
        var (draft, inForce) = (await Draft(), await Agreed("RightsMemo"));
        await Head.Post($"/api/v1/acts/{inForce}/approve", Approval(2)).Ok();

        var seen = (await Mentee.GetAsync($"/api/v1/organizations/{School}/acts").Ok())["items"]!.AsArray();
        Assert.That(seen.Select(a => (Guid)a!["id"]!), Does.Contain(inForce).And.Not.Contain(draft));
        await Mentee.GetAsync($"/api/v1/acts/{draft}").IsProblem(404, "not-found");
        await Mentee.GetAsync($"/api/v1/acts/{draft}/document.docx").IsProblem(404, "not-found");
        await Mentee.GetAsync($"/api/v1/acts/{draft}/editions/1").IsProblem(404, "not-found");
        Assert.That(((await Mentee.GetAsync($"/api/v1/acts/{inForce}").Ok())["steps"]!).AsArray(), Is.Empty);
        await Mentee.Post($"/api/v1/organizations/{School}/acts", new { kind = "Other" }).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Another_school_finds_nothing()
    {
        var id = await Agreed();
        await Stranger.GetAsync($"/api/v1/acts/{id}").IsProblem(404, "not-found");
        await Stranger.GetAsync($"/api/v1/organizations/{School}/acts").IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/organizations/{School}/acts", new { kind = "Other" }).IsProblem(404, "not-found");
        await Stranger.Put($"/api/v1/acts/{id}", new { version = 2, title = "x", text = "x" }).IsProblem(404, "not-found");
        await Stranger.Post($"/api/v1/acts/{id}/approve", Approval(2)).IsProblem(404, "not-found");
        await Stranger.GetAsync($"/api/v1/organizations/{School}/act-templates").IsProblem(404, "not-found");
        await Stranger.Put($"/api/v1/organizations/{School}/act-templates/Other", new { version = 0, title = "x", text = "x" }).IsProblem(404, "not-found");
    }

    [Test]
    public async Task Only_the_head_approves_and_only_the_union_co_signs()
    {
        var id = await Agreed();
        await Curator.Post($"/api/v1/acts/{id}/approve", Approval(2)).IsProblem(403, "permission.missing");
        await Union.Post($"/api/v1/acts/{id}/approve", Approval(2)).IsProblem(403, "permission.missing");
        await Head.Post($"/api/v1/acts/{id}/cosign", new { version = 2, given = true }).IsProblem(403, "permission.missing");
        await (await As(Role.RegionalAnalyst, World.Region)).GetAsync($"/api/v1/acts/{id}").IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task Leaving_the_union_out_needs_a_reason()
    {
        var path = $"/api/v1/organizations/{School}/acts";
        await Curator.Post(path, new { kind = "Regulation", needsUnion = false }).PointsTo("/noUnionReason", "act.union-reason-missing");
        var id = (Guid)(await Curator.Post(path, new { kind = "Regulation", needsUnion = false, noUnionReason = "Первичной организации нет" })
            .Gives(201))["id"]!;
        await Curator.Post($"/api/v1/acts/{id}/request-cosign", new { version = 1 }).IsProblem(409, "act.union-not-asked");
        await Curator.Post($"/api/v1/acts/{id}/agree", new { version = 1 }).Ok();
    }

    [Test]
    public async Task A_schools_own_template_is_what_its_drafts_are_made_from()
    {
        var path = $"/api/v1/organizations/{School}/act-templates";
        await Curator.Put($"{path}/CouncilOrder", new { version = 0, title = "О совете", text = "# О совете\n{{salary}}" })
            .PointsTo("/text", "act.field-unknown");
        await Curator.Put($"{path}/CouncilOrder", new { version = 0, title = "О совете {{organizationShort}}", text = "# О совете\nКуратор: {{curator}}" })
            .Ok();
        await Curator.Put($"{path}/CouncilOrder", new { version = 0, title = "x", text = "x" }).IsProblem(412, "version.stale");
        await Curator.Put($"{path}/CouncilOrder", new
        {
            version = 1, title = "О совете {{organizationShort}}",
            text = "# О совете\nКуратор системы: {{curator}}"
        }).Ok();

        var listed = (await Curator.GetAsync(path).Ok())["templates"]!.AsArray().Single(t => (string?)t!["kind"] == "CouncilOrder")!;
        Assert.That(((int)listed["version"]!, (string?)listed["ownTitle"]), Is.EqualTo((2, "О совете {{organizationShort}}")));
        var act = await Read(await Draft("CouncilOrder"));
        Assert.That((string)act["title"]!, Does.StartWith("О совете СОШ №"));
        Assert.That((string)act["text"]!, Does.Contain("Куратор системы: Кураторова Анна Петровна"));
    }

    [Test]
    public async Task The_file_is_a_clean_docx_of_every_kind()
    {
        foreach (var kind in Enum.GetNames<Api.Features.School.LocalActs.ActKind>())
        {
            using var answer = await Curator.GetAsync($"/api/v1/acts/{await Draft(kind)}/document.docx");
            Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType),
                Is.EqualTo((200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")));
            using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
            using var document = WordprocessingDocument.Open(file, isEditable: false);
            Assert.That(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document)
                .Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty, kind);
            Assert.That(document.MainDocumentPart!.Document!.InnerText, Does.Contain("Руководитель").And.Not.Contain("{{"), kind);
            // LibreOffice and the eye look at these: set the folder to keep them.
            if (Environment.GetEnvironmentVariable("MENTORING_KEEP_DOCX") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder,
                $"{kind}.docx"), file.ToArray());
        }
    }

    [Test]
    public async Task Bad_input_is_pointed_at()
    {
        await Curator.Post($"/api/v1/organizations/{School}/acts", new { kind = "Poem" }).IsProblem(400, "request.unreadable");
        await Curator.Post($"/api/v1/organizations/{School}/acts", new { kind = "Other", title = new string('я', 301) }).PointsTo("/title");
        var id = await Draft();
        await Curator.Put($"/api/v1/acts/{id}", new { version = 1, title = "", text = "x" }).PointsTo("/title");
        await Curator.Put($"/api/v1/acts/{id}", new { version = 1, title = "x", text = "" }).PointsTo("/text");
        await Curator.GetAsync($"/api/v1/organizations/{School}/acts?size=0").PointsTo("/size");
        await Curator.Post($"/api/v1/acts/{id}/repeal", new { version = 1, reason = "" }).PointsTo("/reason");
    }
}
