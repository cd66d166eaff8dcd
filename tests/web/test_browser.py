"""The chat page in a real Chromium the size of a phone: what people do, and what must not happen."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from bot.app import build_services
from bot.channels.inbox import Inbox
from bot.channels.webchat import CHANNEL
from bot.handlers.dispatch import build_dispatcher
from bot.settings import Settings
from tests.browser import BrowserFaults, phone
from tests.web.house import CAST, TEXTS, House, house
from tests.web.talk import picture

if TYPE_CHECKING:
    from playwright.async_api import Browser, FilePayload, Locator, Page, Route

HOSTILE = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    '"><iframe src="javascript:window.hit=1">',
    "javascript:window.hit=1",
    "</script><script>window.hit=1</script>",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "{{ 7*7 }} ${7*7} <%= 7*7 %>",
    "\u202ee\u2066x\u2069",
    "<a href='javascript:window.hit=1'>点</a>",
)


async def see(page: Page, text: str) -> Locator:
    """The element with *text*, once it is on the screen."""
    found = page.get_by_text(text).last
    await found.wait_for()
    return found


async def sit(page: Page, house_: House, name: str) -> None:
    """Pick somebody of the demo and wait for the bot's first words."""
    await page.goto(house_.address)
    await page.get_by_role("button", name=name).click()
    await see(page, "同意并开始")


async def say(page: Page, text: str) -> None:
    await page.locator("#input").fill(text)
    await page.locator("#input").press("Enter")


async def at_end(page: Page) -> bool:
    gap = "b => b.scrollHeight - b.scrollTop - b.clientHeight"
    return bool(await page.locator("#scroller").evaluate(gap) < 4)


async def in_view(page: Page, text: str) -> bool:
    """Whether the last element with *text* can be seen, whole, between head and input line."""
    box = await page.get_by_text(text).last.bounding_box()
    frame = await page.locator("#scroller").bounding_box()
    assert box is not None
    assert frame is not None
    return bool(box["y"] >= frame["y"] - 1 and box["y"] + box["height"] <= frame["y"] + frame["height"] + 1)


async def holds(check: Callable[[], Awaitable[bool]]) -> None:
    """Wait until *check* is true."""
    async with asyncio.timeout(10):
        while not await check():  # noqa: ASYNC110 - what is waited for happens in the browser
            await asyncio.sleep(0.03)


async def test_from_the_picker_to_the_second_question(demo: House, browser_page: Page) -> None:
    """Pick a person, agree, tap an option: the bubble is edited in place and the live question is in view."""
    page = browser_page
    await sit(page, demo, "张某某")
    await page.get_by_role("button", name="同意并开始").click()
    first = await see(page, "本月开了几次支委会？")
    line = await first.locator("xpath=ancestor::*[@data-line]").get_attribute("data-line")
    await page.get_by_role("button", name="2", exact=True).click()
    await see(page, "本月开了几次党员大会？")
    edited = page.locator(f'[data-line="{line}"] .text')
    assert await edited.inner_text() == "本月开了几次支委会？\n2，已保存。"
    assert await page.locator(f'[data-line="{line}"] .keyboard').count() == 0
    assert await at_end(page)
    assert await in_view(page, "求助")
    assert await page.locator("#input").get_attribute("inputmode") == "numeric"
    assert await page.locator("#input").get_attribute("placeholder") == "例如 2 或 两次"
    await page.locator("#mode").click()
    assert await page.locator("#input").get_attribute("inputmode") == "text"


async def test_pressed_button_shows_at_once_and_cannot_be_pressed_twice(
    demo: House, browser_page: Page
) -> None:
    """Before the server has answered, the button looks pressed; a second tap on the keyboard does nothing."""
    page = browser_page
    await sit(page, demo, "张某某")
    await page.get_by_role("button", name="同意并开始").click()
    await see(page, "本月开了几次支委会？")
    hold = asyncio.Event()
    receive = demo.inbox.receive

    async def slow(channel: str, key: str, raw: dict[str, Any], **more: Any) -> Any:
        await hold.wait()
        return await receive(channel, key, raw, **more)

    demo.inbox.receive = slow  # type: ignore[method-assign]  # the test's own inbox, not the code under test
    reached = len(demo.inbox.keys)
    button = page.get_by_role("button", name="1", exact=True)
    await button.click()
    assert "pressed" in str(await button.get_attribute("class"))
    await page.get_by_role("button", name="0", exact=True).click(force=True)
    await button.click(force=True)
    await page.locator(".typing").wait_for()
    hold.set()
    await see(page, "1，已保存。")
    await see(page, "本月开了几次党员大会？")
    assert len(demo.inbox.keys) == reached + 1
    assert await page.locator(".pressed, .waiting").count() == 0
    assert not await page.locator(".typing").is_visible()


