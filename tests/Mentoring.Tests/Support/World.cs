using Dapper;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Hosting.Reference;
using Mentoring.Api.Platform;
using Npgsql;

namespace Mentoring.Tests.Support;

/// <summary>Makes facts directly in the database, as its owner, for what a test takes as given.</summary>
public sealed class World(NpgsqlConnection sql)
{
    public const string Region = "RU-TVE";
    public const string Municipality = "28604000";
    public const string OtherRegion = "RU-PRI";

    int _number;

    /// <summary>Russia, two districts, two regions, three municipalities.</summary>
    public Task Territories() => sql.ExecuteAsync("""
        insert into territory (code, parent_code, level, name_ru, name_en, time_zone) values
            ('RU', null, 'Federation', 'Российская Федерация', 'Russian Federation', null),
            ('cfo', 'RU', 'FederalDistrict', 'Центральный федеральный округ', 'Central Federal District', null),
            ('dfo', 'RU', 'FederalDistrict', 'Дальневосточный федеральный округ', 'Far Eastern Federal District', null),
            ('RU-TVE', 'cfo', 'Region', 'Тверская область', 'Tver Oblast', 'Europe/Moscow'),
            ('RU-PRI', 'dfo', 'Region', 'Приморский край', 'Primorsky Krai', 'Asia/Vladivostok'),
            ('28604000', 'RU-TVE', 'Municipality', 'Бологовский район', 'Bologovsky District', null),
            ('28701000', 'RU-TVE', 'Municipality', 'город Тверь', 'Tver', null),
            ('05701000', 'RU-PRI', 'Municipality', 'город Владивосток', 'Vladivostok', null)
        on conflict do nothing;
        with recursive line as (
            select code, code above, 0 depth from territory
            union all select l.code, t.parent_code, l.depth + 1 from line l join territory t on t.code = l.above where t.parent_code is not null)
        insert into territory_tree select above, code, depth from line on conflict do nothing
        """);

    public async Task<Guid> School(string municipality = Municipality, string region = Region)
    {
        var id = Guid.CreateVersion7();
        var number = Interlocked.Increment(ref _number);
        await sql.ExecuteAsync("""
            insert into organization (id, region_code, territory_code, kind, sector, name_full, name_short)
            values (@id, @region, @municipality, 'School', 'General', 'Средняя школа № ' || @number, 'СОШ № ' || @number)
            """, new { id, region, municipality, number });
        return id;
    }

    /// <summary>These dictionaries as the product is delivered with them.</summary>
    public async Task Dictionaries(params string[] names)
    {
        foreach (var entry in ReferenceFiles.Entries().Where(entry => names.Contains(entry.Dictionary)))
            await sql.ExecuteAsync("""
                insert into dictionary_entry (dictionary, code, name_ru, name_en, data, position)
                values (@Dictionary, @Code, @NameRu, @NameEn, coalesce(@Data::jsonb, '{}'), @Position) on conflict do nothing
                """, new { entry.Dictionary, entry.Code, entry.NameRu, entry.NameEn, Data = entry.Data?.GetRawText(), entry.Position });
    }

    /// <summary>A teacher with a main employment at the school.</summary>
    public async Task<Guid> Teacher(Guid school, string name = "Смирнова")
    {
        var id = Guid.CreateVersion7();
        await sql.ExecuteAsync("""
            insert into person (id, family_name, given_name, patronymic, organization_ids) values (@id, @name, 'Анна', 'Петровна', array[@school]);
            insert into employment (id, organization_id, region_code, person_id, position_code, is_teaching, is_main, started_on)
            select gen_random_uuid(), id, region_code, @id, 'teacher', true, true, '2020-09-01' from organization where id = @school
            """, new { id, name, school });
        return id;
    }

    /// <summary>What accounts sign in with that were given a password here.</summary>
    public const string Password = "correct horse battery";

    static readonly string s_hash = Accounts.Hash(Password);

    /// <returns>The e-mail with which the account signs in.</returns>
    public async Task<string> WithPassword(Guid account)
    {
        await sql.ExecuteAsync("update identity.account set password_hash = @s_hash where id = @account", new { s_hash, account });
        return $"{account:n}@test.example";
    }

    /// <summary>An account without roles, of a person or of nobody.</summary>
    public async Task<Guid> Account(Guid? person = null)
    {
        var id = Guid.CreateVersion7();
        await sql.ExecuteAsync("""
            insert into identity.account (id, user_name, normalized_user_name, email, normalized_email, person_id, display_name)
            values (@id, @mail, upper(@mail), @mail, upper(@mail), @person, 'Test account')
            """, new { id, mail = $"{id:n}@test.example", person });
        return id;
    }

    public async Task<Guid> Account(Role role, Guid organization, Guid? person = null)
    {
        var account = await Account(person);
        await Assign(account, role, organization);
        return account;
    }

    public async Task<Guid> Account(Role role, string territory)
    {
        var account = await Account();
        await sql.ExecuteAsync("""
            insert into role_assignment (id, account_id, role, territory_code, started_on, granted_by)
            values (gen_random_uuid(), @account, @role, @territory, '2024-01-01', 'test')
            """, new { account, role = role.ToString(), territory });
        return account;
    }

    /// <summary>A role in force; one that has to be confirmed is.</summary>
    public Task Assign(Guid account, Role role, Guid organization) => sql.ExecuteAsync("""
        insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, granted_by, confirmed_by)
        select gen_random_uuid(), @account, @role, id, region_code, '2024-01-01', 'test', @by from organization where id = @organization
        """, new { account, role = role.ToString(), organization, by = Confidential.Roles.Contains(role) ? "test-region" : null });
}
