using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.Common.Organizations;

namespace Mentoring.Tests.Rules;

public sealed class RegistrationNumbersTests
{
    static readonly Arbitrary<string> Twelve = Digits(12);
    static readonly Arbitrary<string> Fourteen = Digits(14);
    static readonly Arbitrary<string> Nine = Digits(9);
    static readonly Arbitrary<string> Ten = Digits(10);

    // Published numbers: two schools, a ministry, an entrepreneur.
    [TestCase("1026901606610", true)]
    [TestCase("1025700696383", true)]
    [TestCase("1187746728840", true)]
    [TestCase("304500116000157", true)]
    [TestCase("1026901606611", false)]
    [TestCase("304500116000158", false)]
    [TestCase("102690160661", false)]
    [TestCase("10269016066١0", false)]
    [TestCase("", false)]
    public void Ogrn(string number, bool valid) => Assert.That(RegistrationNumbers.IsOgrn(number), Is.EqualTo(valid));

    [TestCase("6907006968", true)]
    [TestCase("5720010403", true)]
    [TestCase("7707083893", true)]
    [TestCase("500100732259", true)]
    [TestCase("6907006969", false)]
    [TestCase("500100732258", false)]
    [TestCase("690700696", false)]
    [TestCase("", false)]
    public void Inn(string number, bool valid) => Assert.That(RegistrationNumbers.IsInn(number), Is.EqualTo(valid));

    [TestCase("690701001", true)]
    [TestCase("7707AB001", true)]
    [TestCase("69070100", false)]
    [TestCase("A90701001", false)]
    public void Kpp(string number, bool valid) => Assert.That(RegistrationNumbers.IsKpp(number), Is.EqualTo(valid));

    [FsCheck.NUnit.Property]
    public Property Exactly_one_last_digit_makes_twelve_digits_an_ogrn() => Prop.ForAll(Twelve, OneLastDigit(RegistrationNumbers.IsOgrn));

    [FsCheck.NUnit.Property]
    public Property Exactly_one_last_digit_makes_fourteen_digits_an_ogrn_of_an_entrepreneur() =>
        Prop.ForAll(Fourteen, OneLastDigit(RegistrationNumbers.IsOgrn));

    [FsCheck.NUnit.Property]
    public Property Exactly_one_last_digit_makes_nine_digits_an_inn() => Prop.ForAll(Nine, OneLastDigit(RegistrationNumbers.IsInn));

    [FsCheck.NUnit.Property]
    public Property Exactly_one_pair_of_last_digits_makes_ten_digits_an_inn_of_a_person() => Prop.ForAll(Ten, digits =>
        Enumerable.Range(0, 100).Count(last => RegistrationNumbers.IsInn($"{digits}{last:00}")) == 1);

    [FsCheck.NUnit.Property]
    public Property One_wrong_digit_of_an_inn_is_found() =>
        Prop.ForAll(Nine, Gen.Choose(0, 8).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (digits, at, by) =>
    {
        var inn = Enumerable.Range(0, 10).Select(last => $"{digits}{last}").Single(RegistrationNumbers.IsInn);
        var slip = (char)('0' + (inn[at] - '0' + by) % 10);
        // The rest modulo 11 of ten counts as nought, so that two different sums can share a check digit.
        var wrong = $"{inn[..at]}{slip}{inn[(at + 1)..]}";
        return !RegistrationNumbers.IsInn(wrong) || inn[^1] == '0';
    });

    [FsCheck.NUnit.Property]
    public Property Any_text_is_answered_without_failing() => Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        RegistrationNumbers.IsOgrn(text ?? "") ? text!.Length is 13 or 15 : !RegistrationNumbers.IsInn(text ?? "") || text!.Length is 10 or 12);

    static Func<string, bool> OneLastDigit(Func<string, bool> rule) => digits => Enumerable.Range(0, 10).Count(last => rule($"{digits}{last}")) == 1;

    static Arbitrary<string> Digits(int length) => Gen.Choose(0, 9).ArrayOf(length).Select(string.Concat).ToArbitrary();
}
