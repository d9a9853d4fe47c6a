using System.Text.Json;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>Reads a screen for words of the other language, and for codes: what people should never see.</summary>
static class Language
{
    /// <summary>
    /// On a Russian screen every word in Latin letters but names of formats and keys, addresses, and the switch of languages; on
    /// an English one Russian letters in what the product says itself: the demo's people and their texts are Russian on both.
    /// </summary>
    const string Foreign = """
        () => {
            const codes = 'API|SQL|CSV|XLSX|ZIP|csv|xlsx|zip|DOCX|PDF|TXT|JSON|QR|ISO|UTC|RU|EN|[IVX]+';
            const names = 'Excel|Office|OpenDocument|OneRoster|Atom|Alt|Enter|Ctrl|Wi|Fi|MP4|Chrome|Linux';
            const known = new RegExp(`^(${codes}|${names})$`);
            const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true });
            const own = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join(' ');
            const said = (element) => [own(element), ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '')];
            const isRussian = document.documentElement.lang === 'ru';
            const elements = [...document.body.querySelectorAll(isRussian ? '*' : 'nav a, [role=tab], th[scope=col], th[scope=col] *, label, legend, h2')]
                .filter((element) => !element.closest('script, style, code, [lang=en], option') && shown(element));
            const found = new Set();
            for (const text of elements.flatMap(said)) {
                if (!isRussian) { if (/[А-яЁё]/.test(text)) found.add(text.trim()); continue; }
                for (const token of text.replace(/\{\{.*?\}\}|<.*>/gs, '').split(/\s+/)) {
                    if (/@|:\/\/|\.example|\.(csv|zip|docx|pdf|xlsx|txt|yaml)\.?$|^metadata\.|^RU-|^([a-z]+-)?demo(-[a-z]+)?$/.test(token)) continue;
                    for (const word of token.match(/[A-Za-z]{2,}/g) ?? []) if (!known.test(word)) found.add(`${word} in «${text.trim()}»`);
                }
            }
            return [...found];
        }
        """;

    /// <returns>Nothing on an administrator's screens: codes and both languages' names are what they are for.</returns>
    public static async Task<IReadOnlyList<string>> ForeignWords(IPage page)
    {
        if (new Uri(page.Url).AbsolutePath.StartsWith("/admin", StringComparison.Ordinal)) return [];
        // Names of codes may come after the screen.
        var found = await page.EvaluateAsync<JsonElement>(Foreign);
        for (var attempt = 0; attempt < 20 && found.GetArrayLength() > 0; attempt++)
        {
            await Task.Delay(250);
            found = await page.EvaluateAsync<JsonElement>(Foreign);
        }

        return [.. found.EnumerateArray().Select(word => word.GetString()!)];
    }
}
