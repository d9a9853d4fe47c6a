using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.LocalActs.SuggestionStatus;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>The rules by which the council and the union draft an act together with its author.</summary>
public static class CoDrafting
{
    /// <summary>An author may think again until the words are in an edition.</summary>
    public static readonly Lifecycle<SuggestionStatus, SuggestionStep> Suggestion =
        new("act.suggestion-not-now", new Dictionary<(SuggestionStatus, SuggestionStep), SuggestionStatus>
        {
            [(Proposed, SuggestionStep.Accept)] = Accepted,
            [(Proposed, SuggestionStep.Decline)] = Declined,
            [(Proposed, SuggestionStep.Withdraw)] = Withdrawn,
            [(Accepted, SuggestionStep.Decline)] = Declined,
            [(Accepted, SuggestionStep.Incorporate)] = Incorporated,
            [(Declined, SuggestionStep.Accept)] = Accepted,
        });

    /// <summary>What a caller may do with a suggestion; incorporating takes all accepted ones at once.</summary>
    public static IReadOnlyList<SuggestionStep> Permitted(SuggestionStatus status, bool actIsDraft, bool writes, bool own) =>
        [.. Suggestion.From(status).Where(step => actIsDraft && step switch
        {
            SuggestionStep.Accept or SuggestionStep.Decline => writes && !own,
            SuggestionStep.Withdraw => own,
            _ => false,
        })];

    /// <summary>The words of an edition that can be quoted: its lines, trimmed, each once.</summary>
    public static IReadOnlyList<string> Passages(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Distinct()];

    /// <summary>Puts each wording in the place of its passage, by whole lines; a passage that is gone is a problem, not a silent loss.</summary>
    public static string Incorporate(string text, IEnumerable<(string Passage, string Wording)> changes)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var places = changes.Select(change => (At: Array.FindIndex(lines, line => line.Trim() == change.Passage), change.Wording)).ToList();
        if (places.Any(place => place.At < 0)) throw new RuleViolation("act.passage-gone");
        foreach (var (at, wording) in places) lines[at] = wording.Trim();
        return string.Join('\n', lines);
    }
}
