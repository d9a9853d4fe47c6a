namespace Mentoring.Migrations;

/// <summary>
/// The indicators in their versions. A formula that changes gets a row with the next version; the sums are computed by
/// the API's <c>IndicatorFacts</c>. Sources are sections of the federal guidelines on mentoring of teachers.
/// </summary>
static class IndicatorCatalogue
{
    public const string Sql = """
        insert into indicator (code, position, unit, kind, direction, source, valid_from, name_ru, name_en, formula_ru, formula_en) values
        ('need-coverage', 1, 'Percent', 'Stock', 'MoreIsBetter', 'I; IV, результат 4', '2025-09-01',
            'Охват нуждающихся наставничеством', 'Teachers in need who have a mentor',
            'Педагоги с выявленной потребностью, которые участвуют как наставляемые в действующей программе на конец месяца / педагоги с '
                || 'потребностью, выявленной в учебном году, работающие в организации по основному месту на конец месяца × 100',
            'Teachers with a noted need who are mentees of a running program at the end of the month / teachers with a need noted in the school year '
                || 'whose main employment is at the organization at the end of the month × 100'),
        ('active-programs', 2, 'Per100', 'Stock', 'MoreIsBetter', 'III; IV', '2025-09-01',
            'Действующие программы на 100 педагогов', 'Running programs per 100 teachers',
            'Программы, начатые и не завершённые на конец месяца (включая приостановленные) / педагоги по основному месту работы на конец месяца × 100',
            'Programs begun and not finished at the end of the month (paused ones included) / teachers at their main employment at the end of the month × 100'),
        ('consent-share', 3, 'Percent', 'Flow', 'Neutral', '1.2, принцип добровольности', '2025-09-01',
            'Доля данных согласий', 'Consents given',
            'Согласия, данные в месяце (в том числе отозванные позднее) / решения о согласии, принятые в месяце × 100',
            'Consents given in the month (those revoked later included) / consents decided in the month × 100'),
        ('meetings-per-program', 4, 'PerProgram', 'Flow', 'MoreIsBetter', 'III; IV, риск 4', '2025-09-01',
            'Встречи на программу в месяц', 'Meetings per program and month',
            'Состоявшиеся в месяце встречи / программы, действовавшие в месяце (за период: программо-месяцы)',
            'Meetings held in the month / programs that ran in the month (over a period: program-months)'),
        ('roadmap-completion', 5, 'Percent', 'Flow', 'MoreIsBetter', 'IV, этап 1', '2025-09-01',
            'Выполнение дорожных карт', 'Roadmap activities done',
            'Выполненные мероприятия со сроком в месяце / мероприятия со сроком в месяце в программах, действовавших в месяце × 100',
            'Activities due in the month and done / activities due in the month in programs that ran in the month × 100'),
        ('completion-rate', 6, 'Percent', 'Flow', 'MoreIsBetter', 'IV, этап 1', '2025-09-01',
            'Доля завершённых программ', 'Programs completed',
            'Программы, завершённые в месяце / программы, завершённые или досрочно прекращённые в месяце × 100',
            'Programs completed in the month / programs completed or ended early in the month × 100'),
        ('mentor-load', 7, 'PerMentor', 'Stock', 'LessIsBetter', 'IV, риск 2', '2025-09-01',
            'Программ на наставника', 'Programs per mentor',
            'Места наставников в действующих программах на конец месяца / наставники в них, без повторов, по организации-работодателю',
            'Places of mentors in running programs at the end of the month / distinct mentors in them, at the organization that employs them'),
        ('days-to-active', 8, 'Days', 'Flow', 'LessIsBetter', '3.3; IV, результат 4', '2025-09-01',
            'Дней от проекта до начала программы', 'Days from draft to start',
            'Сумма календарных дней от создания проекта программы до её начала / программы, начатые в месяце',
            'Calendar days from a program''s draft to its start, added up / programs begun in the month');
        """;

