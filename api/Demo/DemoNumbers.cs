using System.Globalization;

namespace Mentoring.Demo;

/// <summary>State registration numbers with valid check digits.</summary>
static class DemoNumbers
{
    static readonly int[] InnWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>ОГРН of a legal person: the remainder by 11 of the first twelve digits closes it.</summary>
    public static string Ogrn(string subjectCode, int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"102{subjectCode}00{number:00000}");
        return body + (long.Parse(body, CultureInfo.InvariantCulture) % 11 % 10).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>ИНН of a legal person: ten digits, the last one from the weights of the others.</summary>
    public static string Inn(string subjectCode, int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{subjectCode}00{number:00000}");
        return body + (body.Select((digit, at) => (digit - '0') * InnWeights[at]).Sum() % 11 % 10).ToString(CultureInfo.InvariantCulture);
    }

    public static string Kpp(string subjectCode) => $"{subjectCode}0001001";
}
