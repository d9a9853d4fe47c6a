using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>The public sections of the showcase schools: posts in every status, an editor, and people who released their names.</summary>
sealed class DemoSite : IDemoArea
{
    public int Turn => 150;

    sealed record Post(int Number, string Category, string Status, int DaysAgo, int? HeldInDays, string Title, string Lead, string Body, string? Reason = null);

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        await connection.ExecuteAsync(Editors);
        await connection.ExecuteAsync(Releases, new { Now = now.UtcDateTime });
        foreach (var post in Posts)
        {
            await connection.ExecuteAsync(Insert, new
            {
                post.Number, post.Category, post.Status, post.Title, post.Lead, post.Body, post.Reason,
                HeldOn = post.HeldInDays is { } days ? DateOnly.FromDateTime(now.UtcDateTime).AddDays(days) : (DateOnly?)null,
                At = now.UtcDateTime.AddDays(-post.DaysAgo),
            });
        }

        await connection.ExecuteAsync(Mentions);
    }

    static readonly Post[] Posts =
    [
        new(1, "Legal", "Published", 82, null, "В школе введена система наставничества", "Приказ и Положение о наставничестве подписаны, куратор назначен.",
            """
            С начала учебного года в школе действует система наставничества педагогических работников.

            ## Что утверждено

            - приказ о введении системы наставничества
            - Положение о наставничестве
            - дорожная карта внедрения
            - состав совета наставников

            Участие добровольное: и наставник, и наставляемый дают письменное согласие и могут отказаться без последствий.
            """),
        new(2, "News", "Published", 60, null, "Первые пары начали работу", "Молодые учителя и их наставники составили персонализированные программы.",
            """
            Каждая программа рассчитана на конкретные затруднения: планирование урока, работа с классом, оценивание.

            Совет наставников рассмотрел программы и одобрил их. Первые встречи уже прошли.
            """),
        new(3, "Event", "Published", 12, -5, "Неделя открытых уроков", "Наставники и наставляемые провели уроки друг для друга и обсудили их по общей схеме.",
            """
            За неделю проведено двенадцать открытых уроков. После каждого урока пара обсуждала три вопроса:

            - что получилось
            - что можно изменить
            - что взять в свою практику
            """),
        new(4, "Method", "Published", 6, null, "Схема разбора урока для пары",
            "Одна страница вопросов, с которой удобно начинать обсуждение посещённого урока.",
            """
            ## До урока

            - какую задачу ставит перед собой учитель
            - на что просит обратить внимание

            ## После урока

            - что увидел наблюдатель: только факты
            - как это оценивает сам учитель
            - один шаг до следующей встречи
            """),
        new(5, "Event", "Published", 2, 16, "Круглый стол «Первый год в школе»",
            "Приглашаем учителей района обсудить, что помогает начинающему педагогу остаться в профессии.",
            """
            В программе — короткие выступления пар, ответы на вопросы и практикум по обратной связи.

            Начало в 15:00, актовый зал. Подключиться можно и по видеосвязи.
            """),
        new(6, "News", "Draft", 1, null, "Итоги первого полугодия", "Черновик: сколько встреч прошло и что изменилось.",
            "Дополнить после заседания совета наставников."),
        new(7, "Event", "Withdrawn", 30, -20, "Мастер-класс по цифровым сервисам", "Мастер-класс перенесён на второе полугодие.",
            "О новой дате сообщим отдельно.", "Событие перенесено"),
    ];

    const string Schools = """
        with school as (
            select r.organization_id id, o.region_code, a.id curator, substring(split_part(a.email, '@', 1) from 8) suffix, a.password_hash
              from identity.account a join role_assignment r on r.account_id = a.id and r.role = 'Curator' join organization o on o.id = r.organization_id
             where a.email ~ '^curator(-(tver|vladivostok))?@demo[.]example$')
        """;

    const string Editors = $"""
        {Schools},
        editor as (
            select school.*, p.id person_id, person_name(p) name, md5('site-editor' || school.id)::uuid account,
                   'site' || suffix || '@demo.example' email
              from school cross join lateral (
                select person_id from employment e
                 where e.organization_id = school.id and e.position_code = 'teacher' and e.is_main and e.ended_on is null
                   and not exists (select from identity.account a where a.person_id = e.person_id)
                 order by e.person_id limit 1) chosen
              join person p on p.id = chosen.person_id),
        account as (
            insert into identity.account (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp,
                person_id, display_name)
            select account, email, upper(email), email, upper(email), true, password_hash, account::text, person_id, name from editor)
        insert into role_assignment (id, account_id, role, organization_id, region_code, started_on, basis, granted_by)
        select md5('site-editor-role' || id)::uuid, account, 'SiteEditor', id, region_code,
               (select min(started_on) from role_assignment where granted_by = 'demo'), 'Приказ о внедрении системы наставничества', 'demo' from editor
        """;

    const string Releases = $"""
        {Schools}
        insert into site_release (id, organization_id, region_code, person_id, released_at)
        select md5('site-release' || school.id || a.person_id)::uuid, school.id, school.region_code, a.person_id, @Now::timestamptz - interval '70 days'
          from school join identity.account a on a.email in ('mentor' || suffix || '@demo.example', 'council' || suffix || '@demo.example',
             'member' || suffix || '@demo.example')
         where a.person_id is not null
        """;

    const string Insert = $"""
        {Schools}
        insert into site_post (id, organization_id, region_code, category, status, title, lead, body, held_on, published_at, withdrawn_at, withdraw_reason,
            created_by, created_at, updated_at)
        select md5('site-post' || school.id || @Number)::uuid, school.id, school.region_code, @Category, @Status, @Title, @Lead, @Body, @HeldOn,
               case when @Status <> 'Draft' then @At end, case when @Status = 'Withdrawn'
                   then @At::timestamptz + interval '4 days' end, @Reason, school.curator::text, @At, @At
          from school
        """;

    const string Mentions = $"""
        {Schools}
        insert into site_post_person (post_id, organization_id, region_code, person_id)
        select md5('site-post' || school.id || 5)::uuid, school.id, school.region_code, r.person_id from school
               join site_release r on r.organization_id = school.id
        """;
}