    /// <summary>Added with the conditions, which came later than the first eight.</summary>
    public const string Conditions = """
        insert into indicator (code, position, unit, kind, direction, source, valid_from, name_ru, name_en, formula_ru, formula_en) values
        ('conditions-met', 9, 'Percent', 'Stock', 'MoreIsBetter', 'II', '2025-09-01',
            'Доля созданных условий', 'Conditions met',
            'Условия, оценённые школой как созданные в этом учебном году на конец месяца / условия каталога на конец месяца × 100; школа учитывается '
                || 'с первой оценки учебного года',
            'Conditions that the school has assessed as met in this school year at the end of the month / conditions of the catalogue at the end of '
                || 'the month × 100; a school counts from its first assessment of the year');
        """;

    /// <summary>Said more exactly, and computed so: a program whose mentor has left covers nobody. All months go by it.</summary>
    public const string CoveredByMentors = """
        update indicator set valid_to = '2026-11-29' where code = 'need-coverage' and version = 1;
        insert into indicator (code, version, position, unit, kind, direction, source, valid_from, name_ru, name_en, formula_ru, formula_en)
        select code, 2, position, unit, kind, direction, source, '2026-11-29', name_ru, name_en,
               'Педагоги с выявленной потребностью, которые на конец месяца участвуют как наставляемые в действующей программе, где есть наставник / '
                   || 'педагоги с потребностью, выявленной в учебном году, работающие в организации по основному месту на конец месяца × 100',
               'Teachers with a noted need who at the end of the month are mentees of a running program that has a mentor / '
                   || 'teachers with a need noted in the school year whose main employment is at the organization at the end of the month × 100'
          from indicator where code = 'need-coverage' and version = 1;
        """;

