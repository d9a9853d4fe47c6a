using Mentoring.Api.Features.Common.People;

namespace Mentoring.Tests.Rules;

public sealed class SnilsTests
{
    [TestCase("112-233-445 95", "11223344595")]
    [TestCase("11223344595", "11223344595")]
    [TestCase(" 112 233 445 95 ", "11223344595")]
    [TestCase("087-654-303 00", "08765430300", Description = "a sum of 202 is a check number of 00")]
    [TestCase("001-001-998 77", "00100199877", Description = "the oldest numbers have no check number that holds")]
    [TestCase("112-233-445 96", null)]
    [TestCase("112-233-455 95", null)]
    [TestCase("000-000-000 00", null)]
    [TestCase("112-233-445", null)]
    [TestCase("112-233-445 95 1", null)]
    [TestCase("112/233/445/95", null)]
    [TestCase("١١٢٢٣٣٤٤٥٩٥", null)]
    [TestCase("", null)]
    public void A_number_is_known_by_its_check_number(string text, string? digits) => Assert.That(Snils.Read(text), Is.EqualTo(digits));
}
