using System.Globalization;
using Dapper;
using Mentoring.Api.Features.Monitoring;
using Mentoring.Api.Platform;
using Mentoring.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Features.Common.Imports;

/// <summary>
/// Whatever follows upon what (files of two schools, moves, new numbers, people typed by hand a second time, positions turned by
/// hand, merges and merges taken back), each person ends as one, with every post and every participation, and the sums are those of the facts.
/// </summary>
public sealed class PersonSequenceTests : ImportTest
{
    const string People = "/api/v1/people";
    static readonly DateOnly s_first = new(2025, 1, 1);

    readonly List<Someone> _people = [];
    readonly List<(Guid Program, int Number)> _parts = [];
    readonly List<Guid> _merges = [];
    (Guid School, HttpClient Curator)[] _schools = [];
    string[] _numbers = [];
    HttpClient _region = null!;
    Random _random = null!;
    int _seed;
    int _numbering;

    sealed record Someone(int Number, int? At, IReadOnlyList<(int School, DateOnly From)> Stints);

    [TestCase(11)]
    [TestCase(12)]
    [TestCase(13)]
    [TestCase(14)]
    [TestCase(15)]
    public async Task Each_person_stays_one_loses_nothing_and_the_sums_are_those_of_the_facts(int seed)
    {
        await Begin(seed);
        for (var step = 1; step <= 10; step++)
        {
            var day = s_first.AddDays(30 * step);
            switch (_random.Next(6))
            {
                case 0:
                    await TypedAgain(day);
                    break;
                case 1:
                    await MergeOne();
                    break;
                case 2:
                    await Undo();
                    break;
                case 3:
                    await Turn(day);
                    break;
                default:
                    for (var changes = _random.Next(1, 4); changes > 0; changes--) Change(day);
                    if (_random.Next(3) == 0) _numbering++;
                    await Import(step);
                    break;
            }

            if (_random.Next(3) == 0) await Services.GetRequiredService<RollUpStale>().Run(default);
        }

        while (await MergeOne())
        {
        }

        await Services.GetRequiredService<RollUpStale>().Run(default);
        await EachIsOne();
        var run = await Services.GetRequiredService<ReconcileIndicators>().Run(default);
        Assert.That(await Sql.ExecuteScalarAsync<long>("select count(*) from indicator_difference where reconciliation_id = @run", new { run }), Is.Zero);
    }

    async Task Begin(int seed)
    {
        (_seed, _random, _numbering) = (seed, new Random(seed), 0);
        _people.Clear();
        _parts.Clear();
        _merges.Clear();
        _schools = [await School(), await School()];
        _numbers = [.. Enumerable.Range(0, 2).Select(i => Ogrn(seed * 10 + i))];
        _region = await As(Role.RegionalCoordinator, World.Region);
        for (var i = 0; i < 2; i++)
            await Sql.ExecuteAsync("update organization set ogrn = @Ogrn where id = @Id", new { Ogrn = _numbers[i], Id = _schools[i].School });
        _people.AddRange(Enumerable.Range(1, 10).Select(i => new Someone(i, i % 2, [(i % 2, s_first)])));
        await Import(0);
        await Services.GetRequiredService<OpenMonths>().Run(default);
        await Services.GetRequiredService<FullRollUp>().Run(default);
        for (var number = 1; number <= 4; number++) await Join(await Record(number), number, number % 2);
    }

    /// <summary>Somebody of the one school is typed in at the other as new, without an e-mail, and begins to mentor there.</summary>
    async Task TypedAgain(DateOnly day)
    {
        var here = _people.FindAll(person => person.At is not null);
        var one = here[_random.Next(here.Count)];
        var (school, curator) = _schools[1 - one.At!.Value];
        var p = await Sql.QuerySingleAsync<(string Family, string Given, string Patronymic, string Birth)>(
            "select family_name, given_name, patronymic, birth_date::text from person where id = @id", new { id = await Record(one.Number) });
        var id = (Guid)(await curator.Post($"{Imports}/person", new
        {
            organizationId = school, familyName = p.Family, givenName = p.Given, patronymic = p.Patronymic, birthDate = p.Birth,
            positionCode = "psychologist", isMain = false, startedOn = Day(day), isNew = true,
        }).Gives(202))["id"]!;
        await Check(id);
        var import = await Get(curator, id);
        if ((int)import["problems"]! > 0) return;
        await curator.Post($"{Imports}/{id}/confirm", new { version = (int)import["version"]!, confirmMassChange = true }).Ok();
        await Apply(id);
        var twin = await Sql.QuerySingleAsync<Guid>("""
            select e.person_id from employment e join person p on p.id = e.person_id
             where e.organization_id = @school and e.position_code = 'psychologist' and p.family_name = @Family and p.birth_date = @Birth::date
             order by e.started_on desc limit 1
            """, new { school, p.Family, p.Birth });
        await Join(twin, one.Number, 1 - one.At!.Value);
    }

