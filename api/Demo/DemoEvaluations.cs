using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>What the councils of the showcase schools evaluate this year: one program concluded, one half marked, one just taken up.</summary>
sealed class DemoEvaluations : IDemoArea
{
    public int Turn => 100;

    sealed record Program(Guid Id, Guid OrganizationId, string RegionCode);

    sealed record Member(Guid OrganizationId, Guid PersonId, string Name);

    static readonly string[] Grounds =
    [
        "Цели по планированию урока достигнуты, по цифровым средствам ещё нет", "Открытый урок показал рост уверенности",
            "Сроки двух мероприятий сдвинуты по согласию сторон",
        "Встречи идут каждую неделю, темы записаны", "На посещённой встрече разговор шёл на равных",
            "Разбор урока пары использовали на методическом объединении",
    ];

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var random = new DemoRandom(221);
        var members = (await connection.QueryAsync<Member>(MembersSql)).ToLookup(m => m.OrganizationId);
        var criteria = (await connection.QueryAsync<string>("""
            select code from dictionary_entry where dictionary = 'evaluation-criterion' and valid_to is null order by position
            """)).AsList();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var school in (await connection.QueryAsync<Program>(ProgramsSql)).GroupBy(p => p.OrganizationId))
            foreach (var (program, n) in school.Take(3).Select((program, n) => (program, n)))
            {
                var opened = now.UtcDateTime.AddDays(-30 + (12 * n));
                var (id, concluded) = (random.Id(opened), n == 0);
                await connection.ExecuteAsync("""
                    insert into council_evaluation (id, program_id, organization_id, region_code, school_year, status, due_on, opened_at, opened_by_name,
                        conclusion, recommendation, decision_id, finished_at, version)
                    select @id, @Program, @OrganizationId, @RegionCode, @Year, case when @concluded then 'Concluded' else 'Open' end, @DueOn, @opened, @Name,
                           case when @concluded then 'Программа даёт результат: наставляемый ведёт уроки увереннее, встречи регулярны.' end,
                           case when @concluded then 'Добавить в дорожную карту работу с цифровыми средствами; опыт пары представить коллегам.' end,
                           case when @concluded then (select id from council_decision where organization_id = @OrganizationId
                               and status in ('Adopted', 'CarriedOut') order by decided_at desc limit 1) end,
                           case when @concluded then @opened + interval '16 days' end, 4
                    """, new
                {
                    id, Program = program.Id, program.OrganizationId, program.RegionCode, Year = today.Month >= 9 ? today.Year : today.Year - 1, concluded,
                    DueOn = DemoCalendar.WorkingDay(DateOnly.FromDateTime(opened).AddDays(21)), opened, members[school.Key].First().Name,
                });
                foreach (var (member, m) in members[school.Key].Take(2 - n).Select((member, m) => (member, m)))
                    await connection.ExecuteAsync("""
                        insert into council_evaluation_mark (evaluation_id, program_id, organization_id, region_code, person_id, person_name, criterion_code,
                            mark, ground, marked_at)
                        select @id, @Program, @OrganizationId, @RegionCode, @PersonId, @Name, @Criterion, @Mark, @Ground, @At
                         where not exists (select from program_participant where program_id = @Program and person_id = @PersonId)
                        """, criteria.Select((criterion, c) => new
                    {
                        id, Program = program.Id, program.OrganizationId, program.RegionCode, member.PersonId, member.Name, Criterion = criterion,
                        Mark = 3 - ((c + m) % 3 == 2 ? 1 : (c * m) % 2),
                        Ground = Grounds[c % Grounds.Length], At = opened.AddDays(3 + m),
                    }).ToList());
            }
    }

    const string MembersSql = """
        select s.organization_id, s.person_id, s.person_name name from council_seat s
         where s.status = 'Held' and s.invited_by = 'demo' order by s.organization_id, s.seat desc, s.id
        """;

    // Programs in force in which nobody of the council takes part.
    const string ProgramsSql = """
        select g.id, g.organization_id, g.region_code from program g
         where g.organization_id in (select organization_id from council_seat where invited_by = 'demo') and g.status in ('Active', 'Completed')
           and not exists (select from program_participant p join council_seat s on s.person_id = p.person_id and s.status = 'Held' where p.program_id = g.id)
         order by g.organization_id, g.status, g.activated_at, g.id
        """;
}
