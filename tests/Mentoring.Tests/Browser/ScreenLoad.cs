using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>What it takes to show a screen to somebody who has a session and nothing in the cache.</summary>
/// <param name="Asked">The address of each request, in order.</param>
/// <param name="Documents">Pages loaded: more than one is an application that starts more than once.</param>
/// <param name="Kilobytes">Over the wire, as they travelled: compressed, with headers.</param>
/// <param name="Paint">Largest contentful paint in milliseconds.</param>
/// <param name="Shift">Cumulative layout shift, as Chromium sums it for Web Vitals.</param>
/// <param name="Shifted">What moved, and by how much.</param>
public sealed record ScreenLoad(
    IReadOnlyList<string> Asked, int Scripts, int Documents, double Kilobytes, double ScriptKilobytes, double Paint, double Shift, string Shifted)
{
    /// <summary>Shifts are summed over windows of at most five seconds with gaps of under one; the largest sum counts.</summary>
    const string Watch = """
        (() => {
            const seen = window.__load = { paint: 0, shift: 0, shifted: [] };
            let sum = 0, first = 0, last = 0;
            const named = ({ node, previousRect: a, currentRect: b }) => {
                const element = node?.nodeType === 1 ? node : node?.parentElement;
                const place = ({ x, y, width, height }) => `${x},${y},${width}x${height}`;
                return `${element?.tagName.toLowerCase()}.${element?.className?.baseVal ?? element?.className} ${place(a)} → ${place(b)}`;
            };
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) {
                    if (entry.hadRecentInput) continue;
                    const joins = entry.startTime - last < 1000 && entry.startTime - first < 5000;
                    sum = joins ? sum + entry.value : entry.value;
                    if (!joins) first = entry.startTime;
                    last = entry.startTime;
                    seen.shift = Math.max(seen.shift, sum);
                    seen.shifted.push(`${entry.value.toFixed(4)} at ${Math.round(entry.startTime)} ms: ${entry.sources.slice(0, 3).map(named).join(' | ')}`);
                }
            }).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) seen.paint = entry.startTime;
            }).observe({ type: 'largest-contentful-paint', buffered: true });
        })();
        """;

    /// <summary>Opens the address anew in the visitor's window, past the cache.</summary>
    public static async Task<ScreenLoad> Of(Visitor visitor, string path)
    {
        var page = visitor.Page;
        var asked = new List<IRequest>();
        void Asked(object? _, IRequest request)
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) asked.Add(request);
        }

        await page.GotoAsync("about:blank");
        await page.AddInitScriptAsync(Watch);
        var wire = await page.Context.NewCDPSessionAsync(page);
        await wire.SendAsync("Network.enable");
        await wire.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        double bytes = 0, scriptBytes = 0;
        var scripts = new HashSet<string>();
        wire.Event("Network.responseReceived").OnEvent += (_, e) =>
        {
            if (e!.Value.GetProperty("type").GetString() == "Script") scripts.Add(e.Value.GetProperty("requestId").GetString()!);
        };
        wire.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            var size = e!.Value.GetProperty("encodedDataLength").GetDouble() / 1000;
            bytes += size;
            if (scripts.Contains(e.Value.GetProperty("requestId").GetString()!)) scriptBytes += size;
        };
        page.Request += Asked;
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        page.Request -= Asked;
        var seen = await page.EvaluateAsync<JsonElement>("() => window.__load");
        await wire.DetachAsync();
        int Count(string type) => asked.Count(r => r.ResourceType == type);
        var shifted = string.Join("\n", seen.GetProperty("shifted").EnumerateArray().Select(s => s.GetString()));
        return new([.. asked.Select(r => new Uri(r.Url).PathAndQuery)], Count("script"), Count("document"), bytes, scriptBytes,
            seen.GetProperty("paint").GetDouble(), seen.GetProperty("shift").GetDouble(), shifted);
    }

    public const string Head = "| Screen | Width | Requests | Scripts | KB over the wire | KB of scripts | LCP, ms | CLS |\n"
        + "|---|---|---|---|---|---|---|---|";

    public string Row(string name, int width) =>
        string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {width} | {Asked.Count} | {Scripts} | {Kilobytes:0} | {ScriptKilobytes:0} | {Paint:0} | {Shift:0.000} |");
}