async def test_words_that_must_be_read_and_words_in_passing(demo: House, browser_page: Page) -> None:
    """An alert waits for 知道了 and gives the focus back; a passing word goes by itself."""
    page = browser_page
    await sit(page, demo, "张某某")
    await page.get_by_role("button", name="看看详细说明").click()
    await page.get_by_role("dialog").get_by_text("只有支部和镇组织办能看到。").wait_for()
    await page.keyboard.press("Escape")
    assert await page.get_by_role("dialog").count() == 0
    await page.get_by_role("button", name="同意并开始").click()
    await page.get_by_role("button", name="求助").click()
    await page.locator("#toast.on").get_by_text("0000-0000000").wait_for()


async def test_history_after_reload_and_upwards(demo: House, browser_page: Page) -> None:
    """A reload shows the end of the chat; scrolling up brings the rest without moving what is read."""
    page = browser_page
    await sit(page, demo, "张某某")
    chat = int(demo.chat("member"))
    for n in range(70):
        await demo.bot.send_message(chat, f"第{n}句")
    await see(page, "第69句")
    await page.reload()
    await see(page, "第69句")
    assert await at_end(page)
    assert await page.locator(".line").count() == 40
    anchor = page.get_by_text("第35句", exact=True)
    await anchor.scroll_into_view_if_needed()
    # in one go: the older lines may come between two questions to the page
    first, before = await page.evaluate(
        """() => {
            document.getElementById("scroller").scrollTop = 250;
            const first = document.querySelector(".line");
            return [first.dataset.line, first.getBoundingClientRect().top];
        }"""
    )
    await holds(lambda: _more_than(page, 40))
    moved = f"document.querySelector('[data-line=\"{first}\"]').getBoundingClientRect().top"
    assert abs(await page.evaluate(moved) - before) < 40  # a time stamp above it may have come or gone
    await demo.bot.send_message(chat, "新来的一句")
    await page.locator("#pill").wait_for()
    assert not await at_end(page)
    await page.locator("#pill").click()
    await see(page, "新来的一句")
    assert await at_end(page)


async def _more_than(page: Page, count: int) -> bool:
    return await page.locator(".line").count() > count


async def test_editing_a_line_far_up_moves_nothing(demo: House, browser_page: Page) -> None:
    """Somebody reads in the middle; a line above grows by ten rows; what is read stays where it is."""
    page = browser_page
    await sit(page, demo, "张某某")
    chat = int(demo.chat("member"))
    sent = [await demo.bot.send_message(chat, f"第{n}句") for n in range(35)]
    await see(page, "第34句")
    await page.get_by_text("第20句", exact=True).scroll_into_view_if_needed()
    await page.evaluate("document.getElementById('scroller').scrollTop += 1")
    read, spot = page.get_by_text("第20句", exact=True), "t => t.getBoundingClientRect().top"
    before = await read.evaluate(spot)
    await demo.bot.edit_message_text("\n".join("长" * 10), chat_id=chat, message_id=sent[2].message_id)
    line = page.locator(f'[data-line="{sent[2].message_id}"] .text')
    await holds(lambda: _text_is(line, "\n".join("长" * 10)))
    assert abs(await read.evaluate(spot) - before) < 2


async def test_a_button_far_up_is_answered_in_sight(demo: House, browser_page: Page) -> None:
    """A button of a bubble above the screen's end answers with a new line: the page goes there, no pill is needed."""
    page = browser_page
    await sit(page, demo, "张某某")
    for n in range(35):
        await demo.bot.send_message(int(demo.chat("member")), f"第{n}句")
    await see(page, "第34句")
    button = page.get_by_role("button", name="改用纸质")
    await button.scroll_into_view_if_needed()
    assert not await at_end(page)
    count = await page.locator(".line").count()
    await button.click()
    await holds(lambda: _more_than(page, count))
    await holds(lambda: at_end(page))
    assert await page.locator("#pill").is_hidden()


async def _text_is(found: Locator, text: str) -> bool:
    return await found.inner_text() == text


