"""Files people send: what is taken, what is refused, what is left of what was taken."""

from __future__ import annotations

import asyncio
import hashlib
import io
import os
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PIL import Image

from bot.errors import LianxinError, NotKept
from bot.kept import StoredFile
from bot.usecases.files import (
    FileDesk,
    FileMissing,
    FileRef,
    TooManyFiles,
    clean_name,
    files_in,
    note_files,
    sweep,
    with_file,
)
from bot.usecases.images import FileTooLarge, Limits, inspect
from storage.blobs import Blobs
from tests.usecases import made_files as made


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "files")


@pytest.fixture
def desk(tmp_path: Path, blobs: Blobs) -> Iterator[FileDesk]:
    opened = FileDesk(blobs, tmp_path / "thumbs")
    yield opened
    opened.close()


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize("name", made.TAKEN)
async def test_taken_by_content(desk: FileDesk, blobs: Blobs, name: str) -> None:
    """A picture or PDF is kept as what it is, whatever its name says, under the digest of what is kept."""
    content, kind = made.TAKEN[name]
    ref = await desk.take(content, "签到表.exe")
    path = await desk.open(ref)
    assert ref.name == f"签到表.{kind}"
    assert path == blobs.folder / ref.hash[:2] / ref.hash
    assert path.stat().st_size == ref.size
    assert hashlib.sha256(path.read_bytes()).hexdigest() == ref.hash
    if kind != "pdf":
        with Image.open(path) as kept:
            kept.load()
            assert kept.format == {"jpg": "JPEG", "png": "PNG"}[kind]
            assert not kept.getexif()
            assert not {"comment", "exif", "xmp", "icc_profile", "Author"} & set(kept.info)


async def test_no_place_is_left_anywhere(desk: FileDesk, tmp_path: Path) -> None:
    """
    After all made files were taken, neither store nor thumbnails hold a place, a camera or a hidden text.
    """
    for content, _ in made.TAKEN.values():
        await desk.thumb(await desk.take(content, "a"))
    kept = all_bytes(tmp_path)
    assert len(kept) > 5000
    for trace in (made.CANARY, made.GPS_LATITUDE, b"GPSLatitude", b"Exif\x00", b"<script>", b"PK\x03\x04"):
        assert trace not in kept, trace
    sent = b"".join(content for content, _ in made.TAKEN.values())
    for trace in (made.CANARY, made.GPS_LATITUDE, b"GPSLatitude", b"Exif\x00", b"<script>", b"PK\x03\x04"):
        assert trace in sent, trace


@pytest.mark.parametrize("name", made.REFUSED)
async def test_refused_with_a_code(desk: FileDesk, tmp_path: Path, name: str) -> None:
    """What is refused leaves nothing behind, and says why by code alone."""
    content, code = made.REFUSED[name]
    with pytest.raises(LianxinError) as refused:
        await desk.take(content, "照片.jpg")
    assert refused.value.code == code
    assert all_bytes(tmp_path) == b""


DECODED_FIRST = {"png with a wrong checksum", "png whose text unpacks to 50 MB", "more than 10 MB"}


@pytest.mark.parametrize("name", sorted(made.REFUSED.keys() - DECODED_FIRST))
def test_structure_alone_refuses(name: str) -> None:
    """Floods, bombs, animations, scripts and cut files are refused before any decoder sees them."""
    content, code = made.REFUSED[name]
    with pytest.raises(LianxinError) as refused:
        inspect(content, Limits())
    assert refused.value.code == code


