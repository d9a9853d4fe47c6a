using System.Text;
using System.Text.Json;
using Dapper;
using Mentoring.Api.Features.School.Practices;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>
/// The banks of the showcase schools: a practice that was returned once, published and is used; one with the first review;
/// a draft that waits for an author's answer.
/// </summary>
sealed class DemoPractices : IDemoArea
{
    public int Turn => 120;

    sealed record Person(Guid OrganizationId, string RegionCode, Guid PersonId, string Name, string Part);

    sealed record Text(string Title, string Problem, string Description, string Results, string Evidence, string[] Areas, string[] Topics);

    static readonly Text Visits = new("Парное посещение уроков",
        "Начинающему учителю трудно увидеть свой урок со стороны: внимания хватает только на класс.",
        """
        1. До урока пара договаривается об одном вопросе, на который смотрит наблюдатель.
        2. Наблюдатель записывает только факты: время, реплики, что делали ученики.
        3. В тот же день пара двадцать минут разбирает запись. Первым говорит тот, кто вёл урок.
        4. В конце выбирают один шаг до следующего посещения. Через две недели стороны меняются местами.
        """,
        "За четверть доля времени, когда на уроке говорят и работают ученики, выросла с 35 до 60 процентов. Учитель сам называет, что изменить.",
        "Восемь листов наблюдения, диагностика затруднений в сентябре и декабре, отзыв методического объединения.", ["methods", "psychological-pedagogical"],
            ["teaching-methods", "lesson-organisation"]);

    static readonly Text Parents = new("Первое родительское собрание по сценарию пары",
        "Перед первым собранием молодой классный руководитель боится вопросов, на которые не знает ответа.",
        """
        1. Собираем вопросы родителей заранее короткой анкетой.
        2. Вместе пишем сценарий на сорок минут: что говорит учитель, где родители работают в группах.
        3. Проигрываем три трудных вопроса по ролям.
        4. После собрания разбираем, какие ответы сработали.
        """,
        "На собрание пришли 24 родителя из 27, ни один вопрос не остался без ответа. Через месяц учитель провёл второе собрание сам.",
        "Сценарий, анкета, запись разбора.", ["extracurricular", "psychological-pedagogical"], ["work-with-parents"]);

    static readonly Text Question = new("Вопрос дня в начале урока",
        "Первые пять минут урока уходят на то, чтобы класс успокоился.",
        "На доске до звонка стоит один вопрос по прошлой теме. Класс отвечает письменно три минуты, ответы двух учеников обсуждаем вслух.",
        "Урок начинается со звонком; ошибки прошлой темы видны сразу.", "Подборка вопросов за месяц, листы наставника с двух уроков.", ["methods"],
            ["lesson-organisation"]);

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var random = new DemoRandom(222);
        var criteria = (await connection.QueryAsync<string>("""
            select code from dictionary_entry where dictionary = 'practice-criterion' and valid_to is null order by position
            """)).AsList();
        foreach (var school in (await connection.QueryAsync<Person>(PeopleSql)).GroupBy(p => p.OrganizationId))
        {
            var (mentor, mentee, council) = (school.First(p => p.Part == "Mentor"), school.First(p => p.Part == "Mentee"),
                school.Where(p => p.Part is "Chair" or "Seat").OrderBy(p => p.Part).ToList());
            var (chair, member) = (council[0], council[1]);

            var visits = await Write(Visits, "Published", round: 2, mentor, now.UtcDateTime.AddDays(-60), now.UtcDateTime.AddDays(-25), chair.Name,
                "Отобрана: результат измерен, описание можно повторить.");
            await Authors(visits, now.UtcDateTime.AddDays(-59), (mentor, true), (mentee, true));
            await Review(visits, 1, member, now.UtcDateTime.AddDays(-48), false, "Идея хорошая, но не видно, что изменилось. Добавьте замеры до и после.",
                [3, 2, 0, 1, 3]);
            await Review(visits, 1, chair, now.UtcDateTime.AddDays(-47), false, "Распишите шаги: другой паре пока не повторить.", [3, 1, 1, 1, 2]);
            await Review(visits, 2, member, now.UtcDateTime.AddDays(-30), true, "Замеры появились, лист наблюдения приложен.", [3, 3, 3, 2, 3]);
            await Review(visits, 2, chair, now.UtcDateTime.AddDays(-29), true, "Подходит любым предметам, можно рекомендовать всем парам.", [3, 3, 2, 3, 3]);
            await connection.ExecuteAsync(Material,
                new
                {
                    Id = visits, File = random.Id(now.UtcDateTime.AddDays(-40)), Material = random.Id(now.UtcDateTime.AddDays(-40)),
                    At = now.UtcDateTime.AddDays(-40), Bytes = Encoding.UTF8.GetBytes(Sheet)
                });
            await connection.ExecuteAsync(Use, new { Id = visits, Mentor = mentor.PersonId, At = now.UtcDateTime.AddDays(-20) });

            var parents = await Write(Parents, "InReview", round: 1, mentee, now.UtcDateTime.AddDays(-16), null, null, null);
            await Authors(parents, now.UtcDateTime.AddDays(-15), (mentee, true), (mentor, false));
            await Review(parents, 1, member, now.UtcDateTime.AddDays(-2), true, "Сценарий пригодится каждому классному руководителю. Приложите анкету.",
                [3, 3, 2, 1, 3]);
            await Review(parents, 1, chair, null, null, null, []);

            var question = await Write(Question, "Draft", round: 0, mentor, now.UtcDateTime.AddDays(-3), null, null, null);
            await Authors(question, now.UtcDateTime.AddDays(-3), (mentor, true), (mentee, null));
        }