async def test_server_restart_loses_and_doubles_nothing(
    tmp_path: Path, database: Path, browser_page: Page
) -> None:
    """The server goes away in mid-talk: the banner says so, what is written waits, and arrives once when it is back."""
    page = browser_page
    async with AsyncExitStack() as first:
        served = await first.enter_async_context(house(tmp_path, database=database, demo=True))
        port = served.port
        await sit(page, served, "张某某")
        await page.get_by_role("button", name="同意并开始").click()
        await see(page, "本月开了几次支委会？")
    await see(page, "网络断了")
    await say(page, "断网时写的")
    await page.get_by_role("button", name="2", exact=True).click()
    assert await page.locator(".row.pending").count() == 1
    await page.locator("#input").fill("还没写完")
    async with house(tmp_path, database=database, demo=True, port=port) as again:
        await see(page, "您写“断网时写的”，已保存。")
        await see(page, "本月开了几次党员大会？")
        assert await page.locator("#status").is_hidden()
        assert await page.locator("#input").input_value() == "还没写完"
        assert await page.get_by_text("断网时写的", exact=True).count() == 1
        assert len(again.inbox.keys) == len(set(again.inbox.keys)) == 2


async def test_answer_lost_on_the_way_is_asked_for_again(demo: House, browser_page: Page) -> None:
    """The effect is kept but the answer fails: the page sends the same key again by itself; it acts once."""
    page = browser_page
    await sit(page, demo, "张某某")
    demo.inbox.after = 1
    await say(page, "两次")
    await see(page, "过一会儿自动再试")
    await see(page, "您写“两次”，已保存。")
    await holds(lambda: _count(page, ".row.pending", 0))
    assert await page.get_by_text("两次", exact=True).count() == 1
    assert demo.inbox.keys[-1] == demo.inbox.keys[-2]


async def _count(page: Page, selector: str, count: int) -> bool:
    return await page.locator(selector).count() == count


async def test_reload_keeps_what_was_typed_and_what_was_not_sent(
    tmp_path: Path, database: Path, browser_page: Page
) -> None:
    """Typed text and unsent actions outlive a reload while the server is away and back."""
    page = browser_page
    async with house(tmp_path, database=database, demo=True) as served:
        port = served.port
        await sit(page, served, "张某某")
        await page.context.set_offline(True)
        await see(page, "网络断了")
        await say(page, "先放着")
        await page.locator("#input").fill("写了一半")
        await page.wait_for_timeout(500)
        await page.context.set_offline(False)
        served.inbox.before = 1
        await page.reload()
        await see(page, "您写“先放着”，已保存。")
        assert await page.locator("#input").input_value() == "写了一半"
        assert await page.get_by_text("先放着", exact=True).count() == 1
        assert port == served.port


async def test_photo_and_document_both_ways(demo: House, browser_page: Page, tmp_path: Path) -> None:
    """A photo is shown at once, sent upright, and can be looked at in full; documents open as a page."""
    page = browser_page
    await sit(page, demo, "张某某")
    exif = Image.Exif()
    exif[0x0112] = 6
    big = io.BytesIO()
    Image.effect_noise((3200, 2400), 80).convert("RGB").save(big, "JPEG", exif=exif, quality=90)
    await page.set_input_files(
        "#pick-photo", {"name": "签到表.jpg", "mimeType": "image/jpeg", "buffer": big.getvalue()}
    )
    await see(page, "照片已收到，1920×2560")
    await holds(lambda: _loaded(page))
    assert await at_end(page)
    await page.locator(".photo").last.click()
    await page.locator(".viewer img").wait_for()
    await page.keyboard.press("Escape")
    two: list[FilePayload] = [
        {"name": f"{n}.png", "mimeType": "image/png", "buffer": picture(60 + n)} for n in range(2)
    ]
    await page.set_input_files("#pick-photo", two)
    await see(page, "照片已收到，61×200")
    lines = [line.doc["message"] for line in await demo.log.history(demo.chat("member")) if line.doc]
    albums = [line["media_group_id"] for line in lines if "media_group_id" in line]
    assert len(albums) == 2
    assert len(set(albums)) == 1
    assert demo.inbox.more[-2:] == [True, False]  # only below the last of them the question comes again
    await page.set_input_files(
        "#pick-document", {"name": "说明.txt", "mimeType": "text/plain", "buffer": "您好".encode()}
    )
    await see(page, "文件已收到：说明.txt")
    await say(page, "/papers")
    async with page.context.expect_page() as opened:
        await page.get_by_text("月报 2026-11.csv").click()
    paper = await opened.value
    await paper.get_by_role("cell", name="清溪村").wait_for()


