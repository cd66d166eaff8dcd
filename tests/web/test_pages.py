"""The pages: who may see what, what every answer carries, what comes from elsewhere is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.web.house import CAST, VILLAGE, House, house
from web.assets import FOLDER


async def text_of(client: aiohttp.ClientSession, path: str, status: int = 200) -> str:
    async with client.get(path, allow_redirects=False) as answer:
        assert answer.status == status, path
        return await answer.text()


# ---------------------------------------------------------------- doors


async def test_outside_the_demo_the_first_page_only_explains(client: aiohttp.ClientSession) -> None:
    """No list of people, no form, no name: how to get in, in words."""
    text = await text_of(client, "/")
    assert "这里要用个人链接进入" in text
    assert "<form" not in text
    assert "演示" not in text
    assert all(one.name not in text for one in CAST.values())
    async with client.post("/demo", data={"person": "p1"}, allow_redirects=False) as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    "path", ["/devices", "/chat/files/" + "0" * 32, "/chat/papers/" + "0" * 32, "/chat/ws"]
)
async def test_nothing_without_signing_in(client: aiohttp.ClientSession, path: str) -> None:
    """Every address behind the door says so."""
    async with client.get(path, allow_redirects=False) as answer:
        assert answer.status == 401


async def test_chat_without_signing_in_leads_to_the_door(client: aiohttp.ClientSession) -> None:
    """The chat's own address is what people keep: it must not be a dead end."""
    async with client.get("/chat", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/")


async def test_personal_link_from_first_look_to_chat(served: House, client: aiohttp.ClientSession) -> None:
    """
    Looking uses nothing up (messengers look first); the wrong name is told; the right one opens the chat.
    """
    invited = await served.services.entry.invite("branch_secretary", VILLAGE.id)
    address = f"/i/{invited.code}"
    for _ in range(3):
        text = await text_of(client, address)
        assert "李**" in text
        assert "李某某" not in text
        assert "党支部书记" in text
    async with client.post(address, data={"name": "王某某"}) as answer:
        assert answer.status == 403
        assert "和链接上的不一致" in await answer.text()
    async with client.post(address, data={"name": "李某某"}, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/chat")
        cookie = answer.headers["Set-Cookie"]
    assert re.match(r"lianxin=[\w-]{32}; HttpOnly; Max-Age=34560000; Path=/; SameSite=Lax$", cookie), cookie
    assert "李某某 · 清溪村党支部" in await text_of(client, "/chat")
    async with client.get(address, allow_redirects=False) as answer:
        assert answer.headers["Location"] == "/chat"
    async with served.client() as stranger:
        assert "已经用过了" in await text_of(stranger, address, 410)
        async with stranger.post(address, data={"name": "李某某"}, allow_redirects=False) as answer:
            assert answer.status == 410


async def test_guessing_links_is_locked_by_address(served: House, client: aiohttp.ClientSession) -> None:
    """After ten wrong codes the address waits, also for a right one."""
    for n in range(10):
        await text_of(client, f"/i/wrong-code-number-{n:012}", 410)
    invited = await served.services.entry.invite("member", VILLAGE.id)
    assert "15 分钟" in await text_of(client, f"/i/{invited.code}", 429)


async def test_https_gets_a_host_cookie(tmp_path: Path, database: Path) -> None:
    """Behind a proxy with a public https address the cookie is Secure and bound to the host."""
    public = {"Host": "lianxin.example.org", "Origin": "https://lianxin.example.org"}
    async with (
        house(tmp_path, database=database, public_url="https://lianxin.example.org") as served,
        served.client(headers=public) as client,
    ):
        invited = await served.services.entry.invite("member", VILLAGE.id)
        async with client.post(f"/i/{invited.code}", data={"a": "b"}, allow_redirects=False) as answer:
            assert answer.status == 303
            assert answer.headers["Set-Cookie"].startswith("__Host-lianxin=")
            assert "; Secure" in answer.headers["Set-Cookie"]
            assert "max-age" in answer.headers["Strict-Transport-Security"]


async def test_devices_page_lists_and_ends(served: House, client: aiohttp.ClientSession) -> None:
    """Each device with its name and last use; ending one signs it out at once."""
    await served.enter(client, "member")
    agent = "Mozilla/5.0 (Linux; Android 10) Chrome/86 MicroMessenger/8.0"
    async with served.client(headers={"User-Agent": agent}) as phone:
        await served.enter(phone, "member")
        listed = await text_of(client, "/devices")
        assert "Android · WeChat" in listed
        assert "这一台" in listed
        [end] = re.findall(r"/devices/[0-9a-f]+/end", listed)
        async with phone.post(end.replace(end.split("/")[2], "f" * 16), allow_redirects=False) as answer:
            assert answer.status == 303
        async with client.post(end, allow_redirects=False) as answer:
            assert answer.status == 303
        await text_of(phone, "/devices", 401)
        await text_of(client, "/devices")


# ---------------------------------------------------------------- the demo


async def test_picker_lists_each_role_and_finds_people(demo: House) -> None:
    """
    Every role the demo has is on the first page, those of one village together; search reads names and
    places.
    """
    async with demo.client() as client:
        text = await text_of(client, "/")
        for one in CAST.values():
            assert one.name in text
        assert "演示" in text
        found = await text_of(client, "/?q=柳湾 书记")
        assert "找到 1 人" in found
        odd = await text_of(client, "/?q=<script>alert(1)</script>")
        assert "<script>alert" not in odd


async def test_sitting_down_as_somebody(demo: House) -> None:
    """Choosing binds a seat for hours, the seat before is left, and every screen says 演示."""
    async with demo.client() as client:
        for who in ("member", "clerk"):
            async with client.post("/demo", data={"person": CAST[who].id}, allow_redirects=False) as answer:
                assert (answer.status, answer.headers["Location"]) == (303, "/chat")
                assert "Max-Age=43200" in answer.headers["Set-Cookie"]
            text = await text_of(client, "/chat")
            assert f"{CAST[who].name} · " in text
            assert 'class="demo">演示' in text
        assert not await demo.services.entry.devices("p1")
        for path in ("/", "/devices", "/nowhere"):
            async with client.get(path) as answer:
                assert 'class="demo">演示' in await answer.text()
        async with client.post("/demo", data={"person": "nobody"}, allow_redirects=False) as answer:
            assert answer.status == 400


@pytest.mark.parametrize(("public", "shown"), [(False, False), (True, True)])
async def test_picker_stays_on_this_machine(
    tmp_path: Path, database: Path, public: bool, shown: bool
) -> None:
    """With an outside HOST there is no picker, unless a setting says so."""
    options: dict[str, Any] = {"host": "0.0.0.0", "demo_public": public, "demo": True}
    async with house(tmp_path, database=database, **options) as served, served.client() as client:
        assert ("张某某" in await text_of(client, "/")) is shown
        async with client.post("/demo", data={"person": "p1"}, allow_redirects=False) as answer:
            assert answer.status == (303 if shown else 404)


# ---------------------------------------------------------------- what every answer carries


PATHS = ["/", "/nowhere", "/healthz", "/i/" + "x" * 32, "/devices", "/chat"]


@pytest.mark.parametrize("path", PATHS)
async def test_security_headers_on_every_answer(client: aiohttp.ClientSession, path: str) -> None:
    """Pages, errors and redirects alike."""
    async with client.get(path, allow_redirects=False) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"


async def test_no_page_has_script_or_style_of_its_own(demo: House) -> None:
    """The policy would block them; better that there are none."""
    async with demo.client() as client:
        await demo.enter(client, "secretary")
        for path in ("/", "/chat", "/devices", "/nowhere"):
            async with client.get(path) as answer:
                text = await answer.text()
            for tag in re.findall(r"<script[^>]*>", text):
                assert "src=" in tag or 'type="application/json"' in tag, tag
            assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
            assert re.search(r'<html lang="zh-Hans">', text)


async def test_static_files_are_kept_for_ever_under_their_mark(demo: House) -> None:
    """Each address in a page answers, may be kept, and is not kept under a mark that is not today's."""
    async with demo.client() as client:
        await demo.enter(client, "secretary")
        addresses = set(re.findall(r'"(/static/[^"]+)"', await text_of(client, "/chat")))
        assert len(addresses) >= 5
        for address in addresses:
            async with client.get(address) as answer:
                assert answer.status == 200
                assert "immutable" in answer.headers["Cache-Control"]
        main = next(one for one in addresses if one.endswith("main.js"))
        async with client.get(re.sub(r"/static/\w+/", "/static/000000000000/", main)) as answer:
            assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-store")
        for odd in (
            "/static/x/../app.py",
            "/static/x/%2e%2e/app.py",
            "/static/x//etc/passwd",
            "/static/x/none.js",
        ):
            async with client.get(odd) as answer:
                assert answer.status == 404


async def test_requests_from_elsewhere_are_refused(served: House, client: aiohttp.ClientSession) -> None:
    """Every unsafe route and the WebSocket: a foreign Origin, none at all, a foreign fetch site: 403."""
    await served.enter(client, "member")
    foreign: list[dict[str, str]] = [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": served.address.replace("127.0.0.1", "127.0.0.2")},
        {"Origin": served.address, "Sec-Fetch-Site": "cross-site"},
        {"Origin": "", "Referer": "https://evil.example/" + served.address},
    ]
    unsafe = [
        route.resource.canonical
        for route in served.app.router.routes()
        if route.method == "POST" and route.resource is not None
    ]
    assert len(unsafe) >= 5
    for pattern in unsafe:
        path = re.sub(r"{\w+}", "0" * 32, pattern)
        for headers in foreign:
            async with client.post(path, headers=headers, data={"a": "b"}, allow_redirects=False) as answer:
                assert answer.status == 403, (path, headers)
    for headers in foreign[:3]:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            async with client.ws_connect("/chat/ws", headers=headers):
                pass
        assert refused.value.status == 403
    await text_of(client, "/devices")  # still signed in: nothing of it worked


async def test_telegram_calls_without_origin_and_by_any_name(tmp_path: Path, database: Path) -> None:
    """Its address has a secret of its own; the rules for browsers do not stand in its way."""

    async def taken(request: web.Request) -> web.Response:
        assert await request.text() == "{}"
        return web.json_response({"by": "webhook"})

    async with (
        house(tmp_path, database=database, routes=[web.post("/telegram", taken)]) as served,
        aiohttp.ClientSession(served.address) as machine,
    ):
        async with machine.post("/telegram", data="{}", headers={"Host": "bot.example.org"}) as answer:
            assert (answer.status, await answer.json()) == (200, {"by": "webhook"})
        async with machine.post("/telegram/x", data="{}") as answer:
            assert answer.status == 403


async def test_foreign_names_for_this_machine_are_refused(
    served: House, client: aiohttp.ClientSession
) -> None:
    """A page elsewhere whose name points here (DNS rebinding) gets nothing."""
    async with client.get("/", headers={"Host": f"evil.example:{served.port}"}) as answer:
        assert answer.status == 400
    async with client.get("/", headers={"Host": f"localhost:{served.port}"}) as answer:
        assert answer.status == 200


async def test_health(tmp_path: Path, database: Path) -> None:
    """healthz says that the loop turns; readyz what is not in order."""

    async def wrong() -> dict[str, str]:
        return {"database": "away"}

    async with house(tmp_path, database=database, ready=wrong) as served, served.client() as client:
        async with client.get("/healthz", headers={"Host": "any.example"}) as answer:
            assert (answer.status, await answer.json()) == (200, {"ok": True})
        async with client.get("/readyz") as answer:
            assert (answer.status, await answer.json()) == (503, {"ok": False, "wrong": {"database": "away"}})


# ---------------------------------------------------------------- our own scripts


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.js")), ids=lambda path: path.name)
def test_scripts_are_plain_and_of_2019(path: Path) -> None:
    """
    Old WebViews run them as they are: no build step, no newer syntax, no markup from text, readable size.
    """
    source = path.read_text("utf-8")
    code = re.sub(r"//[^\n]*|/\*.*?\*/", "", source, flags=re.DOTALL)
    assert len(source.splitlines()) < 400
    for newer in (
        r"\?\.[A-Za-z(\[]",
        r"\?\?",
        r"\|\|=|&&=",
        r"\(\?<[=!]",
        r"^\s*#\w+|this\.#",
        r"\.replaceAll\(",
        r"\.at\(",
    ):
        assert not re.search(newer, code, flags=re.MULTILINE), newer
    for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert unsafe not in code
