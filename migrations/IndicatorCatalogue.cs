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
}
