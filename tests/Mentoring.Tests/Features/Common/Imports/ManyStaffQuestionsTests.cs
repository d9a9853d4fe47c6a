using System.Text.Json.Nodes;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Lists that leave more open than one screen shows.</summary>
public sealed class ManyStaffQuestionsTests : StaffListTest
{
    const int Names = 510;

    static byte[] Doubles(string mark) => Csv(["ФИО;Должность", .. Enumerable.Range(0, Names).SelectMany(i => new[]
    {
        $"{Word(i)} Анна {mark};Учитель", $"{Word(i)} Анна {mark};Педагог-психолог",
    })]);

    /// <summary>A family name of letters, another one for each number.</summary>
    static string Word(int i) => $"М{(char)('а' + i / 26)}{(char)('а' + i % 26)}лова";

    static JsonObject Body(JsonNode read, IEnumerable<JsonNode?> questions, bool? rest) => new()
    {
        ["version"] = (int)read["version"]!, ["positions"] = new JsonArray(),
        ["reading"] = new JsonObject
        {
            ["sheet"] = "", ["headingLine"] = 1, ["isWhole"] = false, ["rest"] = rest,
            ["columns"] = new JsonArray(new JsonObject { ["at"] = 0, ["field"] = "FullName" }, new JsonObject { ["at"] = 1, ["field"] = "Position" }),
            ["answers"] = new JsonArray([.. questions.Select(q => new JsonObject { ["key"] = (string)q!["key"]!, ["isSame"] = false })]),
        },
    };

    [Test]
    public async Task The_questions_that_follow_the_first_five_hundred_are_shown_and_answered_too()
    {
        var (school, curator) = await School();
        var id = await SentList(curator, school, Doubles("Постранична"));
        var first = await Read(curator, id);
        Assert.That((first["questions"]!.AsArray().Count, (int)first["questionsTotal"]!), Is.EqualTo((500, Names)));
        await curator.Post($"{Imports}/{id}/match", Body(first, first["questions"]!.AsArray(), null)).IsProblem(409, "import.unanswered");

        var next = await Read(curator, id, new { from = 500 });
        Assert.That(next["questions"]!.AsArray(), Has.Count.EqualTo(Names - 500));
        await curator.Post($"{Imports}/{id}/match", Body(first, [.. first["questions"]!.AsArray(), .. next["questions"]!.AsArray()], null)).Ok();
        await Check(id);
        Assert.That(Counts(await Get(curator, id)).Creates, Is.EqualTo(2 * Names), "two people of each name");
        Assert.That((await Read(curator, id))["answers"]!.AsArray(), Has.Count.EqualTo(Names), "all are offered again");
    }

    [Test]
    public async Task The_rest_is_answered_at_once()
    {
        var (school, curator) = await School();
        var id = await SentList(curator, school, Doubles("Разомна"));
        var read = await Read(curator, id);
        await curator.Post($"{Imports}/{id}/match", Body(read, read["questions"]!.AsArray().Take(1), rest: true)).Ok();
        await Check(id);
        Assert.That(Counts(await Get(curator, id)).Creates, Is.EqualTo(Names + 1), "one name is of two, the others of one each");
    }

    [Test]
    public async Task So_many_words_for_posts_are_taken_as_guessed()
    {
        var (school, curator) = await School();
        var id = await SentList(curator, school, Csv(["ФИО;Должность", .. Enumerable.Range(0, Names).Select(i =>
            $"{Word(i)} Анна Словесна;{(i % 2 == 0 ? "учитель предмета" : "дворник участка")} {Word(i)}")]));
        var read = await Read(curator, id);
        Assert.That((read["positions"]!.AsArray().Count, (int)read["positionsTotal"]!), Is.EqualTo((500, Names)));
        Assert.That((await Read(curator, id, new { from = 500 }))["positions"]!.AsArray(), Has.Count.EqualTo(Names - 500));
        await curator.Post($"{Imports}/{id}/match", Body(read, [], null)).IsProblem(409, "import.unanswered");
        var body = Body(read, [], null);
        body["restAsGuessed"] = true;
        await curator.Post($"{Imports}/{id}/match", body).Ok();
        await Check(id);
        Assert.That(Counts(await Get(curator, id)).Creates, Is.EqualTo(Names / 2), "who is guessed to be no staff is left out");
        await curator.Post($"{Imports}/{id}/read", new { from = -1 }).IsProblem(400, "validation");
    }
}
