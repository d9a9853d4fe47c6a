using System.Text;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(GetStaffTemplate), nameof(ReadStaffList), nameof(UploadStaffList))]
public sealed class UploadStaffListTests : StaffListTest
{
    [Test]
    public async Task What_is_no_list_is_refused_in_words()
    {
        var (school, curator) = await School();
        await SendList(curator, school, []).IsProblem(400, "import.empty");
        await SendList(curator, school, Encoding.UTF8.GetBytes(" ; ;\r\n")).IsProblem(400, "import.sheet-empty");
        await SendList(curator, school, [0xD0, 0xCF, 0x11, 0xE0, .. new byte[100]]).IsProblem(400, "import.sheet-old");
        await SendList(curator, school, new Roster().Zip()).IsProblem(400, "import.sheet-is-roster");
    }

    [Test]
    public async Task The_same_file_is_taken_once_and_a_cancelled_one_again()
    {
        var (school, curator) = await School();
        var file = Csv("ФИО;Должность", "Разова Анна Ивановна;Учитель");
        var id = await SentList(curator, school, file);
        await SendList(curator, school, file).IsProblem(409, "import.duplicate");
        await curator.Post($"{Imports}/{id}/cancel", new { }).Ok();
        await SentList(curator, school, file);
    }

    [Test]
    public async Task Only_who_imports_the_staff_of_the_place_sends_lists()
    {
        var (school, curator) = await School();
        var file = Csv("ФИО;Должность", "Чужая Анна Ивановна;Учитель");
        await SendList(curator, await World.School(), file).IsProblem(404, "not-found");
        await SendList(await As(Role.Psychologist, school), school, file).IsProblem(403, "permission.missing");
    }

    [Test]
    public async Task The_template_is_matched_by_itself()
    {
        var (school, curator) = await School();
        foreach (var language in new[] { "ru", "en" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{Imports}/staff-list/template");
            request.Headers.AcceptLanguage.ParseAdd(language);
            var template = await (await curator.SendAsync(request)).Content.ReadAsByteArrayAsync();
            var read = await Read(curator, await SentList(curator, school, template));
            Assert.That(read["columns"]!.AsArray().Select(c => (string?)c!["field"]), Has.None.Null.And.Exactly(12).Items, read["columns"]!.ToJsonString());
            Assert.That(read["missing"]!.AsArray(), Is.Empty);
        }
    }
}
