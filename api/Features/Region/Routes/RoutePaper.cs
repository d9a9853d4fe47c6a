using System.Globalization;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Routes;

/// <summary>A route as the paper that centres file. Papers are in Russian; reflections that are private stay out of it.</summary>
static class RoutePaper
{
    public const string Title = "Индивидуальный образовательный маршрут (ИОМ)";

    const string Nothing = "—";

    static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    static readonly (RoadmapSection Section, string Name)[] Sections =
    [
        (RoadmapSection.A, "а) График обучения по программам ДПО"), (RoadmapSection.B, "б) Пробно-поисковые действия с обучающимися"),
        (RoadmapSection.V, "в) Инновационные программы, проекты, исследования"), (RoadmapSection.G, "г) Комплекс и последовательность мер"),
    ];

    /// <param name="word">What a code of a dictionary is called.</param>
    public static IReadOnlyList<PaperBlock> Of(GetRoute.Result all, Func<string, string> word, string timeZone)
    {
        var route = all.Route;
        string Day(DateOnly day) => day.ToString("dd.MM.yyyy", Russian);
        string At(DateTime at) => Day(RegionTime.DayOf(new DateTimeOffset(at, TimeSpan.Zero), timeZone));
        string Term(DateOnly from, DateOnly until) => $"{Day(from)} – {Day(until)}";
        IEnumerable<PaperBlock> Table(string section, string[] head, IEnumerable<string[]> rows)
        {
            string[][] lines = [.. rows];
            return [new(PaperBlockKind.Section, section, []),
                lines.Length == 0 ? new(PaperBlockKind.Paragraph, Nothing, []) : new(PaperBlockKind.Table, "", [head, .. lines])];
        }

        IEnumerable<PaperBlock> Findings(FindingKind kind, string section) => Table(section, ["Область", "Что именно", "Уровень до", "Отметка"],
            all.Findings.Where(f => f.Kind == kind).Select(f => (string[])
                [word(f.AreaCode), f.Text, f.LevelBefore is { } level ? $"{level} из 100" : Nothing, f.ClosedOn is { } on ? $"преодолено {Day(on)}" : ""]));

        var titles = all.Activities.ToDictionary(a => a.Id, a => a.Title);
        var texts = all.Findings.ToDictionary(f => f.Id, f => f.Text);
        return
        [
            new(PaperBlockKind.Centered, route.OrganizationName, []),
            new(PaperBlockKind.Title, Title, []),
            new(PaperBlockKind.Centered, route.PersonName, []),
            new(PaperBlockKind.Centered, $"срок: {Term(route.StartsOn, route.EndsOn)}; этап: {Status(route.Status)}", []),
            new(PaperBlockKind.Section, "1. Самоопределение: желаемый образ себя", []),
            .. (route.Image == "" ? Nothing : route.Image).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => new PaperBlock(PaperBlockKind.Paragraph, line, [])),
            .. Findings(FindingKind.Strength, "2. Достижения и сильные стороны"),
            .. Findings(FindingKind.Deficit, "3. Затруднения и дефициты"),
            .. Table("Варианты и выбор", ["Вариант", "Что даст", "Чего потребует", "Выбор"],
                all.Alternatives.Select(a => (string[])[a.Title, a.Gains, a.Costs, a.Chosen ? $"выбран: {a.Motive}" : ""])),
            new(PaperBlockKind.Section, "4. Дорожная карта", []),
            .. Sections.SelectMany(section => Table(section.Name, ["Мероприятие", "Срок", "Ресурсы", "Ожидаемый продукт", "Отметка"],
                all.Activities.Where(a => a.Section == section.Section).Select(a => (string[])
                    [a.Title, Term(a.StartsOn, a.EndsOn), a.Resources ?? "", a.Product, Mark(a, Day)]))),
            .. Table("5. Реализация: педагогические продукты", ["Продукт", "Мероприятие", "Где и когда представлен", "Кто увидел", "Отношение к результату"],
                all.Products.Select(p => (string[])
                [
                    $"{p.Title} ({word(p.KindCode)})", titles.GetValueOrDefault(p.ActivityId, Nothing),
                    string.Join(", ", new[] { p.Presented, p.PresentedOn is { } on ? Day(on) : null }.OfType<string>()), p.SeenBy ?? "",
                    $"{p.Attitude} из 5. {p.AttitudeWords}",
                ])),
            .. Table("6. Корректировка", ["Версия", "Дата", "Причина", "Что изменилось"],
                all.Versions.OrderBy(v => v.Number).Select(v => (string[])[$"{v.Number}", At(v.MadeAt), Reason(v.Reason), v.Words])),
            .. Table("7. Рефлексивный анализ", ["Дата", "О чём", "Близость к образу", "Смысл и желание", "Рефлексия"],
                all.Reflections.Where(r => r.Shared).OrderBy(r => r.MadeOn).Select(r => (string[])
                [
                    Day(r.MadeOn), r.FindingId is { } id ? texts.GetValueOrDefault(id, Nothing) : "О маршруте в целом", $"{r.Closeness} %",
                    string.Join(", ", new[] { r.Meaning, r.Motivation }.Select(value => value is { } v ? $"{v} из 5" : Nothing)), r.Words,
                ])),
            new(PaperBlockKind.Signature, "Педагог", [[route.PersonName]]),
            new(PaperBlockKind.Signature, "Тьютор", [[""]]),
        ];
    }

    static string Mark(GetRoute.Activity activity, Func<DateOnly, string> day) => activity.Status switch
    {
        RouteActivityStatus.Done => activity.DoneOn is { } on ? $"выполнено {day(on)}" : "выполнено",
        RouteActivityStatus.CalledOff => $"отменено: {activity.StatusReason}",
        RouteActivityStatus.InProgress => "идёт",
        _ => "",
    };

    static string Reason(CorrectionReason reason) => reason switch
    {
        CorrectionReason.First => "Первая версия",
        CorrectionReason.Education => "Изменения в образовании",
        CorrectionReason.Teacher => "Изменение запросов педагога",
        _ => "Изменение запросов участников организации",
    };

    internal static string Status(RouteStatus status) => status switch
    {
        RouteStatus.SelfImage => "Самоопределение",
        RouteStatus.Diagnosis => "Диагностика",
        RouteStatus.Roadmap => "Дорожная карта",
        RouteStatus.InProgress => "Реализация",
        RouteStatus.Reflection => "Рефлексия",
        RouteStatus.Completed => "Завершён",
        _ => "Закрыт",
    };
}
