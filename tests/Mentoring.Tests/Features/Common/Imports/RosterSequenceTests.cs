using System.Globalization;
using Dapper;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>Any sequence of files of two schools, with newcomers, leavers, moves and new numbers, keeps each person one.</summary>
public sealed class RosterSequenceTests : ImportTest
{
    static readonly DateOnly First = new(2025, 1, 1);

    /// <param name="At">0 and 1: the schools; null once gone.</param>
    /// <param name="Stints">Where and since when.</param>
    sealed record Someone(int Number, int? At, IReadOnlyList<(int School, DateOnly From)> Stints);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Each_person_stays_one_with_one_main_work_however_the_files_follow(int seed)
    {
        var random = new Random(seed);
        var schools = new[] { await School(), await School() };
        var numbers = Enumerable.Range(0, 2).Select(i => Number(seed * 10 + i)).ToArray();
        for (var i = 0; i < 2; i++) await Sql.ExecuteAsync("update organization set ogrn = @Number where id = @School",
            new { Number = numbers[i], schools[i].School });
        var people = Enumerable.Range(1, 12).Select(i => new Someone(i, i % 2, [(i % 2, First)])).ToList();
        var numbering = 0;
        await Import(0);

        for (var step = 1; step <= 7; step++)
        {
            var day = First.AddDays(30 * step);
            for (var changes = random.Next(1, 4); changes > 0; changes--) Change(day);
            if (random.Next(3) == 0) numbering++;
            await Import(step);
        }

        Assert.That(await Sql.QueryAsync<string>("""
            select p.email from person p where p.organization_ids && @ids group by p.email having count(*) > 1
            """, new { ids = schools.Select(s => s.School).ToArray() }), Is.Empty, "nobody is two");
        foreach (var person in people)
        {
            var work = (await Sql.QueryAsync<(Guid School, string From, string? To, bool Main)>("""
                select e.organization_id, e.started_on::text, e.ended_on::text, e.is_main from employment e join person p on p.id = e.person_id
                 where p.email = @Email and p.organization_ids && @ids order by e.started_on
                """, new { Email = $"teacher{person.Number}@school.example", ids = schools.Select(s => s.School).ToArray() })).ToList();
            var expected = person.Stints.Select((stint, k) =>
                (schools[stint.School].School, Day(stint.From), k + 1 < person.Stints.Count ? Day(person.Stints[k + 1].From) : null, true));
            Assert.That(work.Select((w, k) => k + 1 < work.Count ? w : w with { To = null }), Is.EqualTo(expected), $"{person.Number}");
            Assert.That(work[^1].To is null, Is.EqualTo(person.At is not null), $"{person.Number}");
        }

        void Change(DateOnly day)
        {
            var here = people.FindAll(p => p.At is not null);
            var at = random.Next(2);
            if (random.Next(3) == 0 || here.Count < 4)
            {
                people.Add(new(people.Count + 1, at, [(at, day)]));
                return;
            }

            var one = here[random.Next(here.Count)];
            if (one.Stints[^1].From == day) return;
            var there = 1 - one.At!.Value;
            people[one.Number - 1] = random.Next(2) == 0 ? one with { At = null } : one with { At = there, Stints = [.. one.Stints, (there, day)] };
        }

        async Task Import(int step)
        {
            var file = new Roster { Ogrn = numbers[0] };
            file.Orgs.Add($"org-2,,,Вторая школа,school,{numbers[1]},");
            file.Manifest.Add($"source.step,{step}");
            foreach (var (number, at, stints) in people.Where(p => p.At is not null))
                file.User(number).Role(number, id: $"role-{number}-{stints.Count}", org: at == 0 ? Roster.Org : "org-2", hired: Day(stints[^1].From));
            for (var i = 0; i < file.Users.Count; i++)
            {
                file.Users[i] = $"{numbering}-{file.Users[i]}";
                file.Roles[i] = $"{numbering}-{file.Roles[i].Replace(",user-", $",{numbering}-user-", StringComparison.Ordinal)}";
            }

            var first = random.Next(2);
            foreach (var (school, curator) in new[] { schools[first], schools[1 - first] })
                Assert.That((string?)(await Applied(curator, school, file.Zip(), confirmMassChange: true))["status"], Is.EqualTo("Applied"), $"step {step}");
        }
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Number(int of)
    {
        var digits = 102_770_000_000L + of;
        return $"{digits}{(digits % 11 % 10).ToString(CultureInfo.InvariantCulture)}";
    }
}
