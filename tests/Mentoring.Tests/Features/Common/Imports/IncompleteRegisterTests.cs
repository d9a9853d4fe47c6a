using System.Text.Json.Nodes;
using Dapper;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Files of the register that are a part of what they name, and files of which nothing can be used.</summary>
public sealed class IncompleteRegisterTests : ImportTest
{
    [TestCase(1, 3, new[] { 2, 3 })]
    [TestCase(2, 2, new[] { 1 })]
    [TestCase(1, 1, new int[0])]
    public async Task A_page_that_the_envelope_names_and_that_has_not_come_is_told_and_holds_nothing_up(int page, int of, int[] missing)
    {
        var (federal, ogrn) = (await As(Role.FederalOperator, "RU"), Register.Ogrn(900 + page * 10 + of));
        var before = await Open();
        var import = await Taken(federal, Register.Page(page, of, Register.Certificate("Школа № 1", ogrn)));
        Assert.That(Missing(import), Is.EqualTo(missing));
        Assert.That(((int)import["rowsMissing"]!, (string?)import["status"]), Is.EqualTo((0, "Applied")));
        Assert.That(await Open(), Is.EqualTo(before + 1), "absence closes nothing");
    }

    [Test]
    public async Task A_page_missing_from_the_middle_and_certificates_beyond_those_in_the_file_are_counted()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var (first, third) = (Page(1, 3, 7, Register.Ogrn(951)), Page(3, 3, 7, Register.Ogrn(952)));
        var import = await Received(federal, new JsonArray(first, third).ToJsonString());
        Assert.That(Missing(import), Is.EqualTo(new[] { 2 }));
        Assert.That((int)import["rowsMissing"]!, Is.EqualTo(5));
    }

    [Test]
    public async Task Pages_without_a_number_are_counted_and_numbers_come_as_text_too()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var page = Page("1", "4", "1", Register.Ogrn(953));
        page["data"]!.AsObject().Remove("page");
        Assert.That(Missing(await Received(federal, page.ToJsonString())), Is.EqualTo(new[] { 2, 3, 4 }));
    }

    [TestCase("""{"data": {"pages_count": -5, "page": 0, "total_count": null, "list": [{}]}}""")]
    [TestCase("""{"data": {"pages_count": {"of": 3}, "page": [1], "total_count": "много", "list": [{}]}}""")]
    [TestCase("""{"list": [{}]}""")]
    public async Task What_names_no_whole_misses_nothing(string json)
    {
        var import = await Received(await As(Role.FederalOperator, "RU"), json);
        Assert.That((string?)import["status"], Is.EqualTo("Checked"), import.ToJsonString());
        Assert.That(Missing(import), Is.Empty);
        Assert.That((int)import["rowsMissing"]!, Is.Zero);
    }

    [Test]
    public async Task An_absurd_number_of_pages_is_told_by_the_first_hundred()
    {
        var import = await Received(await As(Role.FederalOperator, "RU"), Page(1, int.MaxValue, 1, Register.Ogrn(954)).ToJsonString());
        Assert.That(Missing(import), Is.EqualTo(Enumerable.Range(2, 100)));
    }

    [Test]
    public async Task A_register_of_errors_alone_has_nothing_to_confirm_and_says_how_many_they_are()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var import = await Received(federal, """{"list": [{"edu_org": {"full_name": {"ru": "Школа"}}}, {"edu_org": null}, 5]}""");
        Assert.That(((int)import["rowsTotal"]!, (int)import["problems"]!, (int)import["questions"]!), Is.EqualTo((3, 3, 0)));
        var refused = await Confirmed(federal, import).IsProblem(409, "import.nothing-usable");
        Assert.That((string?)refused["detail"], Does.Contain("3 rows, 3 problems"));
        Assert.That((string?)(await Get(federal, (Guid)import["id"]!))["status"], Is.EqualTo("Checked"));
    }

    [Test]
    public async Task What_waits_for_an_answer_alone_is_asked_and_not_confirmed()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var import = await Received(federal, Register.List(Register.Certificate("Академия успеха", Register.Ogrn(955))));
        Assert.That(((int)import["problems"]!, (int)import["questions"]!), Is.EqualTo((1, 1)));
        await Confirmed(federal, import).IsProblem(409, "import.nothing-usable");
    }

    [Test]
    public async Task One_usable_row_beside_the_errors_is_confirmed_also_where_it_is_known_already()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var certificate = Register.Certificate("Школа № 9", Register.Ogrn(956));
        await Taken(federal, Register.List((JsonObject)certificate.DeepClone()));
        var import = await Received(federal, new JsonObject { ["list"] = new JsonArray(certificate, 5) }.ToJsonString());
        Assert.That(((int)import["problems"]!, (int)import["unchanged"]!), Is.EqualTo((1, 1)));
        await Confirmed(federal, import).Ok();
    }

    [Test]
    public async Task Nothing_is_confirmed_for_a_school_that_has_closed_meanwhile()
    {
        var (school, curator) = await School();
        var import = await Checked(curator, school, Roster.Of(2, mark: "закрытая").Zip());
        await Sql.ExecuteAsync("update organization set status = 'Closed', closed_on = current_date where id = @school", new { school });
        await Confirmed(curator, import).IsProblem(409, "import.organization-closed");
        Assert.That((string?)(await Get(curator, (Guid)import["id"]!))["status"], Is.EqualTo("Checked"));
    }

    static JsonObject Page(JsonNode page, JsonNode of, JsonNode total, string ogrn) => new()
    {
        ["data"] = new JsonObject
        {
            ["pages_count"] = of, ["page"] = page, ["total_count"] = total, ["list"] = new JsonArray(Register.Certificate("Школа № 2", ogrn)),
        },
    };

    static IEnumerable<int> Missing(JsonNode import) => import["missingPages"]!.AsArray().Select(number => (int)number!);

    static Task<HttpResponseMessage> Confirmed(HttpClient client, JsonNode import) =>
        client.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]!, skipProblemRows = true });

    Task<long> Open() => Sql.ExecuteScalarAsync<long>("select count(*) from organization where status = 'Open'");
}
