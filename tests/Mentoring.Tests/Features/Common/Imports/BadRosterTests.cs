using System.IO.Compression;
using System.Text;
using Mentoring.Api.Features.Common.Imports;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

[Covers(nameof(ExportImportProblems))]
public sealed class BadRosterTests : ImportTest
{
    [Test]
    public async Task What_is_no_zip_or_lacks_a_file_is_refused_at_once()
    {
        var (school, curator) = await School();
        await Send(curator, school, "family;name"u8.ToArray()).IsProblem(400, "import.not-zip");
        await Send(curator, school, []).IsProblem(400, "import.empty");
        await Send(curator, school, Roster.Of(1).Zip()[..^40]).IsProblem(400, "import.not-zip");
        await Send(curator, school, With("manifest.csv", _ => null).Zip()).IsProblem(400, "import.file-missing");
        await Send(curator, school, With("users.csv", _ => null).Zip()).IsProblem(400, "import.file-missing");
        await Send(curator, $"{Imports}/roster?organizationId={school}", Roster.Of(1).Zip(), "text/plain").IsProblem(415, "request.media-type");
    }

    [Test]
    public async Task A_bomb_is_refused_by_what_it_declares()
    {
        var (school, curator) = await School();
        await Send(curator, school, Zip(("users.csv", new byte[200 * 1024 * 1024]))).IsProblem(400, "import.zip-bomb");
        await Send(curator, school, Zip([.. Enumerable.Range(0, 65).Select(i => ($"{i}.csv", "x"u8.ToArray()))])).IsProblem(400, "import.zip-bomb");
    }

    [Test]
    public async Task A_bomb_that_lies_about_its_size_gives_no_more_than_it_declared()
    {
        var (school, curator) = await School();
        var import = await Checked(curator, school, Lie(Roster.Of(5000).Zip(), "users.csv", 1000));
        if ((string?)import["status"] == "Failed") return;
        Assert.That((int)import["rowsTotal"]!, Is.LessThan(5100));
        Assert.That((int)import["problems"]!, Is.GreaterThan(4900), "roles of people who were not read");
    }

