using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>What the councils of the showcase schools prepare, provide and propose, and the cases before them.</summary>
static class DemoCouncilWork
{
    sealed record Pair(Guid ProgramId, Guid MentorId, string MentorName, Guid MenteeId, string MenteeName);

    sealed record Asked(string Kind, string Title, int Days, string Status, string? Result, Guid? Preparation = null, Guid? Program = null,
        string? Area = null);

    /// <summary>Days from now, negative ones are over.</summary>
    static readonly (string Kind, string Level, string Status, string Title, string Aim, int Days, string? Result)[] Events =
    [
        ("Contest", "Municipality", "Preparing", "Муниципальный этап конкурса «Педагогический дебют»",
            "Показать фрагмент урока и защитить методическую разработку", 24, null),
        ("Festival", "Region", "Preparing", "Региональный фестиваль наставнических практик", "Представить практику парных посещений уроков", 52, null),
        ("Conference", "School", "TookPart", "Научно-практическая конференция «Урок сегодня»", "Поделиться приёмами работы с неуспевающими", -33,
            "Выступили две пары, материалы вошли в школьный сборник."),
    ];

    static readonly (int Event, string Title, int Days, string Status, string? Result)[] Steps =
    [
        (0, "Выбрать тему и класс для конкурсного урока", -6, "Done", "Тема согласована с методическим объединением."),
        (0, "Провести пробный урок с разбором", 4, "Open", null), (0, "Записать видеовизитку", 12, "Open", null),
        (1, "Описать практику по форме фестиваля", 20, "Open", null), (2, "Подготовить тезисы выступления", -45, "Done", "Тезисы сданы в срок."),
    ];

    static readonly (string Kind, string Title, int Days, string Status, string? Result)[] Tasks =
    [
        ("Material", "Выделить камеру и штатив для записи открытых уроков", -3, "Open", null),
        ("Infrastructure", "Закрепить кабинет для встреч пар по четвергам", 9, "Open", null),
        ("Methodical", "Собрать банк разборов уроков для молодых учителей", 21, "Open", null),
        ("Organizational", "Согласовать окна в расписании наставников", -20, "Done", "Завуч внёс окна в расписание с понедельника."),
    ];

    public static async Task Tell(NpgsqlConnection connection, DemoRandom random, List<DemoCouncil.Person> members, DateTimeOffset now)
    {
        var (chair, today) = (members[0], DateOnly.FromDateTime(now.UtcDateTime));
        var pairs = (await connection.QueryAsync<Pair>(PairsSql, new { chair.OrganizationId })).AsList();
        if (pairs.Count < 3) return;
        await Prepare(connection, random, members, pairs, today);
        await Reward(connection, random, members, pairs, now);
        await Hear(connection, random, members, pairs, now);
    }

    static async Task Prepare(NpgsqlConnection connection, DemoRandom random, List<DemoCouncil.Person> members, List<Pair> pairs, DateOnly today)
    {
        var chair = members[0];
        var ids = Events.Select(e => random.Id(DemoCalendar.Utc(today.AddDays(-60)))).ToList();
        await connection.ExecuteAsync("""
            insert into council_preparation (id, organization_id, region_code, kind, level, status, title, participants, aim, starts_on, result, created_at)
            values (@Id, @OrganizationId, @RegionCode, @Kind, @Level, @Status, @Title, @Participants, @Aim, @StartsOn, @Result, @CreatedAt)
            """, Events.Select((e, n) => new
        {
            Id = ids[n], chair.OrganizationId, chair.RegionCode, e.Kind, e.Level, e.Status, e.Title,
            Participants = $"{pairs[n].MenteeName}; наставник {pairs[n].MentorName}", e.Aim,
            StartsOn = DemoCalendar.WorkingDay(today.AddDays(e.Days)), e.Result, CreatedAt = DemoCalendar.Utc(today.AddDays(-60)),
        }).ToList());
        var tasks = Steps.Select(s => new Asked("Preparation", s.Title, s.Days, s.Status, s.Result, Preparation: ids[s.Event]))
            .Concat(Tasks.Select(t => new Asked(t.Kind, t.Title, t.Days, t.Status, t.Result)))
            .Append(new Asked("ProgramCorrection", "Добавить цель по цифровым средствам и два занятия в дорожную карту", 14, "Open", null,
                Program: pairs[0].ProgramId, Area: "digital"));
        await connection.ExecuteAsync("""
            insert into council_task (id, organization_id, region_code, kind, status, title, responsible_name, due_on, preparation_id, program_id, area_code,
                result, finished_on, created_at)
            values (@Id, @OrganizationId, @RegionCode, @Kind, @Status, @Title, @Responsible, @DueOn, @Preparation, @Program, @Area, @Result, @FinishedOn,
                @CreatedAt)
            """, tasks.Select((t, n) => new
        {
            Id = random.Id(DemoCalendar.Utc(today.AddDays(-50))), chair.OrganizationId, chair.RegionCode, t.Kind, t.Status, t.Title,
            Responsible = members[n % members.Count].Name,
            DueOn = DemoCalendar.WorkingDay(today.AddDays(t.Days)), t.Preparation, t.Program, t.Area, t.Result,
            FinishedOn = t.Result is null ? (DateOnly?)null : today.AddDays(t.Days - 1), CreatedAt = DemoCalendar.Utc(today.AddDays(-50)),
        }).ToList());
    }

