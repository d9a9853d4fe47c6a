using System.Runtime.InteropServices;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>A difficulty as the score sees it: codes are bits, so that millions of pairs are compared in a second.</summary>
/// <param name="Topic">Empty where none was named.</param>
/// <param name="Level">1 to 3.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Difficulty(UInt128 Area, UInt128 Topic, int Level);

/// <summary>Who needs a mentor.</summary>
/// <param name="Territory">Of the school: its municipality.</param>
public sealed record Mentee(Guid Id, Guid OrganizationId, string Territory)
{
    /// <summary>The day from which the mentee waits.</summary>
    public DateOnly Since { get; init; }

    public IReadOnlyList<Difficulty> Difficulties { get; init; } = [];
    public UInt128 Subjects { get; init; }
    public bool Remote { get; init; }
}

/// <summary>Who can be a mentor.</summary>
/// <param name="Capacity">Programs that the mentor takes at one time.</param>
/// <param name="Taken">Places that are taken already.</param>
public sealed record Mentor(Guid Id, Guid OrganizationId, string Territory, int Capacity, int Taken)
{
    public UInt128 Areas { get; init; }
    public UInt128 Topics { get; init; }
    public UInt128 Subjects { get; init; }
    public bool Remote { get; init; }

    public int Free => Math.Max(0, Capacity - Taken);
}

/// <summary>A group of mentees that one mentor leads on one competence area; it takes one of the mentor's places.</summary>
/// <param name="Free">Seats that nobody has taken.</param>
public sealed record Group(Guid Id, Guid MentorId, UInt128 Area, int Free);

/// <summary>What the psychologist says of a pair.</summary>
public enum Opinion { Fits, WithCare, DoesNotFit }

/// <summary>How the last program of the two went.</summary>
public enum Earlier { Never, Completed, EndedEarly }

/// <summary>What is known of two people beside their profiles.</summary>
/// <param name="Together">A program of the two, or a request between them, is open.</param>
public sealed record Between(bool Vetoed = false, bool Together = false, Opinion? Opinion = null, Earlier Earlier = Earlier.Never)
{
    public static readonly Between Nothing = new();
}

/// <summary>Why two people cannot be a pair, whatever else speaks for it.</summary>
public enum Stop { SamePerson, Vetoed, DoesNotFit, Together, TooFar, NoPlace, NoCommonGround }

/// <summary>Why nobody is proposed to a mentee.</summary>
public enum Unmatched
{
    /// <summary>No mentor is confirmed and available.</summary>
    NoMentors,

    /// <summary>Each mentor is ruled out; the counts say why.</summary>
    AllStopped,

    /// <summary>Somebody fits, but all places go to others in the best proposal.</summary>
    PlacesTaken,

    /// <summary>The locked mentor has no place.</summary>
    LockedWithoutPlace,
}

/// <summary>Gives each code a bit.</summary>
public sealed class CodeBits
{
    readonly Dictionary<string, int> _bits = [];

    public UInt128 Of(string? code)
    {
        if (code is null) return 0;
        if (!_bits.TryGetValue(code, out var bit)) _bits[code] = bit = _bits.Count;
        return bit < 128 ? UInt128.One << bit : throw new InvalidOperationException("More than 128 codes of one dictionary.");
    }

    public UInt128 Of(IEnumerable<string> codes) => codes.Aggregate(UInt128.Zero, (all, code) => all | Of(code));

    public IEnumerable<string> Names(UInt128 bits) => _bits.Where(known => (bits & (UInt128.One << known.Value)) != 0).Select(known => known.Key);
}
