using System.Globalization;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

/// <summary>An act as the sheet that is signed and filed: requisites around the text. Documents of schools are in Russian.</summary>
public static class ActPaper
{
    static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static IReadOnlyList<ActBlock> Of(GetAct.Result act) =>
    [
        new(ActBlockKind.Centered, act.OrganizationFullName, []),
        .. IsOrder(act.Kind) ? OrderHead(act) : Stamp(act),
        .. ActText.Read(act.Text),
        new(ActBlockKind.Signature, "Руководитель", [[act.ApprovedByName ?? ActTemplates.Blank]]),
        .. IsOrder(act.Kind) ? Union(act, ActBlockKind.Paragraph) : [],
    ];

    static bool IsOrder(ActKind kind) => kind is ActKind.IntroductionOrder or ActKind.CuratorOrder or ActKind.CouncilOrder;

    static IEnumerable<ActBlock> OrderHead(GetAct.Result act) =>
        [new(ActBlockKind.Centered, "ПРИКАЗ", []), new(ActBlockKind.Centered, Signed(act), [])];

    static IEnumerable<ActBlock> Stamp(GetAct.Result act) =>
    [
        new(ActBlockKind.Right, "УТВЕРЖДЕНО", []),
        new(ActBlockKind.Right, Signed(act), []),
        .. act.EffectiveOn is { } day ? [new ActBlock(ActBlockKind.Right, $"Вступает в силу с {Day(day)}", [])] : (ActBlock[])[],
        .. Union(act, ActBlockKind.Right),
    ];

    static IEnumerable<ActBlock> Union(GetAct.Result act, ActBlockKind kind)
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