    static Task Reward(NpgsqlConnection connection, DemoRandom random, List<DemoCouncil.Person> members, List<Pair> pairs, DateTimeOffset now)
    {
        var chair = members[0];
        (string Kind, string Function, string Incentive, string Grounds, long? Amount, string Status, int DaysAgo, string? Comment, bool Decided)[] proposals =
        [
            ("Material", "Economic", "Надбавка за наставничество на полугодие", "Вторая пара в этом учебном году", 2_500_000, "Granted", 40,
                "Приказ № 118-л", true),
            ("NonMaterial", "Moral", "Благодарность управления образования", "Подготовила молодого учителя к первой аттестации за один год", null,
                "Proposed", 3, null, false),
            ("Material", "Economic", "Премия по итогам четверти", "Наставляемый прошёл аттестацию, проведены шесть открытых уроков", 1_200_000, "Supported",
                16, null, true),
            ("NonMaterial", "Social", "Методический день", "Большая нагрузка в двух программах", null, "NotSupported", 60,
                "В расписании нет свободного дня; предложен отгул.", false),
        ];
        return connection.ExecuteAsync("""
            insert into incentive_proposal (id, organization_id, region_code, person_id, person_name, kind, function, incentive, grounds, amount_kopecks,
                status, decision_id, proposed_by, proposed_by_name, proposed_at, decided_at, comment)
            values (@Id, @OrganizationId, @RegionCode, @PersonId, @PersonName, @Kind, @Function, @Incentive, @Grounds, @Amount, @Status,
                    case when @Decided then (select d.id from council_decision d join council_agenda_item i on i.id = d.agenda_item_id
                        where d.organization_id = @OrganizationId and i.kind = 'Incentive' limit 1) end,
                    @By, @ByName, @At, case when @Status <> 'Proposed' then @At + interval '3 days' end, @Comment)
            """, proposals.Select((p, n) => new
        {
            Id = random.Id(now.UtcDateTime.AddDays(-p.DaysAgo)), chair.OrganizationId, chair.RegionCode, PersonId = pairs[n % pairs.Count].MentorId,
            PersonName = pairs[n % pairs.Count].MentorName,
            p.Kind, p.Function, p.Incentive, p.Grounds, p.Amount, p.Status, p.Decided, By = members[1].PersonId, ByName = members[1].Name,
            At = now.UtcDateTime.AddDays(-p.DaysAgo), p.Comment,
        }).ToList());
    }

