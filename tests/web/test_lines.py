"""How lines are read on a phone: where a long one begins, where its text breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from tests.browser import BrowserFaults, phone
from tests.web.house import House
from tests.web.talk import LIST, ROWS
from tests.web.test_browser import at_end, holds, in_view, say, see, sit

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page


async def test_what_a_button_unfolds_is_read_from_its_head(demo: House, browser_page: Page) -> None:
    """The pressed line becomes taller than the screen: its beginning is shown, page after page, after a reload too."""
    page = browser_page
    await sit(page, demo, "张某某")
    await say(page, "/list")
    await page.get_by_role("button", name="待办 28 件").click()
    for n in (1, 2):
        await see(page, f"第{n}页第0件")
        await holds(lambda: in_view(page, LIST))
        assert not await in_view(page, "下一页")
        await page.get_by_role("button", name="下一页").scroll_into_view_if_needed()
        await page.get_by_role("button", name="下一页").click()
    await see(page, "第3页第0件")
    await page.reload()
    await see(page, "第3页第0件")
    await holds(lambda: in_view(page, LIST))


async def test_a_long_list_further_up_turns_its_page_in_sight(demo: House, browser_page: Page) -> None:
    """Something came below the list meanwhile; its next page is shown all the same, a long and a short one."""
    page = browser_page
    await sit(page, demo, "张某某")
    await say(page, "/list")
    await page.get_by_role("button", name="待办 28 件").click()
    await see(page, f"第1页第{ROWS - 1}件")
    for n in range(12):
        await demo.bot.send_message(int(demo.chat("member")), f"第{n}句")
    await see(page, "第11句")
    await page.get_by_role("button", name="下一页").scroll_into_view_if_needed()
    await page.get_by_role("button", name="下一页").click()
    await see(page, "第2页第0件")
    await holds(lambda: in_view(page, LIST))
    assert not await at_end(page)
    await page.get_by_role("button", name="收起").scroll_into_view_if_needed()
    await page.get_by_role("button", name="收起").click()
    await see(page, "第0页第0件")
    assert await in_view(page, LIST)


BROKEN = """
e => {
  const out = [];
  const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
  let text = "", tops = [];
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    for (let i = 0; i < n.length; i += 1) {
      const range = document.createRange();
      range.setStart(n, i); range.setEnd(n, i + 1);
      const box = range.getBoundingClientRect();
      text += n.data[i]; tops.push(box.width ? box.bottom : (tops[tops.length - 1] || 0));
    }
  }
  let line = "";
  for (let i = 0; i < text.length; i += 1) {
    if (i && tops[i] > tops[i - 1] + 4) { out.push(line); line = ""; }
    line += text[i];
  }
  return [...out, line].map((one) => one.trim());
}
"""


@pytest.mark.parametrize("large", [False, True])
async def test_lines_break_between_words(
    demo: House, browser: Browser, browser_faults: BrowserFaults, large: bool
) -> None:
    """A month, an amount, a receipt and a short name are not torn; no line begins with the dot between two things."""
    context = await phone(browser, browser_faults, width=360)
    page = await context.new_page()
    if large:
        await context.add_init_script("localStorage.setItem('lianxin.size', 'large')")
    await sit(page, demo, "张某某")
    whole: tuple[str, ...] = ("2026年11月", "清溪村党支部", "月度汇报", "208 户")
    if not large:  # in large letters the receipt is wider than a line
        whole += ("（LX-D-QX01-202611-0001）。",)
    for lead in range(9):
        text = (
            "那" * lead
            + "月度汇报 · 清溪村党支部 · 2026年11月　1/20，"
            + "那" * lead
            + "已办（LX-D-QX01-202611-0001）。须 208 户。"
        )
        await demo.bot.send_message(int(demo.chat("member")), text)
        await holds(lambda text=text: _said(page, text))  # type: ignore[misc]
        found: list[str] = await page.locator(".line").last.locator(".text").evaluate(BROKEN)
        assert len(found) > 2
        assert not [line for line in found if line.startswith("·")], found
        for word in whole:
            assert any(word in line for line in found), (word, found)
    await context.close()


async def _said(page: Page, text: str) -> bool:
    return await page.locator(".line").last.locator(".text").inner_text() == text


TOPS = """
e => {
  const box = e.getBoundingClientRect();
  const seen = Array.from(e.querySelectorAll(".links > span")).map((one) => one.getBoundingClientRect());
  const dots = Array.from(e.querySelectorAll(".dot-between")).map((one) => one.getBoundingClientRect());
  return {
    lines: new Set(seen.map((one) => Math.round(one.top))).size,
    first: dots.map((one) => one.right <= box.left + 1),
    inside: dots.map((one) => one.left >= box.left - 1 && one.right < box.right),
  };
}
"""


async def test_a_head_and_a_record_in_a_list_take_two_lines(
    demo: House, browser: Browser, browser_faults: BrowserFaults
) -> None:
    """On a narrow phone no line begins or ends with the dot between two things, and what is copied is what was said."""
    context = await phone(browser, browser_faults, width=360)
    page = await context.new_page()
    await sit(page, demo, "张某某")
    head = "流动党员联系登记 · 清溪村党支部 · 2026年11月　4/20"
    listed = "清溪村 · 户代表会议记录 · 11月20日 · 已见证，待镇备案 · 村道硬化筹资"
    keys = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=listed, callback_data="x")]])
    await demo.bot.send_message(
        int(demo.chat("member")), f"<i>{head}</i>\n<b>您现在在哪里？</b>", reply_markup=keys
    )
    await see(page, "您现在在哪里？")
    line = page.locator(".line").last
    assert await line.locator(".text").inner_text() == f"{head}\n您现在在哪里？"
    for where in (".text .chain", ".key .chain"):
        found = await line.locator(where).evaluate(TOPS)
        assert found["lines"] == 2, (where, found)
        assert sum(found["first"]) == 1, "one dot stands before the second line, out of sight"
        assert all(a or b for a, b in zip(found["first"], found["inside"], strict=True)), found
    label = line.locator(".key .label")
    assert await label.evaluate("e => e.scrollHeight <= e.clientHeight + 2"), "its title is not cut"
    await context.close()
