using System.Globalization;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>An act as the sheet that is signed and filed: requisites around the text. Documents of schools are in Russian.</summary>
public static class ActPaper
{
    static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static IReadOnlyList<PaperBlock> Of(GetAct.Result act) =>
    [
        new(PaperBlockKind.Centered, act.OrganizationFullName, []),
        .. IsOrder(act.Kind) ? OrderHead(act) : Stamp(act),
        .. ActText.Read(act.Text),
        new(PaperBlockKind.Signature, "Руководитель", [[act.ApprovedByName ?? ActTemplates.Blank]]),
        .. IsOrder(act.Kind) ? Union(act, PaperBlockKind.Paragraph) : [],
    ];

    static bool IsOrder(ActKind kind) => kind is ActKind.IntroductionOrder or ActKind.CuratorOrder or ActKind.CouncilOrder;

    static IEnumerable<PaperBlock> OrderHead(GetAct.Result act) =>
        [new(PaperBlockKind.Centered, "ПРИКАЗ", []), new(PaperBlockKind.Centered, Signed(act), [])];

    static IEnumerable<PaperBlock> Stamp(GetAct.Result act) =>
    [
        new(PaperBlockKind.Right, "УТВЕРЖДЕНО", []),
        new(PaperBlockKind.Right, Signed(act), []),
        .. act.EffectiveOn is { } day ? [new PaperBlock(PaperBlockKind.Right, $"Вступает в силу с {Day(day)}", [])] : (PaperBlock[])[],
        .. Union(act, PaperBlockKind.Right),
    ];

    static IEnumerable<PaperBlock> Union(GetAct.Result act, PaperBlockKind kind)
    {
        if (!act.NeedsUnion) return [];
        var given = act.Cosigns.FirstOrDefault(c => c.Status == CosignStatus.Given && c.Edition == act.Edition);
        return [new(kind, given is null
            ? $"Мнение выборного органа первичной профсоюзной организации: {ActTemplates.Blank}"
            : $"Мнение выборного органа первичной профсоюзной организации учтено: {given.DecidedByName}, "
                + $"{Day(RegionTime.DayOf(given.DecidedAt!.Value, act.TimeZone))}", [])];
    }

    static string Signed(GetAct.Result act) => act.SignedOn is { } day ? $"от {Day(day)} № {act.Number}" : $"от {ActTemplates.Blank} № ______";

    static string Day(DateOnly day) => day.ToString("d MMMM yyyy 'г.'", Russian);
}
