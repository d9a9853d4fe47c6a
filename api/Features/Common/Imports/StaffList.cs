using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>What a school has said of its lists so far, and offers again the next time.</summary>
/// <param name="Headings">Heading as it is compared → what its column tells; null to leave it out.</param>
/// <param name="Positions">The school's words → code of the dictionary; null to leave such people out.</param>
sealed record StaffHabits(IReadOnlyDictionary<string, StaffField?> Headings, IReadOnlyDictionary<string, string?> Positions, bool IsWhole);

/// <summary>A school's own list with all that is needed to read it: the file, the people who are known here, the words of before.</summary>
sealed class StaffList
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    sealed record HabitRow(string Headings, string Positions, bool IsWhole);

    sealed record ReadingRow(string? Reading);

    sealed record KnownRow
    {
        public Guid Id { get; init; }
        public string[] SourceIds { get; init; } = [];
        public string FamilyName { get; init; } = "";
        public string GivenName { get; init; } = "";
        public string? Patronymic { get; init; }
        public DateOnly? BirthDate { get; init; }
        public string? Email { get; init; }
        public bool Works { get; init; }
    }

    public required StaffHabits Habits { get; init; }

    public required StaffPositions Positions { get; init; }

    public required IReadOnlyList<StaffIdentity.Known> People { get; init; }

    public required DateOnly Today { get; init; }

    public static async Task<StaffReading?> Kept(Db db, Guid import, CancellationToken ct) =>
        (await db.Maybe<ReadingRow>("select reading::text reading from staff_list_reading where import_id = @import", new { import }, ct))?.Reading is { } json
            ? JsonSerializer.Deserialize<StaffReading>(json, Json) : null;

    /// <param name="said">Answers about positions that are not kept yet.</param>
    public static async Task<StaffList> Of(Db db, Guid organization, DateOnly today, CancellationToken ct, IEnumerable<KeyValuePair<string,
        string?>>? said = null)
    {
        var row = await db.Maybe<HabitRow>(Said, new { organization }, ct);
        var headings = JsonSerializer.Deserialize<Dictionary<string, StaffField?>>(row?.Headings ?? "{}", Json)!;
        var positions = JsonSerializer.Deserialize<Dictionary<string, string?>>(row?.Positions ?? "{}", Json)!;
        foreach (var (written, code) in said ?? []) positions[StaffPositions.Key(written)] = code;
        var dictionary = await db.List<RosterRows.Position>(RosterImport.Positions, new { Today = today }, ct);
        var people = await db.List<KnownRow>(Known, new { organization, today }, ct);
        return new()
        {
            Habits = new(headings, positions, row?.IsWhole ?? false), Positions = new(dictionary, positions), Today = today,
            People = [.. people.Select(p => new StaffIdentity.Known(p.Id, p.SourceIds, p.FamilyName, p.GivenName, p.Patronymic, p.BirthDate, p.Email,
                p.Works))],
        };
    }

    /// <summary>The rows to read, without those of positions that the school leaves out.</summary>
    public (StaffRows Rows, List<StaffRow> People, int LeftOut) Read(SheetTable table, StaffReading reading)
    {
        var rows = StaffRows.Read(table, reading, Today);
        var kept = rows.People.Where(row => row.Position is null || !Positions.Knows(row.Position, out var position) || position is not null).ToList();
        return (rows, kept, rows.People.Count - kept.Count);
    }

    const string Said = "select headings::text headings, positions::text positions, is_whole from staff_list_habit where organization_id = @organization";

    const string Known = """
        select p.id, array(select s.source_id from person_source s where s.organization_id = @organization
            and s.person_id = p.id order by s.source_id) source_ids,
               p.family_name, p.given_name, p.patronymic, p.birth_date, p.email, e.works
          from (select person_id, bool_or(ended_on is null
              or ended_on > @today) works from employment where organization_id = @organization group by person_id) e
          join person p on p.id = e.person_id
         where p.pseudonymised_at is null
         order by p.id
        """;
}
