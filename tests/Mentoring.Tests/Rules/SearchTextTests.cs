using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Tests.Rules;

public sealed class SearchTextTests
{
    [TestCase("МБОУ «Новосёловская  ООШ» ", "мбоу новоселовская оош")]
    [TestCase("МБОУ \"Новоселовская ООШ\"", "мбоу новоселовская оош")]
    [TestCase("  ", "")]
    [TestCase(null, "")]
    public void Names_are_compared_without_case_quotes_and_yo(string? name, string normalized) =>
        Assert.That(SearchText.Normalize(name), Is.EqualTo(normalized));

    [Test]
    public void A_search_has_few_words_each_once() =>
        Assert.That(SearchText.Words("школа № 5, школа а б в г д е ж"), Is.EqualTo(new[] { "школа", "5", "а", "б", "в", "г", "д", "е" }));
}
