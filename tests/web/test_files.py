"""Files of the chat, both ways: made anew, named safely, shown as pages, refused in words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from PIL import Image

from bot.channels.webchat_files import FileShelf, clean_name
from tests.web.house import House


async def text_of(client: aiohttp.ClientSession, path: str, status: int = 200) -> str:
    async with client.get(path, allow_redirects=False) as answer:
        assert answer.status == status, path
        return await answer.text()


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