async def test_an_album_whose_last_picture_never_comes_is_answered(demo: House, browser_page: Page) -> None:
    """The page is closed while the last one hangs: those before it are sent, and answered below the last of them."""
    page = browser_page
    await sit(page, demo, "张某某")
    asked: list[Route] = []

    async def hang(route: Route) -> None:
        asked.append(route)
        if len(asked) < 2:
            await route.continue_()

    await page.route("**/chat/files/**", hang)
    two: list[FilePayload] = [
        {"name": f"{n}.png", "mimeType": "image/png", "buffer": picture(60 + n)} for n in range(2)
    ]
    await page.set_input_files("#pick-photo", two)
    async with asyncio.timeout(10):
        while len(asked) < 2:  # noqa: ASYNC110 - what is waited for happens in the browser
            await asyncio.sleep(0.03)
    await page.reload()
    await see(page, "照片已收到，60×200")
    assert demo.inbox.more[-1] is False


async def _loaded(page: Page) -> bool:
    script = (
        "Array.from(document.querySelectorAll('.photo img')).every(i => i.complete && i.naturalWidth > 0)"
    )
    return bool(await page.evaluate(script))


async def test_what_is_no_photo_is_told(demo: House, browser_page: Page) -> None:
    """The refusal stands under the bubble, in words, and nothing is sent."""
    page = browser_page
    await sit(page, demo, "张某某")
    fake: FilePayload = {
        "name": "x.jpg",
        "mimeType": "image/jpeg",
        "buffer": b"%PDF-1.4 nothing of a picture",
    }
    await page.set_input_files("#pick-photo", fake)
    await page.locator(".failed").get_by_text("这张照片打不开").wait_for()
    await page.reload()
    await see(page, "同意并开始")
    assert await page.locator(".row.own").count() == 0


async def test_place_only_when_asked_for(demo: House, browser_page: Page) -> None:
    """The button comes with the question and goes with the answer."""
    page = browser_page
    await page.context.grant_permissions(["geolocation"])
    await page.context.set_geolocation({"latitude": 30.272, "longitude": 109.488, "accuracy": 12})
    await sit(page, demo, "张某某")
    assert not await page.locator("#locate").is_visible()
    await say(page, "/place")
    await page.get_by_role("button", name="发送位置").click()
    await see(page, "位置已收到：30.272，109.488")
    assert not await page.locator("#panel").is_visible()
    await see(page, "误差约 12 米")


async def test_two_tabs_are_one_chat(demo: House, browser_page: Page) -> None:
    """What one does, the other shows; tapping the same question in both acts once."""
    page = browser_page
    await sit(page, demo, "张某某")
    other = await page.context.new_page()
    await other.goto(demo.address + "/chat")
    await see(other, "同意并开始")
    await page.get_by_role("button", name="同意并开始").click()
    await see(other, "本月开了几次支委会？")
    await asyncio.gather(
        page.get_by_role("button", name="2", exact=True).click(),
        other.get_by_role("button", name="2", exact=True).click(),
    )
    await see(page, "2，已保存。")
    await see(other, "2，已保存。")
    await say(other, "第二台")
    await see(page, "您写“第二台”，已保存。")
    assert await page.locator(".row").all_inner_texts() == await other.locator(".row").all_inner_texts()


async def test_switching_person_ends_the_old_tab(demo: House, browser_page: Page) -> None:
    """Sitting down as somebody else leaves the seat before: its tab says so and offers the way on."""
    page = browser_page
    await sit(page, demo, "张某某")
    other = await page.context.new_page()
    await sit(other, demo, "王某某")
    await see(page, "您在这台设备上已经退出。")
    await page.get_by_role("link", name="重新进入").click()
    await page.get_by_role("link", name="接着用王某某的身份").wait_for()


