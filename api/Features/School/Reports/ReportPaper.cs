using System.Globalization;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Platform;
using static Mentoring.Api.Features.School.Reports.ReportFigureCode;

namespace Mentoring.Api.Features.School.Reports;

/// <summary>
/// A report as the sheet that is filed: every figure with its parts, the year before, the conclusions, the signature.
/// Documents of schools are in Russian.
/// </summary>
static class ReportPaper
{
    public const string Title = "Аналитический отчёт о реализации системы наставничества педагогических работников";

    const string Nothing = "—", Few = "менее 5 чел.";

    static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    static readonly (string Section, (ReportFigureCode Code, string Name)[] Figures)[] Sections =
    [
        ("Программы и их результаты",
        [
            (ProgramsCompleted, "Завершены из закончившихся программ"), (ProgramsEndedEarly, "Прекращены досрочно из закончившихся программ"),
            (GoalsReached, "Цели достигнуты: показатель после программы не ниже намеченного"),
                (GoalsImproved, "Показатель цели улучшился по сравнению с началом программы"),
        ]),
        ("Ход работы",
        [
            (RoadmapDone, "Выполнены мероприятия дорожных карт, срок которых наступил"), (MeetingsHeld, "Состоялись назначенные встречи"),
        ]),
        ("Оценки сторон", [(MentorsRating, "Достижение целей по оценке наставников, средний балл из 5"),
            (MenteesRating, "Достижение целей по оценке наставляемых, средний балл из 5")]),
        ("Потребность в наставничестве", [(CensusDecided, "Рассмотрены педагоги при ежегодной актуализации"),
            (NeedsCovered, "Педагоги, которым нужен наставник, участвовали в программах")]),
        ("Условия, риски, стимулирование",
        [
            (ConditionsMet, "Созданы условия каталога"), (RisksClosed, "Закрыты риски, выявленные за год"),
                (SignalsConfirmed, "Подтверждены сигналы о рисках"), (IncentivesGranted, "Назначены предложенные поощрения"),
        ]),
    ];

    public static IReadOnlyList<PaperBlock> Of(string school, int schoolYear, ReportRow row, IReadOnlyList<ReportFigure> figures, Place place)
    {
        var of = figures.ToDictionary(figure => figure.Code);
        return
        [
            new(PaperBlockKind.Centered, school, []),
            new(PaperBlockKind.Right, row.ApprovedAt is { } at
                ? $"УТВЕРЖДАЮ: {row.ApprovedByName}, "
                    + $"{RegionTime.DayOf(new DateTimeOffset(at, TimeSpan.Zero), place.TimeZone).ToString("d MMMM yyyy 'г.'", Russian)}" : "ПРОЕКТ", []),
            new(PaperBlockKind.Title, Title, []),
            new(PaperBlockKind.Centered, $"за {SchoolYear.Name(schoolYear)} учебный год", []),
            .. Sections.SelectMany(section => (PaperBlock[])[new(PaperBlockKind.Section, section.Section, []), Table(section.Figures, schoolYear, of)]),
            new(PaperBlockKind.Paragraph, $"В скобках — числитель и знаменатель. Сведения о группах, в которых меньше {ReportFigures.FewestPersons} "
                + $"человек, не приводятся.", []),
            .. Text("Выводы", row.Conclusions), .. Text("Предложения на следующий учебный год", row.Proposals),
            new(PaperBlockKind.Signature, "Куратор", [[row.WrittenByName ?? ""]]),
        ];
    }

    static PaperBlock Table((ReportFigureCode Code, string Name)[] figures, int year, Dictionary<ReportFigureCode, ReportFigure> of) =>
        new(PaperBlockKind.Table, "",
    [
        ["Показатель", SchoolYear.Name(year), SchoolYear.Name(year - 1)],
        .. figures.Select(one => (IReadOnlyList<string>)
            [one.Name, Value(one.Code, of[one.Code].Numerator, of[one.Code].Denominator),
                Value(one.Code, of[one.Code].Before?.Numerator, of[one.Code].Before?.Denominator)]),
    ]);

    static IEnumerable<PaperBlock> Text(string section, string text) => text.Length == 0 ? [] :
    [
        new(PaperBlockKind.Section, section, []),
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new PaperBlock(PaperBlockKind.Paragraph, line, [])),
    ];

    static string Value(ReportFigureCode code, int? numerator, int? denominator) => (numerator, denominator) switch
    {
        (_, null) or (null, _) => Few,
        (_, 0) => Nothing,
        ({ } part, { } whole) when ReportFigures.IsMean(code) => string.Create(Russian, $"{(decimal)part / whole:0.0} ({part} / {whole})"),
        ({ } part, { } whole) => string.Create(Russian, $"{100m * part / whole:0} % ({part} / {whole})"),
    };
}
