using Microsoft.Playwright;

namespace Mentoring.Tests.Browser;

/// <summary>Without a mouse: the menu, a dialog and out of it, the table's order, and matching by arrows.</summary>
public sealed class KeyboardTests : BrowserTest
{
    [Test]
    public async Task Works_from_the_menu_to_a_draft_of_pairs()
    {
        var curator = await Visitor("curator");
        var (page, keys) = (curator.Page, curator.Page.Keyboard);

        await page.GetByRole(AriaRole.Link, new() { Name = "Документы", Exact = true }).FocusAsync();
        await keys.PressAsync("Enter");
        await curator.Heading("Документы о наставничестве");

        await page.GetByRole(AriaRole.Button, new() { Name = "Номер", Exact = true }).FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Номер" })).ToHaveAttributeAsync("aria-sort", "ascending");

        var draft = page.GetByRole(AriaRole.Button, new() { Name = "Подготовить документ" });
        await draft.FocusAsync();
        await keys.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await keys.PressAsync("Escape");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await Assertions.Expect(draft).ToBeFocusedAsync(new() { Timeout = 60_000 });

        await page.GetByRole(AriaRole.Link, new() { Name = "Подбор пар", Exact = true }).FocusAsync();
        await keys.PressAsync("Enter");
        await curator.Heading("Подбор пар");
        var waiting = page.GetByRole(AriaRole.Listbox, new() { Name = "Ждут наставника" });
        await waiting.FocusAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowUp");
        await page.GetByRole(AriaRole.List, new() { Name = "Почему подходит" }).First.WaitForAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "В черновик", Exact = true }).First)
            .ToBeFocusedAsync(new() { Timeout = 60_000 });
        await keys.PressAsync("Enter");
        await curator.Sees("^В черновике: ");
        await waiting.FocusAsync();
        await keys.PressAsync("Backspace");
        await curator.Sees("^Черновик пуст$");
    }
}
