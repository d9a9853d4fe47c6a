using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>The councils of the showcase schools: who sits on them, their minutes, and a meeting ahead.</summary>
sealed class DemoCouncil : IDemoArea
{
    public int Turn => 40;

    /// <summary>Somebody of a showcase school.</summary>
    /// <param name="Part">Chair, Member, Invited or Former.</param>
    internal sealed record Person(Guid OrganizationId, string RegionCode, string TimeZone, Guid PersonId, string Name, string Part);

    sealed record Point(string Kind, string Subject, string Heard, string Decision, string Status, int Against = 0, string? Note = null);

    /// <summary>Held meetings, the latest first: days ago, and what they were about.</summary>
    static readonly (int DaysAgo, Point[] Points)[] Held =
    [
        (13,
        [
            new("Difficulties", "Результаты диагностики затруднений за четверть",
                "Чаще всего молодые учителя отмечают планирование урока и работу с родителями. Двум парам не хватает целей по цифровым средствам.",
                "Дополнить программы двух пар целями по цифровым средствам до конца месяца", "Adopted"),
            new("Incentive", "О поощрении наставников по итогам четверти",
                "Председатель представила результаты наставников: открытые уроки, снижение числа пропущенных встреч.",
                "Поддержать премирование наставника, чей наставляемый прошёл аттестацию", "Adopted", Against: 1),
        ]),
        (48,
        [
            new("Act", "О проекте изменений в Положение о наставничестве",
                "Обсудили порядок досрочного завершения программы и срок уведомления. Профсоюз предложил уточнить гарантии наставника.",
                "Направить проект руководителю с учётом замечаний профсоюза", "CarriedOut", Note: "Проект передан руководителю, согласован с профсоюзом."),
            new("Matching", "О закреплении пар на новый учебный год", "Рассмотрели двенадцать пар; по одной паре психолог рекомендовал подождать.",
                "Закрепить пары, кроме пары с отложенным заключением психолога", "CarriedOut", Note: "Пары закреплены приказом."),
            new("Other", "О переносе заседаний на субботу", "Предложение не нашло поддержки: у части членов совета суббота занята кружками.",
                "Проводить заседания по субботам", "Rejected", Against: 3),
        ]),
        (83,
        [
            new("Preparation", "О подготовке к конкурсу «Педагогический дебют»",
                "Кандидатура участницы предложена методическим объединением начальных классов.",
                "Выдвинуть участницу и утвердить план подготовки", "CarriedOut", Note: "Заявка подана, план выполняется."),
            new("Provision", "Об обеспечении наставников методическими материалами", "Для открытых уроков не хватает камеры и места для разбора.",
                "Просить руководителя выделить кабинет для наставнических встреч", "Revoked",
                    Note: "Кабинет нашли в порядке общего расписания, решение не требуется."),
        ]),
    ];