    static readonly TestCaseData[] Structural =
    [
        new TestCaseData("users.csv", (string text) => text.Replace("givenName,familyName", "familyName,givenName", StringComparison.Ordinal),
            "import.columns").SetName("Columns_in_another_order"),
        new TestCaseData("roles.csv", (string text) => text.Replace(",orgSourcedId", "", StringComparison.Ordinal),
            "import.columns").SetName("A_column_is_missing"),
        new TestCaseData("users.csv", (string _) => "", "import.columns").SetName("An_empty_file"),
        new TestCaseData("manifest.csv", (string text) => text.Replace("oneroster.version,1.2", "oneroster.version,1.0", StringComparison.Ordinal),
            "import.manifest-version").SetName("Another_version"),
        new TestCaseData("manifest.csv", (string text) => text.Replace("file.users,bulk", "file.users,absent", StringComparison.Ordinal),
            "import.manifest-mode").SetName("A_file_declared_absent"),
        new TestCaseData("manifest.csv", (string text) => text.Replace("file.users,bulk", "file.users,delta", StringComparison.Ordinal),
            "import.manifest-modes").SetName("Two_modes"),
        new TestCaseData("users.csv", (string text) => text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)], "import.no-people").SetName("Nobody"),
        new TestCaseData("orgs.csv", (string text) => text.Replace(",school,,", ",school,1025700696383,", StringComparison.Ordinal),
            null).SetName("A_number_where_ours_is_not_known"),
        new TestCaseData("orgs.csv", (string text) => text.Replace(",school,", ",district,", StringComparison.Ordinal),
            "import.organization-not-found").SetName("No_school"),
    ];

    [TestCaseSource(nameof(Structural))]
    public async Task A_file_that_is_wrong_as_a_whole_fails_with_its_reason(string file, Func<string, string> change, string? code)
    {
        var (school, curator) = await School();
        var import = await Checked(curator, school, With(file, change).Zip());
        Assert.That((string?)import["status"], Is.EqualTo(code is null ? "Checked" : "Failed"), import.ToJsonString());
        Assert.That((string?)import["failure"]?["code"], Is.EqualTo(code));
        if (code is not null) Assert.That((string?)import["failure"]!["message"], Is.Not.EqualTo(code).And.Not.Contains("{"));
    }

    [TestCase("utf-16")]
    [TestCase("windows-1251")]
    public async Task Another_encoding_is_named(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (school, curator) = await School();
        var roster = new Roster { Encoding = Encoding.GetEncoding(encoding) };
        roster.User(1).Role(1);
        roster.Change["manifest.csv"] = text => text;
        var import = await Checked(curator, school, roster.Zip());
        Assert.That((string?)import["failure"]?["code"], Is.EqualTo("import.encoding"), import.ToJsonString());
    }

    [Test]
    public async Task A_byte_order_mark_and_line_breaks_in_fields_are_fine()
    {
        var (school, curator) = await School();
        var roster = new Roster { Encoding = new UTF8Encoding(true) };
        roster.User(1, family: "\"Двойная\nСтрока\"").Role(1).User(2, email: "bad").Role(2);
        var problems = Codes(await Problems(curator, await Checked(curator, school, roster.Zip())));
        Assert.That(problems, Is.EqualTo(new[] { "users.csv:2 familyName import.characters", "users.csv:4 email import.email" }));
    }

    [Test]
    public async Task Among_fifty_thousand_rows_each_of_a_thousand_bad_ones_is_found_on_its_line()
    {
        var (school, curator) = await School();
        var roster = new Roster();
        for (var i = 1; i <= 25_000; i++) roster.User(i, email: i % 50 == 0 ? "wrong" : null).Role(i, hired: i % 50 == 25 ? "01.09.2020" : "2020-09-01");

        var import = await Checked(curator, school, roster.Zip());

        Assert.That(((int)import["rowsTotal"]!, (int)import["problems"]!), Is.EqualTo((50_000, 1000)));
        Assert.That(((int)import["rowsDone"]!, (int)import["creates"]!), Is.EqualTo((50_000, 24_000)));
        var lines = new List<string>();
        string? cursor = null;
        do
        {
            var page = await curator.GetAsync($"{Imports}/{import["id"]}/problems?size=200&cursor={Uri.EscapeDataString(cursor ?? "")}").Ok();
            lines.AddRange(page["items"]!.AsArray().Select(p => $"{p!["file"]}:{p["line"]} {p["field"]} {p["code"]} {p["value"]}"));
            cursor = (string?)page["next"];
        }
        while (cursor is not null);
        Assert.That(lines, Is.EqualTo(Enumerable.Range(0, 500).Select(k => $"roles.csv:{k * 50 + 26} metadata.mentoring.hireDate import.date 01.09.2020")
            .Concat(Enumerable.Range(1, 500).Select(k => $"users.csv:{k * 50 + 1} email import.email wrong"))));

        using var csv = await curator.GetAsync($"{Imports}/{import["id"]}/problems.csv");
        var text = (await csv.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n");
        Assert.That(text, Has.Length.EqualTo(1002));
        Assert.That(text[1], Is.EqualTo("\"roles.csv\",\"26\",\"metadata.mentoring.hireDate\",\"import.date\",\"Not a date: write it as "
            + "2026-09-01.\",\"01.09.2020\""));
    }

    [Test]
    public async Task Fifty_megabytes_are_refused_before_they_are_read()
    {
        var (school, curator) = await School();
        await Send(curator, school, new byte[50 * 1024 * 1024]).IsProblem(413, "import.too-large");
    }

    static Roster With(string file, Func<string, string?> change)
    {
        var roster = Roster.Of(2);
        roster.Change[file] = change;
        return roster;
    }

    static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Writes a smaller uncompressed size into the zip's directory than the entry has.</summary>
    static byte[] Lie(byte[] zip, string name, uint size)
    {
        var bytes = zip.ToArray();
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var i = 0; i + 46 + wanted.Length <= bytes.Length; i++)
        {
            if (BitConverter.ToUInt32(bytes, i) != 0x02014b50 || !bytes.AsSpan(i + 46, wanted.Length).SequenceEqual(wanted)) continue;
            BitConverter.TryWriteBytes(bytes.AsSpan(i + 24), size);
            return bytes;
        }

        throw new InvalidOperationException($"{name} is not in the zip");
    }
}
