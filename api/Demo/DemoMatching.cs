using Dapper;
using Npgsql;

namespace Mentoring.Demo;

/// <summary>Matching under way at the showcase schools, and mentors of other schools for the proposals of a region.</summary>
sealed class DemoMatching : IDemoArea
{
    /// <summary>After the profiles: it adds only those that are missing.</summary>
    public int Turn => 20;

    public async Task Tell(NpgsqlConnection connection, DateTimeOffset now)
    {
        var at = new { Now = now.UtcDateTime, Today = DateOnly.FromDateTime(now.UtcDateTime) };
        await connection.ExecuteAsync(Profiles, at);
        await connection.ExecuteAsync(Rules, at);
        await connection.ExecuteAsync(Requests, at);
    }

    /// <summary>Whoever has no profile yet: experienced teachers as mentors, newcomers without a program as mentees.</summary>
    const string Profiles = """
        create temp table demo_matching_staff on commit drop as
        select e.organization_id, e.region_code, e.person_id, e.started_on, abs(hashtext(e.person_id::text)) h,
               exists (select from identity.account a where a.person_id = e.person_id) known,
               e.organization_id in (select r.organization_id from role_assignment r join identity.account a on a.id = r.account_id
                                      where a.email like 'curator%@demo.example' and r.role = 'Curator') showcase,
               exists (select from program_participant pp join program p on p.id = pp.program_id
                        where pp.person_id = e.person_id and pp.role = 'Mentee' and p.status not in ('Completed', 'EndedEarly', 'Cancelled')) busy
          from employment e
         where e.ended_on is null and e.is_main and e.is_teaching and e.position_code = 'teacher';

        insert into mentor_profile (organization_id, region_code, person_id, status, summary, capacity_programs, capacity_hours, remote, available_from,
            topics, areas, subjects, confirmed_on, confirmed_by_name)
        select organization_id, region_code, person_id, 'Confirmed', 'Помогаю освоиться в школе и разобрать трудный урок.',
               greatest(2 + h % 3, leads), 6 + h % 6, h % 2 = 0, @Today - 300,
               array[topic[1 + h % 8], topic[1 + (h / 7) % 8]], array[area[1 + h % 7], area[1 + (h / 11 + 1 + h % 7) % 7]],
               array(select code from dictionary_entry d where d.dictionary = 'subject' order by md5(d.code || s.h % 9) limit 1), @Today - 40, 'Куратор'
          from (select s.*, row_number() over (partition by organization_id order by known and not busy desc, started_on, person_id) place,
                       (select count(*) from program_participant pp join program p on p.id = pp.program_id
                         where pp.person_id = s.person_id and pp.employer_id = s.organization_id and pp.role = 'Mentor'
                           and p.status not in ('Completed', 'EndedEarly', 'Cancelled')) leads
                  from demo_matching_staff s where started_on < @Today - 2500) s,
               (select array['methods', 'subject', 'psychological-pedagogical', 'digital', 'extracurricular', 'legal', 'theoretical'] area,
                       array['subject-content', 'teaching-methods', 'upbringing', 'lesson-organisation', 'extracurricular-organisation',
                           'psychological-support', 'work-with-parents', 'additional-education'] topic) codes
         where place <= case when showcase then 8 else 2 end
        on conflict do nothing;

        with newcomers as (
            insert into mentee_profile (organization_id, region_code, person_id, status, subjects, remote, self_image, updated_at)
            select organization_id, region_code, person_id, 'Open',
                   array(select code from dictionary_entry d where d.dictionary = 'subject' order by md5(d.code || s.h % 9) limit 1), h % 3 <> 0,
                       'Веду уроки уверенно, ученикам интересно.', @Now - make_interval(days => 10 + h % 60)
              from (select s.*, row_number() over (partition by organization_id order by started_on desc, person_id) place from demo_matching_staff s
                     where not busy and not exists (select from mentor_profile m where m.person_id = s.person_id)) s
             where place <= case when showcase then 9 else 1 end
            on conflict do nothing returning organization_id, region_code, person_id)
        insert into mentee_difficulty (id, organization_id, region_code, person_id, position, area_code, topic_code, text, level, noted_on)
        select gen_random_uuid(), organization_id, region_code, person_id, n, area[1 + (h / (n * 5) + n) % 7], topic[1 + (h / (n * 3) + n) % 8],
               words[1 + (h / n + n) % 6], 1 + (h / n) % 3, @Today - 30 - h % 40
          from (select *, abs(hashtext(person_id::text)) h from newcomers) s, generate_series(1, 2) n,
               (select array['methods', 'subject', 'psychological-pedagogical', 'digital', 'extracurricular', 'legal', 'theoretical'] area,
                       array['subject-content', 'teaching-methods', 'upbringing', 'lesson-organisation', 'extracurricular-organisation',
                           'psychological-support', 'work-with-parents', 'additional-education'] topic,
                       array['Не успеваю по плану урока', 'Трудно удержать внимание класса', 'Разговор с родителями даётся тяжело',
                           'Не хватает приёмов для слабых учеников',
                             'Электронный журнал и цифровые материалы', 'Подготовка внеурочного занятия'] words) codes;
        """;

