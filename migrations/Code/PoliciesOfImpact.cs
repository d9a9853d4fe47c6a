namespace Mentoring.Migrations.Code;

/// <summary>Measures before and after: that they were given is known to the pair and the school, what was answered to its author.</summary>
static partial class Policies
{
    const string TakesPart = $"program_id = {Programs}";

    /// <summary>That somebody measured: read by the school with its permission and by the pair, written by the person.</summary>
    public static TableRules ImpactMeasures(string table) => new(table, Write,
        new("read", "select", $"({InOrganizations} and {ReadsImpact}) or ({TakesPart} and {InPair}) or person_id = {Person} or {System}"),
        new("write", "all", $"person_id = {Person} or {System}", $"person_id = {Person} or {System}"));

    /// <summary>What somebody answered: the person's own; the pair and the school read it where the person shares it.</summary>
    public static TableRules ImpactAnswers(string table) => new(table, Write,
        new("read", "select", $"person_id = {Person} or (shared and (({InOrganizations} and {ReadsImpact}) or ({TakesPart} and {InPair}))) or {System}"),
        new("write", "all", $"person_id = {Person} or {System}", $"person_id = {Person} or {System}"));

    /// <summary>Since when a mentee has settled in: said by the two sides, read with the program.</summary>
    public static TableRules Adaptations(string table) => new(table, Write,
        new("read", "select", $"({InOrganizations} and {ReadsImpact}) or ({TakesPart} and {InPair}) or {System}"),
        new("write", "all", $"{TakesPart} and {Permission("ImpactTake")} or {System}", $"{TakesPart} and {Permission("ImpactTake")} or {System}"));

    /// <summary>How the school sees itself: those who lead mentoring there.</summary>
    public static TableRules SchoolImpact(string table) => new(table, Write,
        new("read", "select", $"({InOrganizations} and {Permission("ImpactRead", "ImpactManage")}) or {System}"),
        new("write", "all", $"({InOrganizations} and {Permission("ImpactManage")}) or {System}",
            $"({InOrganizations} and {Permission("ImpactManage")}) or {System}"));

    static string ReadsImpact => Permission("ImpactRead", "ImpactManage");

    static string InPair => Permission("ImpactRead", "ImpactTake");
}