    static async Task Hear(NpgsqlConnection connection, DemoRandom random, List<DemoCouncil.Person> members, List<Pair> pairs, DateTimeOffset now)
    {
        var (chair, arbiter, pair) = (members[0], members.First(m => m.Part == "Member"), pairs[0]);
        (string Kind, string About, string Status, string Subject, string Statement, string Wish, int DaysAgo, bool Assigned, string? Decision,
            string? Measures)[] cases =
        [
            ("Disagreement", "Mentor", "Opened", "Встречи переносятся без предупреждения",
                "За последний месяц три встречи перенесены в день встречи. Я не успеваю подготовить вопросы.", "Договориться о постоянном дне", 2, false,
                    null, null),
            ("Complaint", "Conditions", "Hearing", "Нет времени на посещение уроков наставника",
                "Мои уроки стоят в те же часы, что и уроки наставника. Посетить его урок не удалось ни разу.", "Освободить один час в неделю", 12, true,
                    null, null),
            ("Consultation", "Conditions", "Decided", "Как оплачивается наставничество при двух программах",
                "Наставляемых двое, программы идут одновременно. Прошу разъяснить порядок доплаты.", "", 30, true,
                "Доплата устанавливается по каждой программе отдельно, как записано в согласии наставника.",
                    "Куратору проверить дополнительные соглашения до конца месяца."),
        ];
        foreach (var one in cases)
        {
            var at = now.UtcDateTime.AddDays(-one.DaysAgo);
            var (id, decidedAt) = (random.Id(at), one.Decision is null ? (DateTime?)null : now.UtcDateTime.AddDays(-4));
            await connection.ExecuteAsync("""
                insert into arbitration_case (id, organization_id, region_code, kind, about, status, subject, statement, wish, complainant_id,
                    complainant_name, arbiter_ids, arbiter_names, decision, measures, opened_at, decided_at, version)
                values (@id, @OrganizationId, @RegionCode, @Kind, @About, @Status, @Subject, @Statement, @Wish, @MenteeId, @MenteeName,
                        case when @Assigned then array[@PersonId]::uuid[] else '{}' end, case when @Assigned then array[@Name]
                            else '{}' end, @Decision, @Measures, @at, @decidedAt, 4)
                """, new
            {
                id, chair.OrganizationId, chair.RegionCode, one.Kind, one.About, one.Status, one.Subject, one.Statement, one.Wish, pair.MenteeId,
                pair.MenteeName, one.Assigned,
                arbiter.PersonId, arbiter.Name, one.Decision, one.Measures, at, decidedAt,
            });
            var entries = new List<(string Kind, Guid Author, string Name, string Text, DateTime At)> { ("Opened", pair.MenteeId, pair.MenteeName, "", at) };
            if (one.Assigned)
            {
                entries.Add(("Assigned", chair.PersonId, chair.Name, arbiter.Name, at.AddDays(1)));
                entries.Add(("Heard", arbiter.PersonId, arbiter.Name, "Поговорили с обеими сторонами, запросили расписание.", at.AddDays(3)));
                entries.Add(("Said", pair.MenteeId, pair.MenteeName, "Приложила свободные часы по дням недели.", at.AddDays(4)));
            }

            if (one.Decision is { } decision) entries.Add(("Decided", arbiter.PersonId, arbiter.Name, decision, decidedAt!.Value));
            await connection.ExecuteAsync("""
                insert into arbitration_entry (id, case_id, organization_id, region_code, position, kind, author_id, author_name, text, at)
                values (@Id, @Case, @OrganizationId, @RegionCode, @Position, @Kind, @Author, @Name, @Text, @At)
                """, entries.Select((e, n) => new
            {
                Id = random.Id(e.At), Case = id, chair.OrganizationId, chair.RegionCode, Position = n + 1, e.Kind, e.Author, e.Name, e.Text, e.At,
            }).ToList());
        }
    }

    // Pairs of the school that have a program in force, those with the demo mentee first.
    const string PairsSql = """
        select g.id program_id, m.person_id mentor_id, m.person_name mentor_name, e.person_id mentee_id, e.person_name mentee_name
          from program g
          join program_participant m on m.program_id = g.id and m.role = 'Mentor'
          join program_participant e on e.program_id = g.id and e.role = 'Mentee'
          left join identity.account a on a.person_id = e.person_id and a.email like 'mentee%@demo.example'
         where g.organization_id = @OrganizationId and g.status = 'Active'
         order by a.id is null, g.starts_on, g.id limit 12
        """;
}
