using Mentoring.Api.Platform;

namespace Mentoring.Tests.Rules;

public sealed class CsvTests
{
    [TestCase("=1+1", "'=1+1")]
    [TestCase("+7 900", "'+7 900")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("  =1", "  '=1")]
    [TestCase("встреча;=1+1", "встреча;'=1+1")]
    [TestCase("встреча; =1+1", "встреча; '=1+1")]
    [TestCase("первая\n=1", "первая\n'=1")]
    [TestCase("первая\r\n=1", "первая\n'=1")]
    [TestCase("первая\r=1", "первая\n'=1")]
    [TestCase("a\t@b", "a\t'@b")]
    [TestCase("a|-b,+c", "a|'-b,'+c")]
    [TestCase("\"=1", "\"\"'=1")]
    [TestCase("\u000b=1", "'=1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("12-ОД; a=b", "12-ОД; a=b")]
    public void No_cell_begins_a_formula_for_any_separator(string typed, string written) => Assert.That(Csv.Line(typed), Is.EqualTo($"\"{written}\"\r\n"));

    [Test]
    public void Numbers_stay_numbers_where_programs_calculate() =>
        Assert.That(Csv.Bare("Тверь", -1.5m, null, 3, "=a", "b;=c,d"), Is.EqualTo("Тверь,-1.5,,3,'=a,\"b;'=c,d\"\r\n"));
}
