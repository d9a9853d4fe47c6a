using System.Text.Json;

namespace Mentoring.Api.Platform;

/// <summary>
/// A command of which the rules know was carried out: its audit entry, as a message. It travels through the outbox, so
/// that telling people neither slows nor breaks what is told of.
/// </summary>
/// <param name="EventId">The audit entry's id; a job that tells of no entry makes one that repeats for the same thing.</param>
/// <param name="OrganizationId">Null for what belongs to the platform.</param>
/// <param name="Caller">Who did it, and need not be told.</param>
public sealed record Happened(
    Guid EventId, string Operation, Guid? OrganizationId, string RegionCode, Guid? SubjectId, Guid? ProgramId, string Caller, DateTime At,
        JsonElement Detail) : IMessage
{
    /// <summary>People whom the command itself names; null where the audience is found in rows.</summary>
    public IReadOnlyList<Guid>? Concerned { get; init; }

    /// <summary>Whether the audit entry's detail holds this text under this name.</summary>
    public bool Says(string name, string value) =>
        Detail.ValueKind == JsonValueKind.Object && Detail.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String
            && found.GetString() == value;

    /// <summary>Whether the audit entry's detail holds this yes or no under this name.</summary>
    public bool Says(string name, bool value) =>
        Detail.ValueKind == JsonValueKind.Object && Detail.TryGetProperty(name, out var found)
            && found.ValueKind == (value ? JsonValueKind.True : JsonValueKind.False);

    /// <summary>Whether the audit entry's detail holds anything under this name.</summary>
    public bool Has(string name) => Detail.ValueKind == JsonValueKind.Object && Detail.TryGetProperty(name, out _);
}

/// <summary>Says of which operations somebody is told; of others nothing is kept for telling.</summary>
public interface IListen
{
    bool To(string operation);
}
