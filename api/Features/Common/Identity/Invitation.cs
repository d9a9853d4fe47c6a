using System.Buffers.Text;
using System.Security.Cryptography;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>
/// How a link that sets a password comes to the person alone: `Mail` to the address that the school knew before, or on a
/// printed `Sheet` that a second official hands over and that works only with the code that the first one gives.
/// </summary>
public enum Delivery { Mail, Sheet }

/// <summary>By what the person was identified who took a sheet. Its number is nowhere kept.</summary>
public enum IdentityDocument { Passport, OtherDocument }

/// <summary>What an invitation waits for.</summary>
public enum InvitationState
{
    /// <summary>The link was mailed, and was not used yet.</summary>
    Mailed,

    /// <summary>A second official is to print the sheet and hand it over.</summary>
    AwaitsHandOver,

    /// <summary>The person has the sheet, and did not use it yet.</summary>
    HandedOver,

    /// <summary>Nobody used it in time.</summary>
    Expired,

    /// <summary>The code was guessed at too often.</summary>
    Blocked,
}

/// <summary>The secrets of an invitation: what leaves the server, and what is kept of it.</summary>
public static class InvitationSecrets
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Wrong codes until the invitation is void.</summary>
    public const int Attempts = 5;

    const int CodeLength = 8;

    // Without what looks alike on paper: I, O, 0, 1.
    const string Symbols = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>What the link carries: which invitation, and 256 bits that only their hash is kept of.</summary>
    public static (string Token, byte[] Hash) NewToken(Guid invitation)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        return ($"{invitation:n}{Base64Url.EncodeToString(secret)}", SHA256.HashData(secret));
    }

    /// <returns>Null when it is no token of ours.</returns>
    public static (Guid Invitation, byte[] Hash)? Read(string token) =>
        token.Length > 32 && Guid.TryParseExact(token[..32], "n", out var invitation) && Base64Url.IsValid(token.AsSpan(32))
            ? (invitation, SHA256.HashData(Base64Url.DecodeFromChars(token.AsSpan(32)))) : null;

    public static string NewCode() => RandomNumberGenerator.GetString(Symbols, CodeLength);

    /// <summary>As it was typed: with spaces, dashes, in small letters.</summary>
    public static string Normal(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Enough to recognise one's own address by, too little to write to it.</summary>
    public static string Masked(string address) => address.IndexOf('@') is var at and > 0 ? $"{address[0]}***{address[at..]}" : "***";
}
