using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// Who comes first of equals, so that the order of the rows never decides: whoever has waited longest, and of those who wait
/// since the same day whoever the lot names. The lot is drawn once for a proposal and kept with it: everybody can draw it again.
/// </summary>
/// <param name="number">The number drawn for the proposal.</param>
public sealed class MatchLot(int number)
{
    public static int Draw() => RandomNumberGenerator.GetInt32(1, int.MaxValue);

    public IReadOnlyList<Mentee> Order(IEnumerable<Mentee> mentees) => [.. mentees.OrderBy(s => s.Since).ThenBy(s => Place(s.Id)).ThenBy(s => s.Id)];

    public IReadOnlyList<Mentor> Order(IEnumerable<Mentor> mentors) => [.. mentors.OrderBy(h => Place(h.Id)).ThenBy(h => h.Id)];

    public IReadOnlyList<Group> Order(IEnumerable<Group> groups) => [.. groups.OrderBy(g => Place(g.Id)).ThenBy(g => g.Id)];

    /// <summary>The first eight bytes of SHA-256 over the number and the id.</summary>
    ulong Place(Guid id)
    {
        Span<byte> named = stackalloc byte[20];
        BinaryPrimitives.WriteInt32BigEndian(named, number);
        id.TryWriteBytes(named[4..], bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(named));
    }
}