    static readonly (string Kind, string Subject)[] Ahead =
    [
        ("Program", "Рассмотрение программ, представленных на согласование"), ("Evaluation", "Ход мониторинга: показатели первого полугодия"),
        ("Incentive", "О поощрении участников «Педагогического дебюта»"),
    ];

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var random = new DemoRandom(170);
        var people = (await connection.QueryAsync<Person>(PeopleSql)).AsList();
        foreach (var school in people.GroupBy(p => p.OrganizationId))
        {
            var all = school.ToList();
            var members = all.Where(p => p.Part is "Chair" or "Member").OrderByDescending(p => p.Part == "Chair" ? 1 : 0).ToList();
            await Seat(connection, random, all, now);
            foreach (var (daysAgo, points) in Held.Reverse()) await Hold(connection, random, members, now.AddDays(-daysAgo), points);
            await Call(connection, random, members[0], now.AddDays(5));
            await DemoCouncilWork.Tell(connection, random, members, now);
        }
    }

    static Task Seat(NpgsqlConnection connection, DemoRandom random, List<Person> people, DateTimeOffset now) => connection.ExecuteAsync("""
        insert into council_seat (id, organization_id, region_code, person_id, person_name, seat, status, basis, public_councils, invited_at, invited_by,
            started_on, ended_on, reason)
        values (@Id, @OrganizationId, @RegionCode, @PersonId, @Name, @Seat, @Status, 'Приказ о создании совета наставников', @Public, @InvitedAt, 'demo',
            @StartedOn, @EndedOn, @Reason)
        """, people.Select(person =>
    {
        var invited = DemoCalendar.AfterLessons(DateOnly.FromDateTime(now.UtcDateTime).AddDays(person.Part == "Invited" ? -2 : -110),
            TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone), 2);
        var since = DateOnly.FromDateTime(invited).AddDays(2);
        return new
        {
            Id = random.Id(invited), person.OrganizationId, person.RegionCode, person.PersonId, person.Name, Seat = person.Part == "Chair" ? "Chair" : "Member",
            Status = person.Part switch { "Invited" => "Invited", "Former" => "Ended", _ => "Held" }, InvitedAt = invited,
            Public = person.Part == "Chair" ? "Общественный совет при управлении образования" : null,
            StartedOn = person.Part == "Invited" ? (DateOnly?)null : since, EndedOn = person.Part == "Former" ? since.AddDays(60) : (DateOnly?)null,
            Reason = person.Part == "Former" ? "Перешла на работу в методический центр" : null,
        };
    }).ToList());

    static async Task Hold(NpgsqlConnection connection, DemoRandom random, List<Person> members, DateTimeOffset at, Point[] points)
    {
        var (chair, starts) = (members[0], Hour(members[0], at));
        var meeting = random.Id(starts.AddDays(-5));
        var present = members.Take(members.Count - 1).ToList();
        await connection.ExecuteAsync("""
            insert into council_meeting (id, organization_id, region_code, status, starts_at, place, opened_at, closed_at, members, present, secretary_name,
                called_by_name, school_year, number)
            select @meeting, @OrganizationId, @RegionCode, 'Held', @starts, 'Методический кабинет', @starts, @Closed, @Members, @Present, @Secretary, @Name,
                   @Year,
                   (select coalesce(max(number), 0) + 1 from council_meeting where organization_id = @OrganizationId and school_year = @Year)
            """, new
        {
            meeting, chair.OrganizationId, chair.RegionCode, starts, Closed = starts.AddMinutes(70), Members = members.Count, Present = present.Count,
            Secretary = members[1].Name, chair.Name,
            Year = starts.Month >= 9 ? starts.Year : starts.Year - 1,
        });
        await connection.ExecuteAsync("""
            insert into council_attendance (meeting_id, organization_id, region_code, person_id, person_name, chair, present) values (@meeting,
                @OrganizationId, @RegionCode, @PersonId, @Name, @Chair, @Present)
            """, members.Select(m => new
        {
            meeting, m.OrganizationId, m.RegionCode, m.PersonId, m.Name, Chair = m.Part == "Chair",
            Present = present.Contains(m)
        }).ToList());
        foreach (var (index, point) in points.Index())
        {
            var (item, decided) = (random.Id(starts.AddDays(-5)), random.Id(starts));
            var adopted = point.Status != "Rejected";
            await connection.ExecuteAsync("""
                insert into council_agenda_item (id, meeting_id, organization_id, region_code, position, kind, subject, speaker, heard)
                values (@item, @meeting, @OrganizationId, @RegionCode, @Position, @Kind, @Subject, @Speaker, @Heard);
                insert into council_decision (id, meeting_id, agenda_item_id, organization_id, region_code, position, text, status, responsible_name, due_on,
                    votes_for, votes_against, votes_abstained, decided_at, note, version)
                values (@decided, @meeting, @item, @OrganizationId, @RegionCode, @Position, @Decision, @Status, @Responsible, @DueOn, @For, @Against, 0,
                    @starts, @Note, 3)
                """, new
            {
                item, decided, meeting, chair.OrganizationId, chair.RegionCode, Position = index + 1, point.Kind, point.Subject, Speaker = chair.Name,
                point.Heard, point.Decision, point.Status,
                Responsible = adopted ? members[1].Name : null, DueOn = adopted ? DateOnly.FromDateTime(starts).AddDays(30) : (DateOnly?)null,
                For = present.Count - point.Against, point.Against, starts, point.Note,
            });
            await connection.ExecuteAsync("""
                insert into council_vote (decision_id, organization_id, region_code, person_id, vote, cast_at) values (@decided, @OrganizationId, @RegionCode,
                    @PersonId, @Vote, @starts)
                """,
                present.Select((m, n) => new
                {
                    decided, m.OrganizationId, m.RegionCode, m.PersonId,
                    Vote = n >= present.Count - point.Against ? "Against" : "For", starts
                }).ToList());
        }
    }

    static async Task Call(NpgsqlConnection connection, DemoRandom random, Person chair, DateTimeOffset at)
    {
        var starts = Hour(chair, at);
        var meeting = random.Id(starts.AddDays(-8));
        await connection.ExecuteAsync("""
            insert into council_meeting (id, organization_id, region_code, status, starts_at, place, called_by_name)
            values (@meeting, @OrganizationId, @RegionCode, 'Planned', @starts, 'Методический кабинет', @Name)
            """, new { meeting, chair.OrganizationId, chair.RegionCode, starts, chair.Name });
        await connection.ExecuteAsync("""
            insert into council_agenda_item (id, meeting_id, organization_id, region_code, position, kind, subject, speaker) values (@Id, @meeting,
                @OrganizationId, @RegionCode, @Position, @Kind, @Subject, @Name)
            """, Ahead.Select((point, index) => new
        {
            Id = random.Id(starts.AddDays(-8)), meeting, chair.OrganizationId, chair.RegionCode,
            Position = index + 1, point.Kind, point.Subject, chair.Name
        }).ToList());
    }

    static DateTime Hour(Person person, DateTimeOffset at) =>
        DemoCalendar.AfterLessons(DemoCalendar.WorkingDay(DateOnly.FromDateTime(at.UtcDateTime)), TimeZoneInfo.FindSystemTimeZoneById(person.TimeZone), 0);

    // Chair and members as their demo accounts say; two more mentors sit with them, the demo mentor is invited, one has left.
    const string PeopleSql = """
        with school as (
            select distinct r.organization_id, r.region_code, t.time_zone
              from identity.account a join role_assignment r on r.account_id = a.id and r.role = 'CouncilChair'
              join organization_zone t on t.place_id = r.organization_id
             where a.email like 'council%@demo.example'),
        named as (
            select s.*, a.person_id, case r.role when 'CouncilChair' then 'Chair' when 'CouncilMember' then 'Member' else 'Invited' end part, 0 place
              from school s join role_assignment r on r.organization_id = s.organization_id and r.role in ('CouncilChair', 'CouncilMember', 'Mentor')
              join identity.account a on a.id = r.account_id and (a.email like 'council%' or a.email like 'member%' or a.email like 'mentor%')),
        others as (
            select s.*, e.person_id, row_number() over (partition by s.organization_id order by e.started_on, e.person_id) place
              from school s join employment e on e.organization_id = s.organization_id and e.is_main and e.is_teaching and e.position_code = 'teacher'
                 and e.ended_on is null
             where not exists (select from identity.account a where a.person_id = e.person_id))
        select x.organization_id, x.region_code, x.time_zone, x.person_id, person_name(p) name, x.part
          from (select * from named
                union all select organization_id, region_code, time_zone, person_id, case when place = 3 then 'Former' else 'Member' end, place from others
                    where place <= 3) x
          join person p on p.id = x.person_id
         order by x.region_code, x.place, x.part, x.person_id
        """;
}
