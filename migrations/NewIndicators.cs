namespace Mentoring.Migrations;

/// <summary>
/// Indicators of what mentoring leads to and of what may go wrong, and the words of all: what stands above and below the line, and what it
/// means that nothing stands there.
/// </summary>
static class NewIndicators
{
    static readonly string[] s_risks =
    [
        Risk(18, "risk-misunderstood", "IV, риск 1", "Высокий риск: непонимание наставничества", "High risk: mentoring misunderstood"),
        Risk(19, "risk-overload", "IV, риск 2", "Высокий риск: высокая нагрузка", "High risk: high load"),
        Risk(20, "risk-mentor-motivation", "IV, риск 3", "Высокий риск: мотивация наставников", "High risk: mentors’ motivation"),
        Risk(21, "risk-formalism", "IV, риск 4", "Высокий риск: формализм", "High risk: formalism"),
        Risk(22, "risk-mentee-motivation", "IV, риск 5", "Высокий риск: мотивация наставляемых", "High risk: mentees’ motivation"),
        Risk(23, "risk-weak-contours", "IV, риск 6", "Высокий риск: связь контуров", "High risk: weak contours"),
    ];

    /// <summary>One for each kind of risk, by the same formula.</summary>
    static string Risk(int place, string code, string source, string nameRu, string nameEn) => $"""
            ({place}, '{code}', 'Risks', 5, 'Percent', 'Stock', 'LessIsBetter', '{source}', '{nameRu}', '{nameEn}',
                'Организации, в реестре которых на конец месяца есть незакрытый высокий риск этого вида (вероятность × влияние от 15) / '
                || 'организации, которые ведут реестр рисков, × 100; меньше пяти организаций не показываются: реестр школы — её '
                || 'собственный',
                'Organizations whose register has a high risk of this kind that is not closed at the end of the month (probability '
                || 'times impact of 15 on) / organizations that keep a register of risks × 100; fewer than five are not shown: a register '
                || 'is its school’s own')
        """;

