using System.Text.Json;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class CleanTextTests
{
    [TestCase("Итоги\u000bгода", "Итогигода")]
    [TestCase("a\u0001b\u000cc\u007fd\u0085e\ufffef\uffffg\0h", "abcdefgh")]
    [TestCase("Чаи\u0306кина", "Чайкина")]
    [TestCase("первая\r\nвторая\rтретья\n\tс отступом", "первая\nвторая\nтретья\n\tс отступом")]
    [TestCase("Май\u200bя Чай\u00adкина\ufeff", "Майя Чайкина")]
    [TestCase("\u202eМайя\u202c \u2060Чай\u200eкина", "Майя Чайкина")]
    [TestCase("👩\u200d🏫 «№» — ё", "👩\u200d🏫 «№» — ё")]
    [TestCase("", "")]
    public void Text_is_kept_without_what_no_document_can_hold(string typed, string kept) => Assert.That(CleanText.Of(typed), Is.EqualTo(kept));

    [Test]
    public void Halves_of_pairs_are_dropped_and_pairs_stay() => Assert.That(CleanText.Of("\ud800a\udc00b😀\udc00\ud800"), Is.EqualTo("ab😀"));

    /// <summary>Of any sixteen-bit units whatever.</summary>
    [FsCheck.NUnit.Property(MaxTest = 500)]
    public Property Whatever_comes_is_written_as_xml_and_json_and_needs_no_second_cleaning() => Prop.ForAll(
        Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ListOf().Select(units => new string([.. units])).ToArbitrary(),
        text =>
        {
            var clean = CleanText.Of(text);
            XmlConvert.VerifyXmlChars(clean);
            return CleanText.Of(clean) == clean && JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(clean)) == clean;
        });

    [Test]
    public void Json_brings_clean_texts_wherever_they_stand_and_secrets_as_they_were_typed()
    {
        var read = JsonSerializer.Deserialize<Given>("""
            {"text": "и\u0306\u000b", "texts": ["\u0001a"], "any": {"b\u000c": ["\u000bc", 1.50, null, {"d": true}]}, "secret": "и\u0306\u000b\r\n"}
            """, Json.Options)!;
        Assert.Multiple(() =>
        {
            Assert.That((read.Text, read.Texts.Single(), read.Secret), Is.EqualTo(("й", "a", "и\u0306\u000b\r\n")));
            Assert.That(read.Any.GetRawText(), Is.EqualTo("""{"b":["c",1.50,null,{"d":true}]}"""));
        });
    }

    [TestCase("""{"text": "\ud800", "texts": [], "any": 1, "secret": ""}""")]
    [TestCase("""{"text": "", "texts": ["\u0000"], "any": 1, "secret": ""}""")]
    [TestCase("""{"text": "", "texts": [], "any": {"a": "\ud800"}, "secret": ""}""")]
    [TestCase("""{"text": "", "texts": [], "any": {"\udc00": 1}, "secret": ""}""")]
    [TestCase("""{"text": "", "texts": [], "any": [1e999], "secret": ""}""")]
    public void What_the_database_cannot_hold_is_no_json_of_ours(string json) =>
        Assert.That(() => JsonSerializer.Deserialize<Given>(json, Json.Options), Throws.InstanceOf<JsonException>());

    sealed record Given(string Text, string[] Texts, JsonElement Any, [property: Json.Verbatim] string Secret);
}
