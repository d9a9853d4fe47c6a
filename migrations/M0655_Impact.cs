using FluentMigrator;

namespace Mentoring.Migrations;

/// <summary>
/// What changes with those who take part and with the school, by the same questions before and after. Answers stand apart from the row that
/// says that they were given, as they are the person's own; what was corrected stays in the row of the answers.
/// </summary>
[Migration(655)]
public sealed class M0655_Impact : ForwardOnlyMigration
{
    public override void Up()
    {
        Execute.Sql("""
            create table impact_instrument (
                subject      text not null check (subject in ('Mentee', 'Mentor', 'School')),
                edition      int not null check (edition > 0),
                name_ru      text not null,
                name_en      text not null,
                content      jsonb not null,
                published_at timestamptz not null,
                primary key (subject, edition));

            create table impact_measure (
                region_code     text not null,
                id              uuid not null,
                organization_id uuid not null,
                program_id      uuid not null,
                person_id       uuid not null references person,
                role            text not null check (role in ('Mentor', 'Mentee')),
                moment          text not null check (moment in ('Before', 'After')),
                edition         int not null,
                status          text not null check (status in ('Draft', 'Sent', 'Withdrawn')),
                taken_on        date,
                saved_at        timestamptz not null,
                version         int not null default 1,
                primary key (region_code, id),
                unique (region_code, program_id, person_id, moment),
                foreign key (role, edition) references impact_instrument (subject, edition),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code)
                    on update cascade on delete cascade,
                constraint impact_measure_taken check (status <> 'Sent' or taken_on is not null));
            comment on column impact_measure.taken_on is 'When it was sent last: the month of the change is that of the measure after';
            create index impact_measure_program on impact_measure (program_id, organization_id, region_code);
            create index impact_measure_person on impact_measure (person_id);

            create table impact_answer (
                region_code     text not null,
                measure_id      uuid not null,
                organization_id uuid not null,
                program_id      uuid not null,
                person_id       uuid not null references person,
                answers         jsonb not null,
                scores          jsonb,
                results         numeric(3,2)[],
                shared          boolean not null default false,
                past            jsonb not null default '[]',
                primary key (region_code, measure_id),
                foreign key (region_code, measure_id) references impact_measure (region_code, id) on delete cascade,
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code)
                    on update cascade on delete cascade);
            comment on column impact_answer.scores is 'The mean of each scale, of what was sent';
            comment on column impact_answer.results is 'The mean of each of the four results, turned so that more is better; of what was sent';
            comment on column impact_answer.past is 'What was corrected or withdrawn: when, and the answers before';
            create index impact_answer_program on impact_answer (program_id, organization_id, region_code);
            create index impact_answer_person on impact_answer (person_id);

            create table school_impact (
                region_code     text not null,
                organization_id uuid not null,
                school_year     int not null check (school_year between 2015 and 2100),
                moment          text not null check (moment in ('Before', 'After')),
                edition         int not null,
                answers         jsonb not null,
                scores          jsonb not null,
                taken_on        date not null,
                said_by_name    text not null,
                past            jsonb not null default '[]',
                version         int not null default 1,
                primary key (region_code, organization_id, school_year, moment),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            comment on table school_impact is 'How head and curator see the school at the begin and at the end of a school year';
            create index school_impact_organization on school_impact (organization_id, region_code);

            create table impact_reminder (
                region_code     text not null,
                organization_id uuid not null,
                reminded_on     date not null,
                constraint impact_reminder_pkey primary key (region_code, organization_id, reminded_on),
                foreign key (organization_id, region_code) references organization (id, region_code) on update cascade);
            create index impact_reminder_organization on impact_reminder (organization_id, region_code);

            create table adaptation (
                region_code     text not null,
                organization_id uuid not null,
                program_id      uuid not null,
                person_id       uuid not null references person,
                adapted_on      date not null,
                days            int not null check (days >= 0),
                in_plan         boolean not null,
                mentor_id       uuid references person,
                mentor_said_at  timestamptz,
                mentee_said_at  timestamptz,
                past            jsonb not null default '[]',
                version         int not null default 1,
                primary key (region_code, program_id, person_id),
                foreign key (program_id, organization_id, region_code) references program (id, organization_id, region_code)
                    on update cascade on delete cascade,
                constraint adaptation_said check (mentor_said_at is not null or mentee_said_at is not null),
                constraint adaptation_mentor check ((mentor_id is null) = (mentor_said_at is null)));
            comment on column adaptation.days is 'From the first day of the program to that day';
            comment on column adaptation.in_plan is 'Not after the last day of the program, as it was planned when this was said';
            comment on table adaptation is 'Since when a mentee has settled in: it holds once mentor and mentee say the same day';
            create index adaptation_program on adaptation (program_id, organization_id, region_code);
            create index adaptation_person on adaptation (person_id);
            create index adaptation_mentor on adaptation (mentor_id);
            """);
        Execute.Sql("""
            insert into indicator (code, position, number, unit, kind, direction, least, theme, source, valid_from, name_ru, name_en, formula_ru, formula_en)
            select i.code, top.position + i.k, top.number + i.k, i.unit, 'Flow', i.direction, 5, 'Impact', i.source, '2025-09-01',
                   i.name_ru, i.name_en, i.formula_ru, i.formula_en
              from (select max(number)::int number, max(position)::int position from indicator) top
             cross join (values
                ('mentee-motivation', 1, 'Percent', 'MoreIsBetter', 'IV, этап 2, результат 2',
                    'Рост мотивации наставляемых', 'Mentees whose motivation rose',
                    'Наставляемые, у которых балл мотивации и осознанности в замере «после» выше, чем в замере «до» той же программы / наставляемые с обоими '
                        || 'замерами, «после» отправлен в месяце × 100',
                    'Mentees whose score of motivation and awareness is higher after than before in the same program / mentees with both measures, the one '
                        || 'after sent in the month × 100'),
                ('mentor-results', 2, 'Percent', 'MoreIsBetter', 'IV, этап 2, результат 1',
                    'Рост результатов наставников', 'Mentors whose own results rose',
                    'Наставники, у которых балл собственных результатов в замере «после» выше, чем в замере «до» той же программы / наставники с обоими '
                        || 'замерами, «после» отправлен в месяце × 100',
                    'Mentors whose score of own results is higher after than before in the same program / mentors with both measures, the one after sent '
                        || 'in the month × 100'),
                ('innovation-inclusion', 3, 'Percent', 'MoreIsBetter', 'IV, этап 2, результат 3',
                    'Рост включённости в инновационную деятельность', 'Participants more included in innovation',
                    'Наставники и наставляемые, у которых балл включённости в инновационную деятельность в замере «после» выше, чем «до» / участники '
                        || 'с обоими замерами, «после» отправлен в месяце × 100',
                    'Mentors and mentees whose score of inclusion in innovation is higher after than before / participants with both measures, the one '
                        || 'after sent in the month × 100'),
                ('adapted-in-plan', 4, 'Percent', 'MoreIsBetter', 'IV, этап 2, результат 4',
                    'Адаптация в срок программы', 'Settled in within the program''s term',
                    'Наставляемые, чья адаптация подтверждена днём месяца не позже последнего дня программы / наставляемые, чья адаптация подтверждена днём '
                        || 'месяца × 100',
                    'Mentees agreed to have settled in on a day of the month not after the program''s last day / mentees agreed to have settled in on a day '
                        || 'of the month × 100'),
                ('days-to-adapted', 5, 'Days', 'LessIsBetter', 'IV, этап 2, результат 4',
                    'Дней до адаптации', 'Days until settled in',
                    'Сумма дней от начала программы до дня адаптации / наставляемые, чья адаптация подтверждена днём месяца',
                    'Days from the begin of the program to the day of having settled in, added up / mentees agreed to have settled in on a day of the month')
             ) i (code, k, unit, direction, source, name_ru, name_en, formula_ru, formula_en);
            """);
        Execute.Sql(NewIndicators.Words);
        Execute.Sql("""
            insert into indicator_stale (organization_id, region_code, from_period, to_period)
            select id, region_code, date '0001-01-01', null from organization;
            """);
    }
}