    async Task<bool> MergeOne()
    {
        var pairs = (await _region.GetAsync($"{People}/duplicates?organizationId={_schools[_random.Next(2)].School}").Ok())["items"]!.AsArray();
        if (pairs.Count == 0) pairs = (await _region.GetAsync($"{People}/duplicates?organizationId={_schools[0].School}").Ok())["items"]!.AsArray();
        if (pairs.Count == 0) pairs = (await _region.GetAsync($"{People}/duplicates?organizationId={_schools[1].School}").Ok())["items"]!.AsArray();
        if (pairs.Count == 0) return false;
        var pair = pairs[_random.Next(pairs.Count)]!;
        Guid[] sides = [(Guid)pair["first"]!["personId"]!, (Guid)pair["second"]!["personId"]!];
        _random.Shuffle(sides);
        var preview = await _region.GetAsync($"{People}/{sides[0]}/merge?absorbedId={sides[1]}").Ok();
        if (preview["obstacles"]!.AsArray().Count > 0)
        {
            await EndTheEarlier(sides);
            preview = await _region.GetAsync($"{People}/{sides[0]}/merge?absorbedId={sides[1]}").Ok();
        }

        Assert.That(preview["obstacles"]!.AsArray(), Is.Empty, $"seed {_seed}: {preview.ToJsonString()}");
        var merge = (Guid)(await _region.Post($"{People}/{sides[0]}/merge", new
        {
            version = (int)preview["survivor"]!["version"]!, absorbedId = sides[1], absorbedVersion = (int)preview["absorbed"]!["version"]!,
        }).Ok())["id"]!;
        _merges.Add(merge);
        return true;
    }

    /// <summary>Two main posts at once: a school corrects the last day of the earlier one, which its file did not tell.</summary>
    Task EndTheEarlier(Guid[] sides) => Sql.ExecuteAsync("""
        update employment a set ended_on = b.started_on from employment b
         where a.person_id = any(@sides) and b.person_id = any(@sides) and a.person_id <> b.person_id and a.is_main and b.is_main and a.period && b.period
           and a.started_on < b.started_on and (a.organization_id, a.position_code) <> (b.organization_id, b.position_code)
        """, new { sides });

    async Task Undo()
    {
        if (_merges.Count == 0) return;
        var undo = $"{People}/merges/{_merges[^1]}/undo";
        var told = (await _region.GetAsync($"{People}/merges?size=200").Ok())["items"]!.AsArray().Single(merge => (Guid)merge!["id"]! == _merges[^1])!;
        using (var answer = await _region.Post(undo, new { version = 1 }))
        {
            Assert.That((bool)told["mayUndo"]!, Is.EqualTo(answer.IsSuccessStatusCode), $"seed {_seed}");
            if (answer.StatusCode == System.Net.HttpStatusCode.Conflict)
            {
                await TurnBack();
                await _region.Post(undo, new { version = 1 }).Ok();
            }
            else
            {
                Assert.That((int)answer.StatusCode, Is.EqualTo(200), $"seed {_seed}: {await answer.Content.ReadAsStringAsync()}");
            }
        }

        Assert.That(await Sql.ExecuteScalarAsync<int>("""
            select count(*) from staff_edit h join employment later on later.id = h.employment_id
              join employment former on former.id = (h.before ->> 'employment_id')::uuid
             where h.undone_at is null and later.person_id <> former.person_id and later.organization_id = any(@ids)
            """, new { ids = _schools.Select(one => one.School).ToArray() }), Is.Zero, $"no work is torn between two, seed {_seed}");
        _merges.RemoveAt(_merges.Count - 1);
    }

    /// <summary>A school turns somebody's main position from a day on, by hand.</summary>
    async Task Turn(DateOnly day)
    {
        var here = _people.FindAll(person => person.At is not null);
        var one = here[_random.Next(here.Count)];
        var (school, curator) = _schools[one.At!.Value];
        var person = await Record(one.Number);
        var post = await Sql.QuerySingleOrDefaultAsync<(Guid Id, int Version, string Position)>("""
            select id, version, position_code from employment
             where person_id = @person and organization_id = @school and is_main and ended_on is null and started_on < @day
            """, new { person, school, day });
        if (post.Id == Guid.Empty) return;
        await curator.Post($"/api/v1/organizations/{school}/people/{person}/employments/{post.Id}/change", new
        {
            version = post.Version, positionCode = post.Position == "head" ? "teacher" : "head", isMain = true, from = Day(day),
        }).Ok();
    }

    /// <summary>A post that both records of the last merge told was turned since: the school takes its turns back, the last first.</summary>
    async Task TurnBack()
    {
        var survivor = await Sql.QuerySingleAsync<Guid>("select survivor_id from person_merge where id = @id", new { id = _merges[^1] });
        foreach (var (school, id) in await Sql.QueryAsync<(Guid School, Guid Id)>("""
            select organization_id, id from staff_edit where person_id = @survivor and kind = 'Work' and undone_at is null order by id desc
            """, new { survivor }))
            await _schools.Single(one => one.School == school).Curator
                .Post($"/api/v1/organizations/{school}/people/{survivor}/edits/{id}/undo", new { }).Gives(204);
    }