    /// <summary>What schools and the bodies behind them do together. Each says of which group of the dashboard it is.</summary>
    public const string Contours = """
        insert into indicator (code, position, theme, least, unit, kind, direction, source, valid_from, name_ru, name_en, formula_ru, formula_en) values
        ('routes-running', 10, 'Routes', 0, 'Percent', 'Stock', 'MoreIsBetter', '3.2', '2025-09-01',
            'Педагоги с действующим маршрутом', 'Teachers with a route under way',
            'Педагоги по основному месту работы, чей маршрут на конец месяца идёт по принятой дорожной карте / педагоги, которые на конец месяца начали '
                || 'маршрут и не окончили его, ждут тьютора, о котором просили, или сопровождаются им × 100',
            'Teachers at their main employment whose route follows its roadmap at the end of the month / teachers who at the end of the month have begun '
                || 'a route and not ended it, wait for the tutor whom they asked for, or have one × 100'),
        ('deficits-closed', 11, 'Routes', 10, 'Percent', 'Flow', 'MoreIsBetter', '3.2', '2025-09-01',
            'Дефициты, преодолённые в маршрутах', 'Deficits overcome on routes',
            'Дефициты из знаменателя, отмеченные педагогом как преодолённые / дефициты маршрутов, срок которых пришёлся на месяц, × 100. Срок — последнее '
                || 'мероприятие против дефицита (без мероприятий — конец маршрута); преодолён раньше — день отметки, маршрут окончен раньше — '
                || 'этот день. Меньше десяти дефицитов не показываются',
            'Deficits below the line that the teacher has marked as overcome / deficits of routes that were due in the month × 100. Due is the last activity '
                || 'against it (the end of the route without one); where it was overcome earlier, that day; where the route ended earlier, '
                || 'its end. Fewer than ten deficits are not shown'),
        ('route-products', 12, 'Routes', 0, 'Percent', 'Flow', 'MoreIsBetter', '3.2', '2025-09-01',
            'Мероприятия маршрутов с продуктом', 'Route activities with their product',
            'Мероприятия со сроком в месяце, завершённые продуктом (без него мероприятие не завершить) / мероприятия со сроком в месяце в маршрутах, '
                || 'шедших в месяце, кроме отменённых × 100',
            'Activities due in the month that ended with a product (without one no activity is done) / activities due in the month of routes that were '
                || 'under way in it, those called off left out × 100'),
        ('route-corrections', 13, 'Routes', 0, 'Per100', 'Flow', 'Neutral', '3.2', '2025-09-01',
            'Корректировки на 100 маршрутов', 'Corrections per 100 routes',
            'Корректировки дорожных карт, внесённые в месяце / маршруты, шедшие в месяце (за период: маршруто-месяцы) × 100',
            'Corrections of roadmaps made in the month / routes under way in the month (over a period: route-months) × 100'),
        ('tutor-load', 14, 'Contours', 0, 'Percent', 'Stock', 'Neutral', '3.2', '2025-09-01',
            'Загрузка тьюторов', 'Load of tutors',
            'Педагоги, которых тьюторы сопровождают на конец месяца / места тьюторов на конец месяца × 100; считается у центра, который ведёт тьюторов',
            'Teachers whom tutors accompany at the end of the month / places of tutors at the end of the month × 100; counted at the body '
                || 'that keeps the tutors'),
        ('help-in-time', 15, 'Contours', 0, 'Percent', 'Flow', 'MoreIsBetter', '3.2', '2025-09-01',
            'Методическая помощь в срок', 'Methodical help in time',
            'Вопросы, на которые в месяце впервые ответили в срок / вопросы, на которые в месяце впервые ответили или срок ответа на которые в месяце истёк, '
                || '× 100; считается у организации, чей педагог спросил',
            'Questions first answered in the month and in time / questions first answered in the month or whose term ran out in it × 100; counted at the '
                || 'organization whose teacher asked'),
        ('exchange-help', 16, 'Contours', 0, 'Percent', 'Flow', 'MoreIsBetter', '3.2; IV, риск 6', '2025-09-01',
            'Обмен: методическая помощь', 'Exchange: methodical help',
            'Организации с поддержкой, педагоги которых в месяце получили ответ на вопрос / организации, за которыми в месяце закреплена поддержка '
                || '(за период: организации-месяцы), × 100',
            'Supported organizations whose teachers got an answer to a question in the month / organizations that a body stands behind in the month '
                || '(over a period: organization-months) × 100'),
        ('exchange-tutoring', 17, 'Contours', 0, 'Percent', 'Flow', 'MoreIsBetter', '3.2; IV, риск 6', '2025-09-01',
            'Обмен: тьюторское сопровождение', 'Exchange: tutoring',
            'Организации с поддержкой, педагогам которых тьютор в месяце провёл консультацию / организации, за которыми в месяце закреплена поддержка '
                || '(за период: организации-месяцы), × 100',
            'Supported organizations whose teachers had a consultation with a tutor in the month / organizations that a body stands behind in the month '
                || '(over a period: organization-months) × 100'),
        ('exchange-resources', 18, 'Contours', 0, 'Percent', 'Flow', 'MoreIsBetter', '3.2; IV, риск 6', '2025-09-01',
            'Обмен: ресурсы региона', 'Exchange: resources of the region',
            'Организации с поддержкой, педагоги которых в месяце заняли место на ресурсной карте и не отказались от него / организации, за которыми в месяце '
                || 'закреплена поддержка (за период: организации-месяцы), × 100',
            'Supported organizations whose teachers took a place of the resource map in the month and kept it / organizations that a body stands behind in the '
                || 'month (over a period: organization-months) × 100'),
        ('exchange-delegation', 19, 'Contours', 0, 'Percent', 'Flow', 'MoreIsBetter', '3.2; IV, риск 6', '2025-09-01',
            'Обмен: переданные компоненты', 'Exchange: components handed over',
            'Организации, чей компонент в месяце ведёт закреплённый за ними центр / организации, за которыми в месяце закреплена поддержка '
                || '(за период: организации-месяцы), × 100',
            'Organizations of which a component is carried in the month by a body that stands behind them / organizations that a body stands behind '
                || 'in the month (over a period: organization-months) × 100');
        """;
}