        async Task<Guid> Write(Text text, string status, int round, Person author, DateTime begun, DateTime? decided, string? by, string? comment)
        {
            var id = random.Id(begun);
            await connection.ExecuteAsync("""
                insert into practice (id, organization_id, region_code, status, title, problem, description, results, evidence, areas, topics, created_by,
                    created_at, updated_at,
                                      submitted_at, decided_at, decided_by_name, decision_comment, published_at, round, version)
                values (@id, @OrganizationId, @RegionCode, @status, @Title, @Problem, @Description, @Results, @Evidence, @Areas, @Topics, @PersonId, @begun,
                    coalesce(@decided::timestamptz, @begun + interval '2 days'),
                        case when @status <> 'Draft' then coalesce(@decided::timestamptz - interval '9 days', @begun + interval '2 days') end, @decided, @by,
                            @comment,
                        case when @status = 'Published' then @decided::timestamptz end, @round, 1 + 3 * @round)
                """, new
            {
                id, author.OrganizationId, author.RegionCode, status, text.Title, text.Problem, Description = text.Description.Trim(), text.Results,
                text.Evidence, text.Areas, text.Topics,
                author.PersonId, begun, decided, by, comment, round,
            });
            return id;
        }

        Task Authors(Guid practice, DateTime at, params (Person Person, bool? Named)[] authors) => connection.ExecuteAsync("""
            insert into practice_author (practice_id, organization_id, region_code, person_id, person_name, named, answered_at)
            values (@practice, @OrganizationId, @RegionCode, @PersonId, @Name, @Named, case when @Named::boolean is not null then @at::timestamptz end)
            """, authors.Select(a => new { practice, a.Person.OrganizationId, a.Person.RegionCode, a.Person.PersonId, a.Person.Name, a.Named, at }).ToList());

        Task Review(Guid practice, int round, Person reviewer, DateTime? at, bool? recommended, string? comment, int[] marks) => connection.ExecuteAsync("""
            insert into practice_review (practice_id, round, organization_id, region_code, reviewer_id, reviewer_name, assigned_at, recommended, comment,
                marks, reviewed_at)
            values (@practice, @round, @OrganizationId, @RegionCode, @PersonId, @Name,
                coalesce(@at::timestamptz - interval '3 days', @Now - interval '5 days'), @recommended, @comment, @Marks::jsonb, @at)
            """, new
        {
            practice, round, reviewer.OrganizationId, reviewer.RegionCode, reviewer.PersonId, reviewer.Name, recommended, comment, at, Now = now.UtcDateTime,
            Marks = JsonSerializer.Serialize(criteria.Zip(marks, (criterion, mark) => new PracticeMark(criterion, mark, Grounds[mark])),
                JsonSerializerOptions.Web),
        });
    }

    /// <summary>What a mark from 0 to 3 rests on.</summary>
    static readonly string[] Grounds = ["В описании об этом ничего нет", "Сказано, но без подтверждения", "Есть в описании, примеров мало",
        "Видно по описанию и материалам"];

    const string Sheet = "Лист наблюдения\r\n\r\nВопрос пары:\r\nВремя / что делал учитель / что делали ученики:\r\nОдин шаг до следующего посещения:\r\n";

    const string Material = """
        with file as (
            insert into stored_file (region_code, id, organization_id, name, media_type, kind, size, sha256, content, stored_at)
            select region_code, @File, organization_id, 'list-nablyudeniya.txt', 'text/plain', 'PracticeMaterial',
                   length(@Bytes), encode(sha256(@Bytes), 'hex'), @Bytes, @At from practice where id = @Id
            returning region_code, id)
        insert into practice_material (id, practice_id, organization_id, region_code, title, file_id, added_at)
        select @Material, p.id, p.organization_id, p.region_code, 'Лист наблюдения урока', file.id, @At from practice p cross join file where p.id = @Id
        """;

    const string Use = """
        insert into practice_use (practice_id, program_id, organization_id, region_code, practice_title, kind, note, used_by_name, used_at)
        select p.id, g.id, p.organization_id, p.region_code, p.title, 'RoadmapIdea',
               'К цели по планированию урока: посещаем уроки друг друга раз в две недели', i.person_name, greatest(@At::timestamptz, g.activated_at)
          from practice p join program g on g.organization_id = p.organization_id and g.status = 'Active'
          join program_participant i on i.program_id = g.id and i.person_id = @Mentor
         where p.id = @Id order by g.activated_at, g.id limit 1
        """;

    // The demo pair of each school with a council, and those who sit on it: its chair, and the member with an account first.
    const string PeopleSql = """
        with school as (select distinct organization_id from council_seat where invited_by = 'demo')
        select r.organization_id, r.region_code, a.person_id, person_name(p) name, r.role part
          from school s join role_assignment r on r.organization_id = s.organization_id and r.role in ('Mentor', 'Mentee') and r.ended_on is null
          join identity.account a on a.id = r.account_id and a.email like lower(r.role) || '%@demo.example'
          join person p on p.id = a.person_id
        union all
        (select s.organization_id, s.region_code, s.person_id, s.person_name, case s.seat when 'Chair' then 'Chair' else 'Seat' end
          from council_seat s where s.invited_by = 'demo' and s.status = 'Held'
          order by exists (select from identity.account a where a.person_id = s.person_id) desc, s.id)
        """;
}
