using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// One-time codes of an authenticator application (RFC 6238: SHA-1, 30 seconds, 6 digits, what all of them understand).
/// Identity's own check does not tell which step matched, and without it a code could be used twice.
/// </summary>
public static class Totp
{
    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int SecretBytes = 20;

    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, SecretBytes * 8 / 5);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    /// <returns>The step whose code this is, one before and one after the present being allowed for clocks that differ; null
    /// when there is none or it was used.</returns>
    public static long? StepOf(string code, string secret, DateTimeOffset now, long? lastUsed)
    {
        var present = StepAt(now);
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (step > (lastUsed ?? 0) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.ASCII.GetBytes(code)))
                return step;
        }

        return null;
    }

    public static string Code(string secret, long step)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
#pragma warning disable CA5350 // RFC 6238 as authenticator applications implement it; HMAC-SHA-1 stands.
        var hash = HMACSHA1.HashData(Decode(secret), message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What the application's camera reads.</summary>
    public static string Uri(string secret, string account)
    {
        var issuer = System.Uri.EscapeDataString("Mentoring");
        return $"otpauth://totp/{issuer}:{System.Uri.EscapeDataString(account)}?secret={secret}&issuer={issuer}";
    }

    static byte[] Decode(string base32)
    {
        var bytes = new List<byte>(SecretBytes);
        int bits = 0, value = 0;
        foreach (var letter in base32)
        {
            value = (value << 5 | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
        }

        return [.. bytes];
    }
}
