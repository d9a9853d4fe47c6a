using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>Mentors who help beyond their school, one offer in each state, and who asks for them, out of the showcase schools and into them.</summary>
sealed class DemoOffers : IDemoArea
{
    /// <summary>After the profiles and requests of matching.</summary>
    public int Turn => 22;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var at = new { Now = now.UtcDateTime, Today = DateOnly.FromDateTime(now.UtcDateTime), Words = s_words, Wishes = s_wishes };
        await connection.ExecuteAsync(Offers, at);
        await connection.ExecuteAsync(Requests, at);
    }

    static readonly string[] s_words =
    [
        "Помогаю молодым учителям выстроить урок: смотрим запись и разбираем без оценок. Удобно по вторникам после уроков.",
        "Двадцать лет веду классное руководство. Подскажу, как говорить с родителями и не выгореть в первый год.",
        "Вместе соберём программу по предмету и банк заданий. Готова приезжать на уроки раз в месяц.",
        "Помогу освоить цифровые инструменты: электронный журнал, интерактивные задания, дистанционные уроки.",
        "Готовлю к конкурсам педагогического мастерства: от замысла урока до выступления.",
        "Работаю с малокомплектными классами и знаю, как вести урок в разновозрастной группе.",
    ];

    static readonly string[] s_wishes =
    [
        "Первый год в классе, урок не укладывается во время. В школе нет наставника по моему предмету.",
        "Перешла из начальной школы в основную, нужна помощь с методикой.",
        "Хочу научиться разбирать собственные уроки и готовлюсь к аттестации.",
        "В школе я единственный учитель предмета, не с кем посоветоваться.",
    ];

    const string Offers = """
        create temp table demo_offer on commit drop as
        select gen_random_uuid() id, m.*, person_name(w) mentor_name,
               case when m.shown then (array['Open', 'Proposed', 'Declined', 'Withdrawn', 'Ended'])[m.n]
                    when m.lot % 7 = 0 then 'Proposed' else 'Open' end status,
               case when m.shown then 'Region' else (array['Region', 'Country', 'Region', 'Municipality'])[1 + m.lot % 4] end scope,
               coalesce((select a.display_name from role_assignment r join identity.account a on a.id = r.account_id
                          where r.organization_id = m.organization_id and r.role = 'Curator' order by r.started_on limit 1), 'Куратор школы') curator
          from (select m.region_code, m.organization_id, m.person_id mentor_id, m.areas, m.remote, m.capacity_programs, s.shown,
                       abs(hashtext(m.person_id::text)) lot,
                       (row_number() over (partition by m.organization_id order by exists (
                           select from identity.account a where a.person_id = m.person_id and a.email like 'mentor%@demo.example') desc, m.person_id))::int n
                  from mentor_profile m
                 cross join lateral (select exists (select from role_assignment r join identity.account a on a.id = r.account_id
                                                     where r.organization_id = m.organization_id and r.role = 'Curator'
                                                       and a.email like 'curator%@demo.example') shown) s
                 where m.status = 'Confirmed' and m.capacity_programs > 0 and m.areas <> '{}') m
          join person w on w.id = m.mentor_id
         where case when m.shown then m.n <= 5 else m.n = 1 and m.lot % 4 <> 3 end;

        insert into mentor_offer (region_code, id, organization_id, mentor_id, mentor_name, scope, areas, forms, kinds, remote, places, words, ends_on, status,
            proposed_at, decided_at, decided_by_name, reason, ended_at, version)
        select region_code, id, organization_id, mentor_id, mentor_name, scope, areas[1:2], case when lot % 3 = 0 then array['teacher-teacher'] else '{}' end,
               '{}', remote, least(capacity_programs, 1 + lot % 3), (@Words::text[])[1 + lot % 6],
               case status when 'Ended' then @Today - 20 else @Today + 60 + lot % 150 end, status, @Now - make_interval(days => 35 + lot % 40),
               case when status in ('Open', 'Declined', 'Withdrawn', 'Ended') then @Now - make_interval(days => 33) end,
               case when status in ('Open', 'Declined', 'Withdrawn', 'Ended') then curator end,
               case status when 'Declined' then 'В этом году у нас пять своих молодых педагогов. Вернёмся к разговору весной.'
                           when 'Withdrawn' then 'Взял(а) классное руководство, времени не хватит.' end,
               case when status in ('Withdrawn', 'Ended') then @Now - interval '20 days' end, case status when 'Proposed' then 1 when 'Open' then 2 else 3 end
          from demo_offer;
        """;

    const string Requests = """
        create temp table demo_seeker on commit drop as
        select n.region_code, n.organization_id, n.person_id, person_name(w) name, s.shown,
               (row_number() over (partition by case when s.shown then n.organization_id end, n.region_code, s.shown order by exists (
                   select from identity.account a where a.person_id = n.person_id and a.email like 'newcomer%@demo.example') desc, n.person_id))::int k
          from mentee_profile n join person w on w.id = n.person_id
         cross join lateral (select exists (select from role_assignment r join identity.account a on a.id = r.account_id
                                             where r.organization_id = n.organization_id and r.role = 'Curator'
                                               and a.email like 'curator%@demo.example') shown) s
         where n.status = 'Open' and not exists (select from program_participant pp where pp.person_id = n.person_id and pp.left_on is null)
           and not exists (select from match_request r where r.mentee_id = n.person_id and r.status = 'Accepted');

        create temp table demo_offer_request on commit drop as
        select gen_random_uuid() id, o.id offer_id, o.region_code, o.organization_id, o.mentor_id, o.mentor_name, o.curator, s.organization_id school_id,
               s.person_id, s.name, k.status, k.pair, k.ago, k.reason, k.reason_code, k.k
          from (values (1, 'Asked', null, 2, null, null), (2, 'Asked', null, 4, null, null),
                       (3, 'Refused', null, 15, 'Наставник по этому предмету с января будет у нас.', null), (4, 'Sent', 'Requested', 5, null, null),
                       (5, 'Sent', 'Accepted', 9, null, null), (6, 'Sent', 'Declined', 21, null, null), (7, 'Withdrawn', null, 11, null, null),
                       (8, 'Closed', null, 28, null, 'OfferOver')) k (k, status, pair, ago, reason, reason_code)
          join demo_seeker s on s.shown and s.k = k.k
          join lateral (select o.*, row_number() over (order by o.lot, o.id) place from demo_offer o
                         where not o.shown and o.status = 'Open' and o.region_code = s.region_code and o.scope <> 'Municipality') o on o.place = k.k
        union all
        select gen_random_uuid(), o.id, o.region_code, o.organization_id, o.mentor_id, o.mentor_name, o.curator, s.organization_id, s.person_id, s.name,
               'Sent', case s.k % 2 when 1 then 'Requested' else 'Declined' end, 3 + s.k, null, null, s.k
          from demo_offer o
          join demo_seeker s on not s.shown and s.region_code = o.region_code and s.k <= 4 and s.organization_id <> o.organization_id
         where o.shown and o.status = 'Open' and o.n = 1
           and o.id = (select first.id from demo_offer first where first.shown and first.status = 'Open' and first.region_code = o.region_code
                        order by first.organization_id limit 1);

        insert into offer_request (region_code, id, offer_id, organization_id, mentor_id, mentor_name, school_id, mentee_id, mentee_name, by_mentee, words,
            offer_agreed_at, offer_agreed_by_name, status, asked_at, asked_by_name, decided_at, decided_by_name, reason, reason_code, version)
        select region_code, id, offer_id, organization_id, mentor_id, mentor_name, school_id, person_id, name, true, (@Wishes::text[])[1 + k % 4],
               @Now - interval '33 days', curator, status, @Now - make_interval(days => ago + 1), name,
               case when status <> 'Asked' then @Now - make_interval(days => ago) end,
               case when status in ('Sent', 'Refused') then coalesce((
                   select a.display_name from role_assignment r join identity.account a on a.id = r.account_id
                   where r.organization_id = school_id and r.role = 'Curator' order by r.started_on limit 1), 'Куратор школы') end,
               reason, reason_code, case status when 'Asked' then 1 else 2 end
          from demo_offer_request;

        insert into match_request (id, organization_id, region_code, mentor_organization_id, mentor_id, mentor_name, mentee_id, mentee_name, slot, status, note,
            asked_at, asked_by, expires_at, mentor_yes_at, mentee_yes_at, decided_at, reason_code, reason)
        select q.id, q.school_id, s.region_code, q.organization_id, q.mentor_id, q.mentor_name, q.person_id, q.name, 3, q.pair, (@Wishes::text[])[1 + q.k % 4],
               @Now - make_interval(days => q.ago), 'demo', @Now - make_interval(days => q.ago) + interval '14 days',
               case q.pair when 'Accepted' then @Now - make_interval(days => q.ago - 2) end, @Now - make_interval(days => q.ago + 1),
               case when q.pair <> 'Requested' then @Now - make_interval(days => q.ago - 2) end,
               case q.pair when 'Declined' then 'MentorDeclined' end, case q.pair when 'Declined' then 'В этой четверти веду выпускной класс.' end
          from demo_offer_request q join organization s on s.id = q.school_id
         where q.pair is not null;

        update mentor_offer o set taken = 1
          from demo_offer_request q where o.region_code = q.region_code and o.id = q.offer_id and q.pair = 'Accepted';
        """;
}