    const string Rules = """
        create temp table demo_matching_pair on commit drop as
        select m.organization_id, m.region_code, m.person_id mentor_id, n.person_id mentee_id, m.place mentor_place, n.place mentee_place,
               person_name(a) mentor_name, person_name(b) mentee_name,
                   m.areas
          from (select p.*, row_number() over (partition by p.organization_id
             order by exists (select from identity.account a where a.person_id = p.person_id and a.email like 'mentor%') desc, p.person_id) place
                  from mentor_profile p join demo_matching_staff s using (organization_id, person_id) where s.showcase and p.status = 'Confirmed') m
          join (select p.*, row_number() over (partition by p.organization_id
              order by exists (select from identity.account a where a.person_id = p.person_id and a.email like 'newcomer%') desc, s.known, p.person_id) place
                  from mentee_profile p join demo_matching_staff s using (organization_id, person_id)
                 where s.showcase and p.status = 'Open' and not s.busy
                    and not exists (select from mentor_profile m where m.person_id = p.person_id)) n using (organization_id)
          join person a on a.id = m.person_id join person b on b.id = n.person_id;

        insert into match_veto (id, organization_id, region_code, mentor_id, mentee_id, reason, set_at)
        select gen_random_uuid(), organization_id, region_code, mentor_id, mentee_id, 'Близкие родственники', @Now - interval '20 days'
               from demo_matching_pair where mentor_place = 3 and mentee_place = 4;
        insert into match_lock (id, organization_id, region_code, mentor_id, mentee_id, set_at)
        select gen_random_uuid(), organization_id, region_code, mentor_id, mentee_id, @Now - interval '5 days' from demo_matching_pair where mentor_place = 4
               and mentee_place = 5;
        insert into match_group (id, organization_id, region_code, mentor_id, area_code, seats, opened_at)
        select gen_random_uuid(), organization_id, region_code, mentor_id, areas[1], 4, @Now - interval '9 days' from demo_matching_pair
               where mentor_place = 5 and mentee_place = 1
        """;

    /// <summary>One in each state; the mentor with an account and the newcomer have something to answer.</summary>
    const string Requests = """
        insert into match_request (id, organization_id, region_code, mentor_organization_id, mentor_id, mentor_name, mentee_id, mentee_name, slot, status,
            points, areas, note,
                                   asked_at, asked_by, expires_at, mentor_yes_at, mentee_yes_at, decided_at, reason_code, reason)
        select gen_random_uuid(), p.organization_id, p.region_code, p.organization_id, p.mentor_id, p.mentor_name, p.mentee_id, p.mentee_name, 1, s.status,
               60 + p.mentor_place, p.areas[1:1],
               'Предлагаем поработать вместе до конца учебного года.', @Now - s.ago, 'demo', @Now - s.ago + interval '14 days',
               case when s.mentor_yes then @Now - s.ago + interval '1 day' end, case when s.mentee_yes then @Now - s.ago + interval '2 days' end,
               case when s.status <> 'Requested' then @Now - s.ago + interval '2 days' end, s.code, s.reason
          from demo_matching_pair p
          join (values (1, 2, 'Requested', interval '3 days', false, true, null, null),
                       (2, 1, 'Requested', interval '6 days', true, false, null, null),
                       (6, 3, 'Accepted', interval '8 days', true, true, null, null),
                       (2, 4, 'Declined', interval '12 days', false, false, 'MentorDeclined', 'В этом году веду выпускной класс, не хватит времени.'),
                       (4, 2, 'Expired', interval '25 days', false, true, 'OutOfTime', null)) s (mentor_place, mentee_place, status, ago, mentor_yes,
                           mentee_yes, code, reason)
            on s.mentor_place = p.mentor_place and s.mentee_place = p.mentee_place
        """;
}