    void Change(DateOnly day)
    {
        var here = _people.FindAll(p => p.At is not null);
        var at = _random.Next(2);
        if (_random.Next(3) == 0 || here.Count < 4)
        {
            _people.Add(new(_people.Count + 1, at, [(at, day)]));
            return;
        }

        var one = here[_random.Next(here.Count)];
        if (one.Stints[^1].From == day) return;
        var there = 1 - one.At!.Value;
        _people[one.Number - 1] = _random.Next(2) == 0 ? one with { At = null } : one with { At = there, Stints = [.. one.Stints, (there, day)] };
    }

    async Task Import(int step)
    {
        var file = new Roster { Ogrn = _numbers[0], Mark = $"а{_seed}" };
        file.Orgs.Add($"org-2,,,Вторая школа,school,{_numbers[1]},");
        file.Manifest.Add($"source.step,{step}");
        foreach (var (number, at, stints) in _people.Where(p => p.At is not null))
            file.User(number, email: Email(number))
                .Role(number, id: $"role-{number}-{stints.Count}", org: at == 0 ? Roster.Org : "org-2", hired: Day(stints[^1].From));
        for (var i = 0; i < file.Users.Count; i++)
        {
            file.Users[i] = $"{_numbering}-{file.Users[i]}";
            file.Roles[i] = $"{_numbering}-{file.Roles[i].Replace(",user-", $",{_numbering}-user-", StringComparison.Ordinal)}";
        }

        var first = _random.Next(2);
        foreach (var (school, curator) in new[] { _schools[first], _schools[1 - first] })
            Assert.That((string?)(await Applied(curator, school, file.Zip()))["status"], Is.EqualTo("Applied"), $"seed {_seed}, step {step}");
    }

    async Task Join(Guid person, int number, int at)
    {
        var program = Guid.CreateVersion7();
        await Sql.ExecuteAsync("""
            insert into program (id, organization_id, region_code, title, form_code, kind_code, purpose_code, status, starts_on, ends_on, created_by,
                                 created_at, activated_at)
            select @program, id, region_code, 'Программа', 'teacher-teacher', 'traditional', 'adaptation', 'Active', '2026-09-01', '2027-05-31',
                   'test', '2026-09-01', '2026-09-01' from organization where id = @School;
            insert into program_participant (program_id, organization_id, region_code, person_id, person_name, employer_id, role, joined_on)
            select @program, id, region_code, @person, 'Имя', id, 'Mentor', '2026-09-01' from organization where id = @School
            """, new { program, person, _schools[at].School });
        _parts.Add((program, number));
    }

    async Task EachIsOne()
    {
        var ids = _schools.Select(s => s.School).ToArray();
        foreach (var person in _people)
        {
            var records = (await Sql.QueryAsync<Guid>("""
                select id from person where merged_into is null and organization_ids && @ids
                   and (email = @Email or (name_key, patronymic, birth_date) in (select name_key, patronymic, birth_date from person where email = @Email))
                """, new { ids, Email = Email(person.Number) })).ToList();
            Assert.That(records, Has.Count.EqualTo(1), $"{person.Number} is one, seed {_seed}");
            var id = records[0];
            var work = (await Sql.QueryAsync<(Guid School, string From, string? To)>("""
                select organization_id, started_on::text, ended_on::text from employment where person_id = @id and is_main order by started_on
                """, new { id })).ToList();
            var expected = person.Stints.Select((stint, k) =>
                (_schools[stint.School].School, Day(stint.From), k + 1 < person.Stints.Count ? Day(person.Stints[k + 1].From) : null));
            // A position that turned at a school divides the time there.
            for (var k = work.Count - 1; k > 0; k--)
            {
                if (work[k].School != work[k - 1].School || work[k].From != work[k - 1].To) continue;
                work[k - 1] = work[k - 1] with { To = work[k].To };
                work.RemoveAt(k);
            }

            Assert.That(work.Select((w, k) => k + 1 < work.Count ? w : w with { To = null }), Is.EqualTo(expected), $"{person.Number}, seed {_seed}");
            Assert.That(work[^1].To is null, Is.EqualTo(person.At is not null), $"{person.Number}, seed {_seed}");
            Assert.That(await Sql.QueryAsync<Guid>("select program_id from program_participant where person_id = @id", new { id }),
                Is.EquivalentTo(_parts.Where(part => part.Number == person.Number).Select(part => part.Program)), $"{person.Number}, seed {_seed}");
        }
    }

    Task<Guid> Record(int number) => Sql.QuerySingleAsync<Guid>(
        "select id from person where email = @Email and merged_into is null limit 1", new { Email = Email(number) });

    string Email(int number) => $"person{number}-{_seed}@school.example";

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Ogrn(int of)
    {
        var digits = 102_780_000_000L + of;
        return $"{digits}{(digits % 11 % 10).ToString(CultureInfo.InvariantCulture)}";
    }
}
