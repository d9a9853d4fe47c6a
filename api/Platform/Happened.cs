using System.Text.Json;

namespace Mentoring.Api.Platform;

/// <summary>
/// An event that somebody is told of: its audit entry, as a message. It travels through the outbox, so that telling people
/// neither slows nor breaks what is told of.
/// </summary>
/// <param name="EventId">The audit entry's id; a job that tells of no entry makes one that repeats for the same thing.</param>
/// <param name="OrganizationId">Null for what belongs to the platform.</param>
/// <param name="Caller">Who did it, and need not be told.</param>
public sealed record Happened(
    Guid EventId, string Operation, Guid? OrganizationId, string RegionCode, Guid? SubjectId, Guid? ProgramId, string Caller, DateTime At,
        JsonElement Detail) : IMessage
{
    /// <summary>The event's name; null in messages from before events had names.</summary>
    public string? Event { get; init; }

    /// <summary>People whom the command itself names; null where the audience is found in rows.</summary>
    public IReadOnlyList<Guid>? Concerned { get; init; }

    public static Happened Of(IEvent what, Guid id, string operation, Guid? organization, string region, Guid? subject, Guid? program, string caller,
        DateTime at, IReadOnlyList<Guid>? concerned = null) =>
        new(id, operation, organization, region, subject, program, caller, at, EventJson.Write(what)) { Event = EventJson.NameOf(what), Concerned = concerned };

    /// <summary>Null where nobody is told any more of what an earlier version kept.</summary>
    public IEvent? What() => (Event ?? EarlierMessages.NameOf(Operation, Detail)) is { } name ? EventJson.Read(name, Detail) : null;
}

/// <summary>Says of which events somebody is told; of others nothing is kept for telling.</summary>
public interface IListen
{
    bool To(IEvent what);
}
