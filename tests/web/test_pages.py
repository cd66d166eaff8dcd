"""The pages: who may see what, what every answer carries, what comes from elsewhere is refused."""

from __future__ import annotations

import asyncio
import contextlib
import io
import re
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from PIL import Image

from bot.channels.webchat_files import FileShelf, clean_name
from tests.web.house import CAST, VILLAGE, House, Limits, house
from web.assets import FOLDER
from web.serving import CONNECTIONS


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


# ---------------------------------------------------------------- files


def photo_with_place() -> bytes:
    """A JPEG whose EXIF has a position and a quarter turn."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (30.0, 16.0, 19.0), 3: "E", 4: (109.0, 29.0, 17.0)}
    out = io.BytesIO()
    Image.effect_noise((400, 300), 40).convert("RGB").save(out, "JPEG", exif=exif)
    return out.getvalue()


async def put(client: aiohttp.ClientSession, content: Any, kind: str, name: str, key: str) -> Any:
    async with client.post(f"/chat/files/{key}", params={"kind": kind, "name": name}, data=content) as answer:
        return answer.status, await answer.json()


async def test_photo_is_made_anew(served: House, client: aiohttp.ClientSession) -> None:
    """Upright, without its position or anything else hidden, in two sizes; the same key is the same file."""
    await served.enter(client, "member")
    content = photo_with_place()
    assert b"Exif" in content
    status, kept = await put(client, content, "photo", "签到表.JPG", "key-00000001")
    assert (status, kept["width"], kept["height"], kept["name"]) == (200, 300, 400, "签到表.jpg")
    assert (await put(client, content, "photo", "签到表.JPG", "key-00000001"))[1]["file"] == kept["file"]
    for small in ("", "?small"):
        async with client.get(f"/chat/files/{kept['file']}{small}") as answer:
            assert answer.content_type == "image/jpeg"
            stored = await answer.read()
        assert b"Exif" not in stored
        with Image.open(io.BytesIO(stored)) as picture:
            assert picture.size == (300, 400)
            assert not picture.getexif()
    async with served.page(client, "member") as page:
        await page.shows(1)
        await page.done("key-00000001", kind="photo", file=kept["file"], caption="第 <1> 页", album="abc")
        assert page.texts()[1:] == ["第 <1> 页", page.texts()[2]]
        assert page.texts()[2].startswith("照片已收到，300×400")


async def test_documents_go_round(served: House, client: aiohttp.ClientSession) -> None:
    """A document comes back under its name; another person's looks like none."""
    await served.enter(client, "member")
    status, kept = await put(client, b"%PDF-1.4 x", "document", "../../甲\u202e.exe\x00.pdf", "key-00000001")
    assert (status, kept["name"]) == (200, "甲.exe.pdf")
    async with served.page(client, "member") as page:
        await page.shows(1)
        await page.done("key-00000002", kind="document", file=kept["file"])
        lines = list(page.lines().values())
        assert lines[1]["document"]["file_name"] == "甲.exe.pdf"
        assert lines[2]["text"] == "文件已收到：甲.exe.pdf"
        assert lines[3]["document"]["file_id"] == lines[1]["document"]["file_id"]
    async with client.get(f"/chat/files/{kept['file']}") as answer:
        assert answer.headers["Content-Disposition"].startswith(
            "inline; filename=\"file.pdf\"; filename*=UTF-8''%E7"
        )
        assert await answer.read() == b"%PDF-1.4 x"
    async with served.client() as second:
        await served.enter(second, "secretary")
        for path in (f"/chat/files/{kept['file']}", f"/chat/papers/{kept['file']}"):
            assert "没有找到" in await text_of(second, path, 404)
        async with served.page(second, "secretary") as page:
            await page.do("key-00000001", kind="document", file=kept["file"])
            await page.until("refused")


