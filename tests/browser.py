"""
A real Chromium for the tests, driven by playwright: one fresh browser a test, the size of a phone.

Two things fail a test by themselves: a script error on a page, and a request to any host but this machine
(a page of ours may depend on no third host). A test that provokes one on purpose empties `BrowserFaults`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page, Route

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",   # /dev/shm is 64 MB in many containers
    "--force-color-profile=srgb",
)  # fmt: skip
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
PHONE = {"width": 390, "height": 844}
TIMEOUT_MS = 15_000

BrowserFaults = list[str]


def find_chromium() -> str | None:
    """Where Chromium is: ``LIANXIN_TEST_CHROMIUM``, then PATH under its usual names."""
    if given := os.environ.get("LIANXIN_TEST_CHROMIUM"):
        return given
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; skips, saying why, where there is none."""
    found = find_chromium()
    if found is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    return found


@pytest.fixture
def browser_faults() -> BrowserFaults:
    """Script errors and requests to other hosts so far, one sentence each; empty it when they were wanted."""
    return []


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """A fresh browser process."""
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        try:
            yield browser
        finally:
            await browser.close()


async def phone(browser: Browser, faults: BrowserFaults, *, width: int = PHONE["width"]) -> BrowserContext:
    """A new profile (own cookies) on a phone in China; what it does wrong is added to *faults*."""
    context = await browser.new_context(
        viewport={"width": width, "height": PHONE["height"]},
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(TIMEOUT_MS)

    async def only_this_machine(route: Route) -> None:
        url = route.request.url
        if urlsplit(url).hostname in LOOPBACK or not url.startswith(("http:", "https:", "ws:", "wss:")):
            await route.continue_()
            return
        faults.append(f"request to another host: {url}")
        await route.abort()

    def watch(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(f"script error on {page.url}: {error}"))

    await context.route("**/*", only_this_machine)
    context.on("page", watch)
    return context


@pytest.fixture
async def browser_page(browser: Browser, browser_faults: BrowserFaults) -> AsyncIterator[Page]:
    """One page the size of a phone; the test fails on a script error or a request to another host."""
    context = await phone(browser, browser_faults)
    yield await context.new_page()
    await context.close()
    assert not browser_faults, "\n".join(browser_faults)