def test_structure_is_read_without_the_decoder(tmp_path: Path) -> None:
    """A 20 kB picture of 144 million pixels is refused by a process that never loaded Pillow."""
    flood = tmp_path / "flood.png"
    flood.write_bytes(made.flood_png(12_000))
    assert flood.stat().st_size < 30_000
    code = (
        "import sys, pathlib\n"
        "from bot.usecases.images import ImageTooBig, Limits, inspect\n"
        "try: inspect(pathlib.Path(sys.argv[1]).read_bytes(), Limits())\n"
        "except ImageTooBig: print('refused', 'PIL' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(flood)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "refused False\n"


async def test_turned_pictures_stand_upright(desk: FileDesk) -> None:
    """The orientation that EXIF told is kept in the pixels when EXIF goes."""
    turned = made.picture().transpose(Image.Transpose.ROTATE_90)  # as a camera held sideways stores it
    ref = await desk.take(made.jpeg(turned, exif=made.exif(6), quality=95), "a.jpg")
    with Image.open(await desk.open(ref)) as kept:
        assert kept.size == (64, 40)
        grey, dark = kept.convert("L"), []
        for x, y in ((1, 1), (58, 1), (1, 34)):
            dark.append(max(grey.crop((x, y, x + 4, y + 4)).tobytes()) < 30)
        assert dark == [True, False, False]


@pytest.mark.parametrize(
    ("size", "kept"), [((4000, 3000), (2560, 1920)), ((900, 5000), (461, 2560)), ((9, 5), (9, 5))]
)
async def test_large_pictures_are_bounded(
    desk: FileDesk, size: tuple[int, int], kept: tuple[int, int]
) -> None:
    """The longer side is at most 2,560 pixels; a small picture is never blown up."""
    ref = await desk.take(made.jpeg(made.picture(*size)), "a.jpg")
    with Image.open(await desk.open(ref)) as image:
        assert image.size == kept
    small = await desk.thumb(ref)
    assert small is not None
    with Image.open(small) as image:
        assert max(image.size) <= 320
        assert image.format == "JPEG"


async def test_a_pdf_still_opens_after_its_photos_lost_their_place(desk: FileDesk) -> None:
    """Metadata is blanked in place: same length, same cross references, and the photo still decodes."""
    photo = made.jpeg(exif=made.exif())
    content = made.pdf(photo)
    kept = (await desk.open(await desk.take(content, "a.pdf"))).read_bytes()
    assert len(kept) == len(content)
    at = content.index(photo)
    with Image.open(io.BytesIO(kept[at : at + len(photo)])) as image:
        image.load()
        assert not image.getexif()
    assert kept[:at] == content[:at]
    assert kept[at + len(photo) :] == content[at + len(photo) :]


async def test_a_pdf_has_no_thumbnail(desk: FileDesk) -> None:
    """A PDF is shown by its name."""
    assert await desk.thumb(await desk.take(made.pdf(), "a")) is None


async def test_streams_stop_at_the_limit(desk: FileDesk) -> None:
    """Of an endless stream no more is read than the limit and one piece."""
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 65536
            yield bytes(65536)

    with pytest.raises(FileTooLarge) as refused:
        await desk.take(endless(), "a.jpg")
    assert refused.value.details == {"limit_mb": 10}
    assert read <= desk.limits.bytes + 2 * 65536
    with pytest.raises(FileTooLarge):
        await desk.take(endless(), "a.jpg", size=25_000_000)  # declared: nothing is read at all
    assert read <= desk.limits.bytes + 2 * 65536


async def test_streamed_in_pieces_is_the_same_file(desk: FileDesk) -> None:
    """Bytes in pieces, bytes at once, sent twice: one file."""
    content = made.jpeg(exif=made.exif())

    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(content), 100):
            yield content[start : start + 100]

    whole, streamed, again = await asyncio.gather(
        desk.take(content, "a.jpg"), desk.take(pieces(), "a.jpg"), desk.take(content, "b.jpg")
    )
    assert whole == streamed
    assert whole.hash == again.hash
    assert len(list(Path(await desk.open(whole)).parent.iterdir())) == 1


async def test_the_loop_goes_on_while_a_picture_is_decoded(desk: FileDesk) -> None:
    """Decoding runs in a thread of its own: others are served meanwhile."""
    big = made.png(made.picture(4800, 4800))
    task = asyncio.create_task(desk.take(big, "a.png"))
    turns = 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    assert (await task).type == "image/png"
    assert turns > 50


async def test_limits_may_be_narrower(tmp_path: Path, blobs: Blobs) -> None:
    """A deployment may set its own limits; the words get the number."""
    desk = FileDesk(blobs, tmp_path / "thumbs", Limits(bytes=1024 * 1024, pixels=2_000_000, side=100))
    with pytest.raises(LianxinError) as refused:
        await desk.take(made.jpeg(made.picture(2000, 2000)))
    assert (refused.value.code, refused.value.details) == ("image_too_big", {"limit_mp": 2})
    ref = await desk.take(made.jpeg(made.picture(800, 400)))
    with Image.open(await desk.open(ref)) as image:
        assert image.size == (100, 50)
    desk.close()


async def test_no_room_is_said_with_a_code(tmp_path: Path) -> None:
    """A folder that cannot be written to is no crash: the person is told to try again."""
    (tmp_path / "files").write_text("in the way")
    desk = FileDesk(Blobs(tmp_path / "files"), tmp_path / "thumbs")
    with pytest.raises(NotKept):
        await desk.take(made.jpeg())
    desk.close()


# ------------------------------------------------------------------------------------------- in answers


def test_albums_come_one_by_one() -> None:
    """Each file joins the answer once; the tenth is refused."""
    refs = [FileRef(f"{n:064x}", f"{n}.jpg", "image/jpeg", 10) for n in range(10)]
    answer: list[dict[str, object]] = []
    for ref in [*refs[:9], refs[3]]:
        answer = with_file(answer, ref, 9)
    assert [one["name"] for one in answer] == [f"{n}.jpg" for n in range(9)]
    with pytest.raises(TooManyFiles) as refused:
        with_file(answer, refs[9], 9)
    assert refused.value.details == {"most": 9}