async def test_markup_in_files_never_runs(served: House, client: aiohttp.ClientSession) -> None:
    """HTML and SVG are offered as files, not shown as pages of ours."""
    await served.enter(client, "member")
    for n, (name, content) in enumerate({
        "x.html": b"<script>alert(1)</script>",
        "x.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "x.jpg": b"<html><script>alert(1)</script>",
    }.items()):  # fmt: skip
        _, kept = await put(client, content, "document", name, f"key-{n:08}")
        async with client.get(f"/chat/files/{kept['file']}") as answer:
            assert answer.content_type in ("text/plain", "application/octet-stream")
            assert "sandbox" in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
        page = await text_of(client, f"/chat/papers/{kept['file']}")
        assert "<script>alert" not in page


async def test_what_is_no_photo_or_too_much(served: House, client: aiohttp.ClientSession) -> None:
    """Refused with words, and nothing stays behind."""
    await served.enter(client, "member")
    flood = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(flood, "PNG")
    for n, (content, status, code) in enumerate([
        (b"%PDF-1.4", 415, "file_unreadable"),
        (b"", 400, "file_empty"),
        (flood.getvalue(), 415, "file_unreadable"),
        (photo_with_place()[:900], 415, "file_unreadable"),
    ]):  # fmt: skip
        assert (await put(client, content, "photo", "x.jpg", f"key-{n:08}"))[0] == status
        assert (await put(client, content, "photo", "x.jpg", f"key-{n:08}"))[1]["error"] == code

    async def endless() -> Any:
        for _ in range(21):
            yield b"\0" * 1024 * 1024

    status, said = await put(client, endless(), "document", "x.bin", "key-00000009")
    assert (status, said["error"]) == (413, "file_too_big")
    assert "20 MB" in said["text"]
    left = [path for path in (served.files._root).rglob("*") if path.is_file()]
    assert left == []


async def test_table_is_shown_as_a_page(served: House, client: aiohttp.ClientSession) -> None:
    """CSV and XLSX can be read without a download; a bomb is not opened."""
    import xlsxwriter

    await served.enter(client, "member")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for row in range(150):
        sheet.write_row(row, 0, [f"第{row}行", row, "<b>&"])
    book.close()
    _, kept = await put(client, out.getvalue(), "document", "月报.xlsx", "key-00000001")
    text = await text_of(client, f"/chat/papers/{kept['file']}")
    assert "<td>第99行</td><td>99</td><td>&lt;b&gt;&amp;</td>" in text
    assert "第100行" not in text
    assert "前 100 行" in text
    _, kept = await put(
        client, "编号,村\r\n1,清溪村\r\n".encode("utf-8-sig"), "document", "a.csv", "key-00000002"
    )
    assert "<td>编号</td><td>村</td>" in await text_of(client, f"/chat/papers/{kept['file']}")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"\0" * 60_000_000)
    _, kept = await put(client, bomb.getvalue(), "document", "bomb.xlsx", "key-00000003")
    assert "不能在这里直接看" in await text_of(client, f"/chat/papers/{kept['file']}")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("签到表.jpg", "签到表.jpg"),
        ("C:\\Users\\x\\表.xlsx", "表.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\u202egnp.exe", "abgnp.exe"),
        ("", "file"),
        ("...", "file"),
        ("CON.txt", "file_CON.txt"),
        ("a" * 300 + ".docx", "a" * 106 + ".docx"),
        ('a<b>:"c|?*.pdf', "a_b_c_.pdf"),
        ("无后缀", "无后缀"),
    ],
)
def test_names_of_files(given: str, shown: str) -> None:
    """What people call their files is shown without what could mislead, and is never a path."""
    assert clean_name(given) == shown


async def test_files_of_odd_ids_are_none(tmp_path: Path) -> None:
    """Only ids that the shelf makes are looked for on disk."""
    shelf = FileShelf(tmp_path)
    for odd in ("../x", "/etc/passwd", "", "42.", "42.x.small", "42." + "0" * 32 + ".large", "x." + "0" * 32):
        assert shelf.by_file_id(odd) is None


# ---------------------------------------------------------------- slow and greedy clients


