using Dapper;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(AnswerRegisterKinds), nameof(ListRegisterKinds))]
public sealed class AnswerRegisterKindsTests : ImportTest
{
    static readonly string First = Register.Ogrn(701), Second = Register.Ogrn(702);

    [Test]
    public async Task A_doubtful_kind_is_asked_once_and_the_answer_kept()
    {
        var federal = await As(Role.FederalOperator, "RU");
        var import = await Received(federal, Register.List(
            Register.Certificate("Академия успеха", First), Register.Certificate("Училище № 3", Second), Register.Certificate("Лицей № 1",
                Register.Ogrn(703))));
        Assert.That(Codes(await Problems(federal, import)), Is.EqualTo(new[] { "list:1 edu_org.full_name import.kind-unclear",
            "list:2 edu_org.full_name import.kind-unclear" }));
        Assert.That(Counts(import), Is.EqualTo((1, 0, 0, 0)));
        var path = $"{Imports}/{import["id"]}/kinds";
        var asked = await federal.GetAsync(path).Ok();
        Assert.That(asked.AsArray().Select(q => ((string?)q!["key"], (string?)q["guess"], (string?)q["kind"])),
            Is.EqualTo(new[] { (First, "University", null), (Second, "College", (string?)null) }));

        var answer = new
        {
            version = (int)import["version"]!, answers = new[] { new { key = First, kind = "Institute" }, new { key = Second,
            kind = "College" } }
        };
        await federal.Post(path, answer).Ok();
        await Check((Guid)import["id"]!);
        import = await Get(federal, (Guid)import["id"]!);
        Assert.That(((int)import["problems"]!, Counts(import)), Is.EqualTo((0, (3, 0, 0, 0))));
        await federal.Post($"{Imports}/{import["id"]}/confirm", new { version = (int)import["version"]! }).Ok();
        await Apply((Guid)import["id"]!);
        Assert.That(await Sql.QueryAsync<(string, string)>("select kind, sector from organization where ogrn = any(@all) order by ogrn",
            new { all = new[] { First, Second } }),
            Is.EqualTo(new[] { ("Institute", "None"), ("College", "Vocational") }));

        await Sql.ExecuteAsync("delete from organization where ogrn = @First", new { First });
        Assert.That((int)(await Received(federal, Register.List(Register.Certificate("Академия успеха", First))))["problems"]!, Is.Zero,
            "another file does not ask again");
    }

    [Test]
    public async Task Only_what_was_asked_is_answered_with_a_kind_of_the_catalogue_and_by_whom_it_concerns()
    {
        var coordinator = await As(Role.RegionalCoordinator, World.Region);
        var (name, ogrn) = ("Центр «Надежда»", Register.Ogrn(704));
        var import = await Received(coordinator, Register.List(Register.Certificate(name, ogrn)));
        var (path, version) = ($"{Imports}/{import["id"]}/kinds", (int)import["version"]!);
        await coordinator.Post(path, Answer(version, ogrn, "Castle")).PointsTo("/answers/0/kind");
        await coordinator.Post(path, Answer(version, Register.Ogrn(705), "School")).IsProblem(404, "not-found");
        await coordinator.Post(path, Answer(version - 1, ogrn, "School")).IsProblem(412, "version.stale");
        await coordinator.Post(path, new { version, answers = Array.Empty<object>() }).PointsTo("/answers");
        var other = await As(Role.RegionalCoordinator, World.OtherRegion);
        await other.GetAsync(path).IsProblem(404, "not-found");
        await other.Post(path, Answer(version, ogrn, "School")).IsProblem(404, "not-found");
        await (await As(Role.Head, await World.School())).Post(path, Answer(version, ogrn, "School")).IsProblem(403, "permission.missing");
        await coordinator.Post(path, Answer(version, ogrn, "School")).Ok();
        await coordinator.Post(path, Answer(version + 1, ogrn, "School")).IsProblem(409, "import.wrong-status");
    }

    static object Answer(int version, string key, string kind) => new { version, answers = new[] { new { key, kind } } };
}