@pytest.mark.parametrize("way", ["typed", "bot", "name"])
async def test_hostile_text_is_text(
    demo: House, browser_page: Page, browser_faults: BrowserFaults, way: str
) -> None:
    """Markup and scripts, typed, echoed, in captions and file names: shown as they are, nothing runs."""
    page = browser_page
    await sit(page, demo, "张某某")
    chat = int(demo.chat("member"))
    for text in HOSTILE:
        if way == "typed":
            await say(page, text)
        elif way == "bot":
            await demo.bot.send_message(chat, text, parse_mode=None)
        else:
            await page.set_input_files(
                "#pick-document", {"name": text[:60] + ".txt", "mimeType": "text/plain", "buffer": b"x"}
            )
    await say(page, "说完了")
    await see(page, "您写“说完了”，已保存。")
    await page.reload()
    await see(page, "您写“说完了”，已保存。")
    if way != "name":
        shown = await page.locator(".text").all_inner_texts()
        for text in HOSTILE:
            assert any(text.strip() in one for one in shown), text
    assert await page.evaluate("window.hit") is None
    assert (
        await page.locator("#lines script, #lines iframe, #lines img[src='x'], #lines svg[onload]").count()
        == 0
    )
    for link in await page.locator("#lines a").all():
        assert not str(await link.get_attribute("href")).lower().startswith("javascript")
    assert browser_faults == []


async def test_menu_text_size_and_keyboard_alone(demo: House, browser_page: Page) -> None:
    """Commands by their Chinese names; larger text is kept; everything can be reached without a mouse."""
    page = browser_page
    await sit(page, demo, "张某某")
    from aiogram.types import BotCommand, BotCommandScopeChat

    chat = int(demo.chat("member"))
    commands = [
        BotCommand(command="whoami", description="我是谁"),
        BotCommand(command="start", description="重新开始"),
    ]
    await demo.bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id=chat))
    await page.locator("#menu").focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="我是谁").wait_for()
    await page.keyboard.press("Enter")
    assert await (await see(page, "我是谁")).is_visible()
    await holds(lambda: _says(page, "张某某"))
    await page.locator("#menu").click()
    await page.get_by_role("button", name="字大一点").click()
    size = "parseFloat(getComputedStyle(document.querySelector('.bubble')).fontSize)"
    assert await page.evaluate(size) >= 22
    await page.reload()
    await see(page, "我是谁")
    assert await page.evaluate(size) >= 22


async def _says(page: Page, text: str) -> bool:
    return await page.locator(".row.bot .text").last.inner_text() == text


@pytest.mark.parametrize(("width", "large"), [(360, False), (430, False), (360, True)])
async def test_sizes(
    demo: House, browser: Browser, browser_faults: BrowserFaults, width: int, large: bool, tmp_path: Path
) -> None:
    """Text at least 18 px (22), targets at least 44 px (60), nothing wider than the screen; a picture to look at."""
    context = await phone(browser, browser_faults, width=width)
    page = await context.new_page()
    if large:
        await context.add_init_script("localStorage.setItem('lianxin.size', 'large')")
    await sit(page, demo, "张某某")
    await page.get_by_role("button", name="同意并开始").click()
    await see(page, "本月开了几次支委会？")
    for box in await page.locator(".key:visible, .tool:visible, #input, #mode").all():
        size = await box.bounding_box()
        assert size is not None
        assert size["height"] >= (60 if large and "key" in str(await box.get_attribute("class")) else 44)
        assert size["width"] >= 44
        assert size["x"] >= 0
        assert size["x"] + size["width"] <= width
    font = "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    assert min(await page.locator(".text, .bubble, #input").evaluate_all(font)) >= (22 if large else 18)
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    labels = await page.locator(".keys .key").all()
    lines = [await key.evaluate("k => k.scrollWidth <= k.clientWidth + 1") for key in labels]
    assert all(lines)
    await page.screenshot(
        path=Path(os.environ.get("LIANXIN_TEST_SHOTS", tmp_path)) / f"chat-{width}-{large}.png"
    )
    await context.close()


