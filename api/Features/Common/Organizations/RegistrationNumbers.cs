namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>Check digits of the numbers that the state gives to organizations.</summary>
public static class RegistrationNumbers
{
    static readonly int[] InnOfOrganization = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    static readonly int[] InnOfPersonFirst = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    static readonly int[] InnOfPersonLast = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>
    /// ОГРН, 13 digits: the last is the last digit of the rest modulo 11. ОГРНИП, 15 digits: the same modulo 13.
    /// </summary>
    public static bool IsOgrn(string number) => AllDigits(number) && number.Length switch
    {
        13 => CheckDigit(number, 11) == number[^1] - '0',
        15 => CheckDigit(number, 13) == number[^1] - '0',
        _ => false,
    };

    /// <summary>ИНН: 10 digits with one weighted check digit, or 12 with two.</summary>
    public static bool IsInn(string number) => AllDigits(number) && number.Length switch
    {
        10 => Weighted(number, InnOfOrganization) == number[9] - '0',
        12 => Weighted(number, InnOfPersonFirst) == number[10] - '0' && Weighted(number, InnOfPersonLast) == number[11] - '0',
        _ => false,
    };

    /// <summary>КПП: nine characters, the two of the reason may be letters.</summary>
    public static bool IsKpp(string number) =>
        number.Length == 9 && number.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) && AllDigits(number[..4]) && AllDigits(number[6..]);

    static int CheckDigit(string number, int divisor) => (int)(long.Parse(number[..^1], System.Globalization.CultureInfo.InvariantCulture) % divisor % 10);

    static int Weighted(string number, int[] weights) => weights.Select((weight, i) => weight * (number[i] - '0')).Sum() % 11 % 10;

    static bool AllDigits(string number) => number.All(char.IsAsciiDigit);
}
