using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

/// <summary>A certificate of the public register: of one organization, and in its supplements of the branches.</summary>
sealed record RegisterEntry(
    DateTimeOffset? IssueDate, DateTimeOffset? EndDate, RegisterEntry.Standing? Status, RegisterEntry.Organization? EduOrg,
    IReadOnlyList<RegisterEntry.Supplement?>? Supplements)
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new Json.BoundedText() },
    };

    static readonly string[] Ended = ["недейств", "не действ", "прекращ", "аннулир", "утратил", "лишен"];
    static readonly string[] EndedCodes = ["notinforce", "terminated", "annulled", "cancelled", "expired", "invalid"];

    public sealed record Organization(
        string? Uuid, string? FullName, string? ShortName, bool? IsBranch, JsonElement? HeadEduOrgId, Contact? ContactInfo, Legal? LegalInfo, NamedArea? Region,
        JsonElement? Oktmo)
    {
        /// <summary>A branch is no legal person: it goes by the numbers of the organization that it belongs to.</summary>
        [JsonIgnore]
        public bool IsPart => IsBranch == true || HeadEduOrgId is { ValueKind: not JsonValueKind.Null };
    }

    public sealed record Supplement(Standing? Status, bool? IsForBranch, Organization? EduOrg);

    public sealed record Contact(string? PostAddress, string? Phone, string? Email, string? Website, JsonElement? Oktmo);

    public sealed record Legal(string? Ogrn, string? Inn, string? Kpp, JsonElement? Oktmo);

    /// <param name="Code">Number of the subject of the federation, as a number or as text.</param>
    public sealed record NamedArea(string? Name, JsonElement? Code)
    {
        [JsonIgnore]
        public int? Number => Code switch
        {
            { ValueKind: JsonValueKind.Number } code when code.TryGetInt32(out var number) => number,
            { ValueKind: JsonValueKind.String } code when int.TryParse(code.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                number,
            _ => null,
        };
    }

    public sealed record Standing(string? Name, string? Code)
    {
        /// <summary>A suspended certificate («Приостановлено») does not close an organization; one that ended does.</summary>
        [JsonIgnore]
        public bool IsOver => Names(Name, Ended) || Names(Code, EndedCodes);

        static bool Names(string? text, string[] words) => text is not null && Array.Exists(words, word => text.Contains(word,
            StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The day as it is written, whatever zone stands behind it.</summary>
    [JsonIgnore]
    public DateOnly? IssuedOn => DayOf(IssueDate);

    [JsonIgnore]
    public DateOnly? EndsOn => DayOf(EndDate);

    static DateOnly? DayOf(DateTimeOffset? day) => day is { } written ? DateOnly.FromDateTime(written.DateTime) : null;
}
