using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mentoring.Api.Features.Common.Calendar;

/// <summary>The secret in a feed's address: 256 random bits, of which only the hash is kept.</summary>
public static class FeedToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