def test_files_are_found_however_deep() -> None:
    """Top level, rows, and a hand-signed paper."""
    refs = [FileRef(f"{n:064x}", "a.jpg", "image/jpeg", 1).to_json() for n in range(3)]
    answers = {
        "n": 3,
        "photos": [refs[0]],
        "rows": [{"_": "r1", "proof": [refs[1]]}],
        "signed": {"way": "paper", "files": [refs[2]]},
    }
    assert [ref.hash[-1] for ref in files_in(answers)] == ["0", "1", "2"]


async def test_a_missing_content_is_said_with_a_code(desk: FileDesk, blobs: Blobs) -> None:
    """A content that is gone, and a digest that is none, raise the same."""
    ref = await desk.take(made.jpeg())
    assert blobs.remove_file(ref.hash, time.time() + 60)
    for lost in (ref, FileRef("../../etc/passwd", "a.jpg", "image/jpeg", 1)):
        with pytest.raises(FileMissing):
            await desk.open(lost)
        with pytest.raises(FileMissing):
            await desk.thumb(lost)


class KnownFiles:
    """The file rows of a unit, in memory."""

    def __init__(self) -> None:
        self.rows: dict[str, StoredFile] = {}
        self.used: list[tuple[str, str, str]] = []

    async def get(self, digest: str) -> StoredFile | None:
        return self.rows.get(digest)

    def add(self, file: StoredFile) -> None:
        self.rows[file.digest] = file

    def use(self, digest: str, kind: str, target: str) -> None:
        self.used.append((digest, kind, target))


class FileUnit:
    """A unit of which only the files are needed, and the store behind it."""

    def __init__(self) -> None:
        self.files = KnownFiles()
        self.now = "2026-11-22T05:53:00.000000Z"

    async def forget_file(self, digest: str, drafts_before: str) -> bool:
        return digest not in self.files.rows


async def test_the_sweep_removes_only_what_no_answer_names(desk: FileDesk, blobs: Blobs) -> None:
    """Old and never noted: removed with its thumbnail. Noted, or young: kept. Parts of a crash go too."""
    noted, orphan, young = [await desk.take(made.jpeg(made.picture(50 + n, 50))) for n in range(3)]
    for ref in (noted, orphan, young):
        await desk.thumb(ref)
    unit = FileUnit()
    note_files(unit, {"proof": [noted.to_json()]}, "draft", "d1", "p1")  # type: ignore[arg-type]
    assert unit.files.used == [(noted.hash, "draft", "d1")]
    assert unit.files.rows[noted.hash].owner == "p1"
    left = blobs.folder / orphan.hash[:2] / ".new-x"
    left.write_bytes(b"half")
    for path in (blobs.file_path(noted.hash), blobs.file_path(orphan.hash), left):
        os.utime(path, (1_000_000, 1_000_000))
    assert await sweep(unit, blobs, 2_000_000, "", desk) == 1
    assert list(blobs.digests()) == sorted((noted.hash, young.hash))
    assert not left.exists()
    assert await desk.thumb(noted) is not None
    with pytest.raises(FileMissing):
        await desk.thumb(orphan)


# ------------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("签到表.jpg", "签到表.pdf"),
        ("11月 签到（第1场）.JPEG", "11月 签到（第1场）.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\boot.ini", "boot.pdf"),
        ("C:\\照片\\会议.png", "会议.pdf"),
        ("/", "0123abcd.pdf"),
        ("..", "0123abcd.pdf"),
        ("", "0123abcd.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("CON.jpg", "0123abcd.pdf"),
        ("com1.tar.gz", "0123abcd.pdf"),
        ("a\x00.php", "a.pdf"),
        ("a\r\nContent-Type: text/html.pdf", "html.pdf"),
        ("表\u202egpj.exe", "表gpj.pdf"),
        ("\u200b\u2066清单\u2069.pdf", "清单.pdf"),
        ("  a   b .pdf", "a b.pdf"),
        ("name\ud800.pdf", "name.pdf"),
        ("<img src=x onerror=alert(1)>.png", "img src=x onerror=alert(1).pdf"),
        ("-rf.pdf", "rf.pdf"),
        ("长" * 300 + ".jpg", "长" * 56 + ".pdf"),
        ("%2e%2e%2fetc", "2e2e2fetc.pdf"),
        ("e\u0301.pdf", "é.pdf"),
    ],
)
def test_names_are_safe_everywhere(given: str, kept: str) -> None:
    """No folder, no reserved word, no direction mark, no markup; the extension says what the file is."""
    assert clean_name(given, "pdf", "0123abcd" * 8) == kept


def test_cleaned_names_stay_as_they_are() -> None:
    """Cleaning a clean name changes nothing, and every name fits one plain pattern."""
    names = ["签到表.jpg", "a b", "../x", "CON", "\u202e", "." * 80, "a" * 500, "𠮷野.png", "表.tar.gz"]
    for name in names:
        once = clean_name(name, "jpg", "0" * 64)
        assert clean_name(once, "jpg", "0" * 64) == once
        assert re.fullmatch(r'[^\s.<>:"|?*\\/%&][^<>:"|?*\\/%&\x00-\x1f]*\.jpg', once), once
        assert len(once) <= 60
