using FsCheck;
using FsCheck.Fluent;
using Mentoring.Api.Features.Common.Imports;

namespace Mentoring.Tests.Rules;

/// <summary>Whom the rows of a list without ids are about.</summary>
public sealed class StaffIdentityTests
{
    static readonly DateOnly Birth = new(1985, 12, 31);

    static StaffRow Row(int line, string family = "Иванова", DateOnly? birth = null, string? number = null, string? mail = null,
        string? patronymic = "Петровна") =>
        new(line, family, "Анна", patronymic, birth, "Учитель", null, null, null, mail, null, number, null);

    static StaffIdentity.Known Known(string family = "Иванова", DateOnly? birth = null, bool works = true, string? patronymic = "Петровна",
        string? mail = null, string source = "user-1") =>
        new(Guid.CreateVersion7(), [source], family, "Анна", patronymic, birth, mail, works);

    static StaffIdentity.Result Of(StaffRow[] rows, StaffIdentity.Known[] known, params (string Key, bool Same)[] answers) =>
        StaffIdentity.Of(rows, known, new(answers.Select(answer => new StaffReading.Answer(answer.Key, answer.Same)), rest: null));

    [Test]
    public void The_full_name_of_one_who_works_here_is_enough_and_the_id_of_other_files_stays()
    {
        var known = Known(birth: Birth);
        var person = Of([Row(2)], [known]).People.Single();
        Assert.That((person.PersonId, person.SourceId), Is.EqualTo(((Guid?)known.Id, "user-1")));
    }

    [Test]
    public void One_name_without_birth_dates_in_two_rows_is_asked()
    {
        var rows = new[] { Row(2), Row(5) };
        var asked = Of(rows, []);
        Assert.That(asked.People, Is.Empty);
        Assert.That(asked.Questions.Select(q => (q.Key, q.Kind)), Is.EqualTo(new[] { ("rows:2,5", StaffQuestionKind.OneName) }));
        Assert.That(Of(rows, [], ("rows:2,5", true)).People.Single().Rows, Has.Count.EqualTo(2));
        var apart = Of(rows, [], ("rows:2,5", false)).People;
        Assert.That(apart.Select(person => person.SourceId).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void One_birth_date_or_one_number_makes_one_person_and_two_birth_dates_two()
    {
        Assert.That(Of([Row(2, birth: Birth), Row(3, birth: Birth)], []).People, Has.Count.EqualTo(1));
        Assert.That(Of([Row(2, number: "7"), Row(3, number: "7")], []).People, Has.Count.EqualTo(1));
        Assert.That(Of([Row(2, birth: Birth), Row(3, birth: Birth.AddDays(1))], []).People, Has.Count.EqualTo(2));
    }

    [Test]
    public void Whoever_left_and_a_name_without_a_patronymic_are_asked_about()
    {
        var left = Known(works: false);
        var question = Of([Row(2)], [left]).Questions.Single();
        Assert.That((question.Kind, question.Other!.Id), Is.EqualTo((StaffQuestionKind.Known, left.Id)));
        Assert.That(Of([Row(2)], [left], (question.Key, true)).People.Single().PersonId, Is.EqualTo(left.Id));
        var other = Of([Row(2)], [left], (question.Key, false)).People.Single();
        Assert.That((other.PersonId, other.IsApart), Is.EqualTo(((Guid?)null, true)));
        Assert.That(Of([Row(2, patronymic: null)], [Known()]).Questions, Has.Count.EqualTo(1));
    }

    [Test]
    public void Another_family_name_with_all_else_alike_is_asked_about()
    {
        var before = Known(family: "Петрова", birth: Birth);
        var asked = Of([Row(2, birth: Birth)], [before]);
        Assert.That(asked.Questions.Single().Kind, Is.EqualTo(StaffQuestionKind.Renamed));
        Assert.That(Of([Row(2, birth: Birth)], [before], (asked.Questions.Single().Key, true)).People.Single().PersonId, Is.EqualTo(before.Id));
    }

    [Test]
    public void Another_birth_date_is_another_person_and_a_number_or_a_mail_the_same()
    {
        Assert.That(Of([Row(2, birth: Birth)], [Known(birth: Birth.AddYears(1))]).People.Single().PersonId, Is.Null);
        var numbered = Known(family: "Петрова", source: "number:7");
        Assert.That(Of([Row(2, number: "7")], [numbered]).People.Single().PersonId, Is.EqualTo(numbered.Id));
        var mailed = Known(works: false, mail: "A@b.ru");
        Assert.That(Of([Row(2, mail: "a@B.ru")], [mailed]).People.Single().PersonId, Is.EqualTo(mailed.Id));
    }

    [Test]
    public void A_number_alone_does_not_make_another_name_the_same_person()
    {
        var before = Known(family: "Петрова", source: "number:7", patronymic: "Львовна", works: false, mail: "a@b.ru");
        var asked = Of([Row(2, number: "7")], [before]).Questions.Single();
        Assert.That((asked.Kind, asked.Other!.Id), Is.EqualTo((StaffQuestionKind.Renamed, before.Id)));
        Assert.That(Of([Row(2, number: "7")], [before], (asked.Key, true)).People.Single().PersonId, Is.EqualTo(before.Id));
        var next = Of([Row(2, number: "7")], [before], (asked.Key, false)).People.Single();
        Assert.That((next.PersonId, next.SourceId[..5]), Is.EqualTo(((Guid?)null, "list:")), "the number stays with whom it stood for");
        Assert.That(Of([Row(2, number: "7", patronymic: null)], [before]).Questions, Has.Count.EqualTo(1));
        Assert.That(Of([Row(2, number: "7", mail: "A@b.ru")], [before]).People.Single().PersonId, Is.EqualTo(before.Id));
        var born = before with { BirthDate = Birth };
        Assert.That(Of([Row(2, number: "7", birth: Birth)], [born]).People.Single().PersonId, Is.EqualTo(before.Id));
    }

    [Test]
    public void Of_two_namesakes_here_none_is_guessed()
    {
        var row = Row(2);
        Assert.That(Of([row], [Known(), Known(source: "user-2")]).People, Is.Empty);
        Assert.That(row.Faults.Select(fault => fault.Code), Is.EqualTo(new[] { "import.name-of-two" }));
    }

    [FsCheck.NUnit.Property]
    public Property Whoever_the_rows_are_nobody_is_two_people_and_no_person_two_rows_sources() => Prop.ForAll(
        Gen.Choose(0, 2).Select(n => n).Three().ListOf().ToArbitrary(), picks =>
        {
            var rows = picks.Select((pick, i) => Row(i + 2, family: $"Семья{pick.Item1}", birth: pick.Item2 == 0 ? null : Birth.AddDays(pick.Item2),
                number: pick.Item3 == 0 ? null : $"{pick.Item3}")).ToArray();
            var known = new[] { Known("Семья0", Birth.AddDays(1)), Known("Семья1", source: "number:1"), Known("Семья2", Birth.AddDays(2), works: false,
                source: "x") };
            var people = Of(rows, known).People;
            var lines = people.SelectMany(person => person.Rows.Select(row => row.Line)).ToList();
            return lines.Distinct().Count() == lines.Count && people.Where(person => person.PersonId is not null).DistinctBy(person => person.PersonId).Count()
                == people.Count(person => person.PersonId is not null);
        });
}