CONTRAST = """
() => {
  const light = (c) => { const v = c / 255; return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); };
  const parse = (t) => t.match(/[\\d.]+/g).map(Number);
  const lum = (c) => 0.2126 * light(c[0]) + 0.7152 * light(c[1]) + 0.0722 * light(c[2]);
  const ground = (e) => {
    const stack = [];
    for (let n = e; n; n = n.parentElement) {
      const c = parse(getComputedStyle(n).backgroundColor);
      stack.push(c.length < 4 ? [...c, 1] : c);
      if (stack[stack.length - 1][3] === 1) break;
    }
    const mix = (under, over) => over.slice(0, 3).map((v, i) => v * over[3] + under[i] * (1 - over[3]));
    return stack.reduceRight(mix, [255, 255, 255]);
  };
  const out = [];
  document.querySelectorAll('body *').forEach((e) => {
    const own = Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.getClientRects().length || e.closest('svg, script, .who, .toast')) return;
    const a = lum(parse(getComputedStyle(e).color)), b = lum(ground(e));
    out.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className + ': ' + e.textContent.slice(0, 20)]);
  });
  return out;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_contrast(demo: House, browser_page: Page, scheme: Any) -> None:
    """Every text stands out from its ground by 4.5 : 1 at least, in daylight and at night."""
    page = browser_page
    await page.emulate_media(color_scheme=scheme)
    await page.goto(demo.address)
    worst = min(await page.evaluate(CONTRAST))
    assert worst[0] >= 4.5, worst
    await page.get_by_role("button", name="张某某").click()
    await see(page, "同意并开始")
    await page.get_by_role("button", name="同意并开始").click()
    await see(page, "上一步")
    await say(page, "两次 13800000000 https://example.org/")
    await say(page, "/papers")
    await see(page, "月报 2026-11.csv")
    await page.locator("#menu").click()
    measured = await page.evaluate(CONTRAST)
    assert len(measured) > 25
    assert min(measured)[0] >= 4.5, sorted(measured)[:5]


@pytest.fixture
async def old_page(browser: Browser, demo: House) -> AsyncIterator[Page]:
    """A WebView without storage, as some set them up."""
    context = await browser.new_context(viewport={"width": 360, "height": 740})
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }});"
    await context.add_init_script(refuse + "delete window.ResizeObserver;")
    yield await context.new_page()
    await context.close()


async def test_without_storage_and_newer_interfaces(demo: House, old_page: Page) -> None:
    """localStorage that throws and no ResizeObserver: this visit works all the same."""
    await sit(old_page, demo, "张某某")
    await say(old_page, "两次")
    await see(old_page, "您写“两次”，已保存。")
    await old_page.locator("#menu").click()
    await old_page.get_by_role("button", name="字大一点").click()
    assert await at_end(old_page)


async def test_links_and_numbers_can_be_tapped(demo: House, browser_page: Page) -> None:
    """Telephone numbers and addresses in any text, links of the bot's own; a long number and an example are none."""
    page = browser_page
    await sit(page, demo, "张某某")
    chat = int(demo.chat("member"))
    await demo.bot.send_message(
        chat, '打给 <b>李某某</b>（电话 0570-1234567 或 13800000001，不是 913800000001；例如 13800000000）\n看<a href="https://example.org/a?b=1&amp;c=2">说明</a>'
        "，https://example.org/x。<code>https://no.example</code>"
    )  # fmt: skip
    await see(page, "打给")
    links = page.locator(".line").last.locator("a")
    assert [await one.get_attribute("href") for one in await links.all()] == [
        "tel:0570-1234567",
        "tel:13800000001",
        "https://example.org/a?b=1&c=2",
        "https://example.org/x",
    ]


async def test_two_devices_and_one_form(
    tmp_path: Path, database: Path, browser: Browser, browser_faults: BrowserFaults
) -> None:
    """The same question answered on two phones, one of them without a network: once, and the later one is told so."""
    async with AsyncExitStack() as stack:
        served = await stack.enter_async_context(house(tmp_path, database=database, demo=True))
        settings = Settings(data_dir=tmp_path, _env_file=None)
        services = build_services(settings, served.store, texts=TEXTS)
        served.inbox.answer_with(
            Inbox(served.store, build_dispatcher(services), {CHANNEL: served.bot}, TEXTS)
        )
        pages = []
        for _ in range(2):
            context = await stack.enter_async_context(await phone(browser, browser_faults))
            pages.append(await context.new_page())
            await pages[-1].goto(served.address)
            await pages[-1].get_by_role("button", name="陈某某").click()
            await pages[-1].locator("#input").wait_for()
        near, far = pages
        await say(near, "履职承诺")
        for page in pages:
            await see(page, "要登记哪一种承诺？")
        await far.context.set_offline(True)
        await see(far, "网络断了")
        await far.get_by_role("button", name="任期承诺").click()
        await near.get_by_role("button", name="年度承诺").click()
        await see(near, "是谁的承诺？")
        await far.context.set_offline(False)
        for page in pages:
            await see(page, "这是之前的问题，您已经答过了（年度承诺）")
            assert await in_view(page, "是谁的承诺？")
        assert await near.locator(".row").all_inner_texts() == await far.locator(".row").all_inner_texts()
        (head,) = await served.store.unit().drafts.open_of(CAST["officer"].id)
        draft = await served.store.unit().drafts.get(head.id)
        assert draft is not None
        assert draft.answers == {"kind": "annual"}
    assert not browser_faults, "\n".join(browser_faults)