async def closed(port: int, *pieces: bytes) -> bytes:
    """Send *pieces* and read until the server closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
    try:
        async with asyncio.timeout(20):
            return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


async def test_half_a_head_does_not_hold_the_door(tmp_path: Path, database: Path) -> None:
    """Nothing, half a head, half a second head: closed; a body that never comes: 408; others are served."""
    limits = Limits(header=0.3, idle=0.3, form=0.6, stall=0.3)
    async with house(tmp_path, database=database, limits=limits) as served, served.client() as client:
        await served.enter(client, "member")
        [cookie] = [f"{one.key}={one.value}" for one in client.cookie_jar]
        head = f"Host: 127.0.0.1:{served.port}\r\nOrigin: {served.address}\r\nCookie: {cookie}\r\n".encode()
        whole = b"GET /healthz HTTP/1.1\r\n" + head + b"\r\n"
        assert await closed(served.port) == b""
        assert await closed(served.port, b"GET / HT") == b""
        assert (await closed(served.port, whole + b"GET / HT")).count(b"HTTP/1.1 200") == 1
        form = b"POST /leave HTTP/1.1\r\n" + head + b"Content-Type: application/x-www-form-urlencoded\r\n"
        late = await closed(
            served.port,
            b"POST /demo HTTP/1.1\r\n" + form.partition(b"\r\n")[2] + b"Content-Length: 9\r\n\r\na",
        )
        assert late.startswith((b"HTTP/1.1 408", b"HTTP/1.1 404"))
        upload = b"POST /chat/files/key-00000001?kind=document&name=x HTTP/1.1\r\n" + head
        stalled = await closed(served.port, upload + b"Content-Length: 900000\r\n\r\n" + b"x" * 100)
        assert stalled.startswith(b"HTTP/1.1 408")
        lying = await closed(served.port, upload + b"Content-Length: 999999999\r\n\r\n")
        assert lying.startswith(b"HTTP/1.1 413")
        async with served.page(client, "member") as page:
            await page.done("key-00000002", kind="text", text="照常")
            await asyncio.sleep(0.5)  # an open page is no slow head, however quiet
            await page.done("key-00000003", kind="text", text="照常")


async def test_a_reader_that_takes_nothing_is_let_go(tmp_path: Path, database: Path) -> None:
    """Somebody asks for a large file and never reads it: the connection ends, the file was not kept open."""
    async with (
        house(tmp_path, database=database, limits=Limits(upload=1.0)) as served,
        served.client() as client,
    ):
        await served.enter(client, "member")

        async def large() -> AsyncIterator[bytes]:
            yield b"x" * 19_000_000

        kept = await served.files.keep(served.chat("member"), large(), name="big.bin")
        [cookie] = [f"{one.key}={one.value}" for one in client.cookie_jar]
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port, limit=1024)
        request = f"GET /chat/files/{kept.id} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n"
        writer.write(request.encode())
        assert await reader.readline() == b"HTTP/1.1 200 OK\r\n"

        def busy() -> bool:
            return any(one.busy for one in served.app[CONNECTIONS].values())

        async with asyncio.timeout(20):
            while busy():  # noqa: ASYNC110 - the server has no word for it
                await asyncio.sleep(0.05)
        with contextlib.suppress(ConnectionResetError):
            assert len(await reader.read()) < 18_000_000
        writer.close()


async def test_too_many_connections_are_told_to_come_back(tmp_path: Path, database: Path) -> None:
    """Beyond the cap a connection gets 503 and ends; those before are served."""
    async with house(tmp_path, database=database, limits=Limits(connections=3)) as served:
        held = [await asyncio.open_connection("127.0.0.1", served.port) for _ in range(3)]
        await asyncio.sleep(0)
        assert (await closed(served.port)).startswith(b"HTTP/1.1 503")
        reader, writer = held[0]
        writer.write(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n\r\n".encode())
        assert (await reader.readline()).startswith(b"HTTP/1.1 200")
        for _, one in held:
            one.close()


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