    public static readonly string Sql = $"""
        insert into indicator (code, number, position, theme, least, unit, kind, direction, source, valid_from, name_ru, name_en, formula_ru, formula_en)
        select v.code, last.number + v.place, last.position + v.place, v.theme, v.least, v.unit, v.kind, v.direction, v.source, date '2025-09-01',
               v.name_ru, v.name_en, v.formula_ru, v.formula_en
          from (select max(number) number, max(position) position from indicator) last cross join (values
            (1, 'vpr-success', 'Impact', 10, 'Percent', 'Flow', 'MoreIsBetter', 'IV, этап 1',
                'Успешность ВПР у наставляемых', 'Pupils of mentees who pass VPR',
                'Обучающиеся наставляемых, успешно написавшие ВПР / обучающиеся наставляемых, писавшие ВПР, по предметам и параллелям × '
                || '100; в месяце, с которого учитывается результат',
                'Pupils of mentees who passed VPR / pupils of mentees who sat VPR, by subject and grade × 100; in the month since which '
                || 'the result counts'),
            (2, 'oge-success', 'Impact', 10, 'Percent', 'Flow', 'MoreIsBetter', 'IV, этап 1',
                'Успешность ОГЭ у наставляемых', 'Pupils of mentees who pass OGE',
                'Обучающиеся наставляемых, успешно сдавшие ОГЭ / обучающиеся наставляемых, сдававшие ОГЭ, по предметам × 100; в месяце, '
                || 'с которого учитывается результат',
                'Pupils of mentees who passed OGE / pupils of mentees who sat OGE, by subject × 100; in the month since which the '
                || 'result counts'),
            (3, 'ege-success', 'Impact', 10, 'Percent', 'Flow', 'MoreIsBetter', 'IV, этап 1',
                'Успешность ЕГЭ у наставляемых', 'Pupils of mentees who pass EGE',
                'Обучающиеся наставляемых, успешно сдавшие ЕГЭ / обучающиеся наставляемых, сдававшие ЕГЭ, по предметам × 100; в месяце, '
                || 'с которого учитывается результат',
                'Pupils of mentees who passed EGE / pupils of mentees who sat EGE, by subject × 100; in the month since which the '
                || 'result counts'),
            (4, 'attainment-share', 'Impact', 10, 'Percent', 'Flow', 'MoreIsBetter', 'IV, этап 1',
                'Успеваемость у наставляемых', 'Attainment of mentees’ pupils',
                'Обучающиеся наставляемых, успевающие по итогам четверти, полугодия или года / обучающиеся наставляемых по тем '
                || 'предметам и срокам, для которых есть итог и год назад, × 100; динамика — разница с показателем «Успеваемость у них же '
                || 'год назад»',
                'Pupils of mentees who succeed in a term or year / pupils of mentees in the subjects and terms that have a figure of a '
                || 'year before too × 100; the change is the difference to “Attainment with the same teachers a year before”'),
            (5, 'attainment-before', 'Impact', 10, 'Percent', 'Flow', 'Neutral', 'IV, этап 1',
                'Успеваемость у них же год назад', 'Attainment with the same teachers a year before',
                'Обучающиеся тех же педагогов, успевавшие год назад по тем же предметам за тот же срок / обучающиеся тех же педагогов '
                || 'год назад по тем же предметам и срокам × 100; стоит в месяце нынешнего итога, чтобы сравнивать одних и тех же '
                || 'педагогов',
                'Pupils of the same teachers who succeeded a year before in the same subjects and terms / pupils of the same teachers a '
                || 'year before in them × 100; it stands in the month of this year’s figure, so that the same teachers are compared'),
            (6, 'olympiad-participation', 'Impact', 10, 'Per100', 'Flow', 'MoreIsBetter', 'IV, этап 1',
                'Участия в олимпиадах на 100 обучающихся', 'Olympiad participations per 100 pupils',
                'Участия обучающихся наставляемых в олимпиадах на всех этапах / обучающиеся наставляемых, которые учитываются раз в '
                || 'год, с первым этапом, × 100',
                'Participations of mentees’ pupils in olympiads at all stages / pupils of mentees, who count once a year, with their '
                || 'first stage × 100'),
            (7, 'retention-12', 'Impact', 5, 'Percent', 'Flow', 'MoreIsBetter', 'IV, эффективная среда',
                'Закрепление молодых педагогов через год', 'Young teachers who stay after a year',
                'Из этой когорты работающие педагогами по основному месту в любой организации России на конец месяца / педагоги не '
                || 'старше 35 лет, чья первая основная педагогическая работа началась за 12 месяцев до месяца, × 100; считается там, где начинали: '
                || 'перешедшие в другую школу остаются в числителе. Начавшие раньше, чем система знает об их работе, принимаются за '
                || 'начинающих',
                'Of the cohort those with a main work as a teacher at any organization of Russia at the end of the month / teachers up to 35 '
                || 'whose first main work as a teacher began 12 months before the month × 100; counted where they began: whoever moves to '
                || 'another school stays above the line. Earlier work that the system does not know of is not seen'),
            (8, 'retention-24', 'Impact', 5, 'Percent', 'Flow', 'MoreIsBetter', 'IV, эффективная среда',
                'Закрепление молодых педагогов через два года', 'Young teachers who stay after two years',
                'Из этой когорты работающие педагогами по основному месту в любой организации России на конец месяца / педагоги не '
                || 'старше 35 лет, чья первая основная педагогическая работа началась за 24 месяца до месяца, × 100; считается там, где начинали: '
                || 'перешедшие в другую школу остаются в числителе. Начавшие раньше, чем система знает об их работе, принимаются за '
                || 'начинающих',
                'Of the cohort those with a main work as a teacher at any organization of Russia at the end of the month / teachers up to 35 '
                || 'whose first main work as a teacher began 24 months before the month × 100; counted where they began: whoever moves to '
                || 'another school stays above the line. Earlier work that the system does not know of is not seen'),
            (9, 'retention-36', 'Impact', 5, 'Percent', 'Flow', 'MoreIsBetter', 'IV, эффективная среда',
                'Закрепление молодых педагогов через три года', 'Young teachers who stay after three years',
                'Из этой когорты работающие педагогами по основному месту в любой организации России на конец месяца / педагоги не '
                || 'старше 35 лет, чья первая основная педагогическая работа началась за 36 месяцев до месяца, × 100; считается там, где начинали: '
                || 'перешедшие в другую школу остаются в числителе. Начавшие раньше, чем система знает об их работе, принимаются за '
                || 'начинающих',
                'Of the cohort those with a main work as a teacher at any organization of Russia at the end of the month / teachers up to 35 '
                || 'whose first main work as a teacher began 36 months before the month × 100; counted where they began: whoever moves to '
                || 'another school stays above the line. Earlier work that the system does not know of is not seen'),
            (10, 'planning-mentors', 'Impact', 5, 'Percent', 'Stock', 'MoreIsBetter', 'IV, результат 5',
                'Хотят стать наставниками', 'Teachers who wish to become mentors',
                'Педагоги, чьё желание стать наставником открыто на конец месяца / педагоги по основному месту работы на конец месяца × '
                || '100',
                'Teachers whose wish to become a mentor is open at the end of the month / teachers at their main employment at the end '
                || 'of the month × 100'),
            (11, 'planning-mentees', 'Impact', 5, 'Percent', 'Stock', 'Neutral', 'IV, результат 5',
                'Хотят стать наставляемыми', 'Teachers who wish to become mentees',
                'Педагоги, чьё желание стать наставляемым открыто на конец месяца / педагоги по основному месту работы на конец месяца '
                || '× 100',
                'Teachers whose wish to become a mentee is open at the end of the month / teachers at their main employment at the end '
                || 'of the month × 100'),
            (12, 'mentee-activity', 'Impact', 5, 'Percent', 'Stock', 'MoreIsBetter', 'IV, этап 1',
                'Социально-профессиональная активность наставляемых', 'Mentees active beyond their lessons',
                'Наставляемые, которые в этом учебном году отвечали за проведённое публичное событие или участвовали в межшкольной '
                || 'инициативе / наставляемые действующих программ на конец месяца × 100',
                'Mentees who in this school year led a public event that was held or were in an initiative of several schools / mentees '
                || 'of running programs at the end of the month × 100'),
            (13, 'mentee-innovation', 'Impact', 5, 'Percent', 'Stock', 'MoreIsBetter', 'IV, результат 3',
                'Наставляемые в инновационной деятельности', 'Mentees in innovative work',
                'Наставляемые, которые в этом учебном году представили свою практику на экспертизу / наставляемые действующих программ '
                || 'на конец месяца × 100',
                'Mentees who in this school year handed in a practice of their own / mentees of running programs at the end of the '
                || 'month × 100'),
            (14, 'joint-projects', 'Impact', 0, 'Percent', 'Flow', 'MoreIsBetter', 'IV, этап 1',
                'Совместные проекты с результатом', 'Joint projects with a result',
                'Межшкольные инициативы, завершённые в месяце с результатом / межшкольные инициативы, завершённые или закрытые в '
                || 'месяце, × 100; считается там, где инициатива начата',
                'Initiatives of several schools completed in the month with their result / initiatives completed or closed in the month '
                || '× 100; counted where the initiative was started'),
            (15, 'program-signals', 'Risks', 10, 'Percent', 'Flow', 'LessIsBetter', 'IV, этап 1',
                'Программы с сигналами риска', 'Programs with signals of risk',
                'Программы из знаменателя, в которых в месяце стоял сигнал риска, кроме отклонённых куратором / программы, которые идут '
                || 'не меньше 30 дней и действовали в месяце (за период: программо-месяцы), × 100',
                'Programs below the line in which a signal of risk stood in the month, those dismissed by the curator left out / '
                || 'programs at least 30 days old that ran in the month (over a period: program-months) × 100'),
            (16, 'formal-signals', 'Risks', 10, 'Percent', 'Flow', 'LessIsBetter', 'IV, риск 4',
                'Программы с сигналами формализма', 'Programs with signals of formalism',
                'Программы из знаменателя, в которых в месяце стоял сигнал формализма (записи задним числом, одинаковые тексты, дневник '
                || 'одной стороны, нетронутая дорожная карта, нет продуктов), кроме отклонённых куратором / программы, которые идут не '
                || 'меньше 30 дней и действовали в месяце (за период: программо-месяцы), × 100',
                'Programs below the line in which a signal of formalism stood in the month (entries made in one go, copied texts, a log '
                || 'of one side, an untouched roadmap, no products), those dismissed left out / programs at least 30 days old that ran in '
                || 'the month (over a period: program-months) × 100'),
            (17, 'mentors-overloaded', 'Risks', 5, 'Percent', 'Stock', 'LessIsBetter', 'IV, риск 2',
                'Наставники сверх согласованной нагрузки', 'Mentors beyond what they agreed on',
                'Наставники, которые на конец месяца ведут больше программ, чем согласовано в профиле (без него — больше трёх) / '
                || 'наставники действующих программ на конец месяца × 100',
                'Mentors who at the end of the month lead more programs than their profile agrees on (without one, more than three) / '
                || 'mentors of running programs at the end of the month × 100'),
            {string.Join(",\n", s_risks)}
            ) v (place, code, theme, least, unit, kind, direction, source, name_ru, name_en, formula_ru, formula_en);
        """;

