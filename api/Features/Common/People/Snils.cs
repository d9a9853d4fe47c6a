namespace Mentoring.Api.Features.Common.People;

/// <summary>The number of a person's insurance account (СНИЛС): nine digits and a check number of two.</summary>
public static class Snils
{
    /// <summary>Numbers up to this one were given without a check number that holds.</summary>
    const int LastUnchecked = 1_001_998;

    /// <returns>The eleven digits; null where this is no such number.</returns>
    public static string? Read(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length != 11 || text.Any(c => !char.IsAsciiDigit(c) && !char.IsWhiteSpace(c) && c is not ('-' or '–'))) return null;
        var number = int.Parse(digits.AsSpan(0, 9), System.Globalization.CultureInfo.InvariantCulture);
        if (number <= LastUnchecked) return number > 0 ? digits : null;
        var sum = digits.Take(9).Select((digit, place) => (digit - '0') * (9 - place)).Sum();
        return sum % 101 % 100 == int.Parse(digits.AsSpan(9), System.Globalization.CultureInfo.InvariantCulture) ? digits : null;
    }
}