    /// <summary>A formula says both measures in one line; each gets its own words.</summary>
    public const string Words = """
        update indicator
           set numerator_ru = split_part(formula_ru, ' / ', 1), numerator_en = split_part(formula_en, ' / ', 1),
               denominator_ru = below_ru, denominator_en = below_en,
               missing_ru = case when code = 'need-coverage' then 'Организация без отмеченной потребности и без проведённого мониторинга не отчиталась'
                   when code = 'conditions-met' then 'Организация, не оценившая условия в учебном году, не отчиталась'
                   when code = 'tutor-load' then 'Центр, который не ведёт здесь тьюторов, не отчитался'
                   when code like 'risk-%' then 'Организация, которая не ведёт реестр рисков, не отчиталась'
                   else 'Организация, которая не ведёт здесь своих педагогов, не отчиталась' end
                   || ' и в сумму не входит. При нулевом знаменателе значения нет: это прочерк, а не ноль.',
               missing_en = case when code = 'need-coverage' then 'An organization without a noted need and without a finished census has not reported'
                   when code = 'conditions-met' then 'An organization that has not assessed its conditions in the school year has not reported'
                   when code = 'tutor-load' then 'A body that keeps no tutors here has not reported'
                   when code like 'risk-%' then 'An organization that keeps no register of risks has not reported'
                   else 'An organization that does not keep its teachers here has not reported' end
                   || ' and is not in the sum. Where nothing stands below the line there is no value: a dash, not nought.'
          from (select code as of, version as at, below.*
                  from indicator
                 cross join lateral (
                    select regexp_replace(split_part(formula_ru, ' / ', 2), ',? × 100.*$', '') ru,
                           regexp_replace(split_part(formula_en, ' / ', 2), ',? × 100.*$', '') en) word
                 cross join lateral (
                    select upper(left(ru, 1)) || substr(ru, 2) below_ru, upper(left(en, 1)) || substr(en, 2) below_en) below) said
         where code = said.of and version = said.at and numerator_ru = '';
        """;
}
