"""
What a file really is, and what of it may be kept: bytes in, safe bytes out. No storage, no words.

:func:`inspect` looks at structure only and refuses before anything is decoded; :func:`clean` decodes
once, in a thread of the caller's, and returns bytes that carry pixels and nothing else (no EXIF, no GPS,
no comments). Sources: ITU-T T.81 annex B (JPEG), W3C PNG third edition, ISO 32000-1 §7.5 (PDF).
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from bot.errors import LianxinError

if TYPE_CHECKING:
    from PIL import Image

FileKind = Literal["jpg", "png", "pdf"]
MIME: Final[dict[FileKind, str]] = {"jpg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}


class FileTooLarge(LianxinError):
    """More bytes than are taken. Details: limit_mb."""

    code: ClassVar[str] = "file_too_large"


class FileTypeRefused(LianxinError):
    """Not a kind of file that is taken, whatever its name says. Details: found (an extension, or "")."""

    code: ClassVar[str] = "file_type"


class FileBroken(LianxinError):
    """Cut off or damaged: it cannot be opened."""

    code: ClassVar[str] = "file_broken"


class ImageTooBig(LianxinError):
    """More pixels than are taken. Details: limit_mp (million pixels)."""

    code: ClassVar[str] = "image_too_big"


@dataclass(frozen=True, slots=True)
class Limits:
    """
    What is taken. Sizes in bytes, pixels as a product, sides in pixels.

    A baseline JPEG is shrunk while it is decoded; PNG and progressive JPEG need all their pixels in
    memory (four bytes each at worst), hence the lower ``pixels_whole``.
    """

    bytes: int = 10 * 1024 * 1024  # our default, docs/records.md
    files: int = 9  # the same
    pixels: int = 50_000_000  # the largest picture common phones take, 8160 × 6120
    pixels_whole: int = 25_000_000
    side: int = 2560  # what is kept: an A4 sheet stays readable
    thumb: int = 320


@dataclass(frozen=True, slots=True)
class Shape:
    """What the structure says. ``width`` and ``height`` are 0 for a PDF."""

    kind: FileKind
    width: int = 0
    height: int = 0


def inspect(data: bytes, limits: Limits) -> Shape:
    """
    Tell what *data* is by its content alone, without decoding it.

    Raises:
        FileTypeRefused: anything but a still JPEG, a still PNG or a passive PDF (SVG, GIF, archives,
            scripts …).
        FileBroken: cut off, or its structure makes no sense.
        ImageTooBig: more pixels than ``limits`` allow.
    """
    import filetype  # type: ignore[import-untyped]

    if not data:
        raise FileBroken
    found = filetype.guess(data[:8192])
    extension = found.extension if found is not None else ""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _within(_png(data), limits.pixels_whole)
    if data.startswith(b"\xff\xd8\xff"):
        shape, progressive = _jpeg(data)
        return _within(shape, limits.pixels_whole if progressive else limits.pixels)
    if data.startswith(b"%PDF-"):
        return _pdf(data)
    raise FileTypeRefused(found=extension)


def _within(shape: Shape, pixels: int) -> Shape:
    if shape.width < 1 or shape.height < 1:
        raise FileBroken
    if shape.width * shape.height > pixels:
        raise ImageTooBig(limit_mp=pixels // 1_000_000)
    return shape


def _png(data: bytes) -> Shape:
    """Walk the chunks: IHDR first, no acTL (animation), IEND reached."""
    at, width, height = 8, 0, 0
    while True:
        if at + 12 > len(data):
            raise FileBroken
        length, name = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data) or (name == b"IHDR") != (at == 8):
            raise FileBroken
        if name == b"IHDR":
            if length != 13:
                raise FileBroken
            width, height = struct.unpack_from(">II", data, at + 8)
        elif name == b"acTL":
            raise FileTypeRefused(found="apng")
        elif name == b"IEND":
            return Shape("png", width, height)
        at += 12 + length


_SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})


def _jpeg(data: bytes) -> tuple[Shape, bool]:
    """
    Walk the segments up to the first scan; an end marker must follow it. Second: needs all pixels at
    once.
    """
    at, shape, progressive = 2, None, False
    while True:
        while at < len(data) and data[at] == 0xFF and at + 1 < len(data) and data[at + 1] == 0xFF:
            at += 1  # fill bytes before a marker
        if at + 4 > len(data) or data[at] != 0xFF:
            raise FileBroken
        marker = data[at + 1]
        if marker in _BARE:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if length < 2 or at + 2 + length > len(data):
            raise FileBroken
        if marker in _SOF:
            if length < 8:
                raise FileBroken
            height, width = struct.unpack_from(">HH", data, at + 5)
            shape, progressive = Shape("jpg", width, height), marker not in (0xC0, 0xC1)
        elif marker == 0xDA:
            if shape is None or data.rfind(b"\xff\xd9") < at + 2 + length:
                raise FileBroken
            return shape, progressive
        at += 2 + length


_ACTIVE = (b"/JavaScript", b"/JS(", b"/JS (", b"/JS<", b"/Launch", b"/EmbeddedFile", b"/RichMedia")


def _pdf(data: bytes) -> Shape:
    """
    Header at the very start, ``%%EOF`` with nothing but blanks behind it, nothing that acts or carries
    files.
    """
    end = data.rfind(b"%%EOF")
    if end < 0 or len(data) - end > 1024 or data[end + 5 :].strip(b"\x00\t\n\x0c\r "):
        raise FileBroken
    if any(word in data for word in _ACTIVE):
        raise FileTypeRefused(found="pdf")
    return Shape("pdf")


def clean(data: bytes, shape: Shape, limits: Limits) -> tuple[FileKind, bytes]:
    """
    The bytes to keep of what :func:`inspect` let pass. Heavy: call it in a thread.

    Pictures are turned upright, bounded to ``limits.side`` and encoded anew, so that metadata and
    whatever was hidden behind the picture stay outside. A PDF keeps its bytes, except that EXIF and XMP
    inside embedded photos are blanked in place (same length, so that its cross references still hold).

    Raises:
        FileBroken: it does not decode to the end.
    """
    if shape.kind == "pdf":
        return "pdf", _without_metadata(data)
    picture = _decoded(data, limits.side)
    target = io.BytesIO()
    if shape.kind == "png":
        picture.save(target, "PNG", compress_level=6)
        return "png", target.getvalue()
    picture.save(target, "JPEG", quality=85)
    return "jpg", target.getvalue()


def thumbnail(data: bytes, limits: Limits) -> bytes:
    """A small JPEG of a picture that :func:`clean` returned. Heavy: call it in a thread."""
    picture = _decoded(data, limits.thumb)
    if picture.mode not in ("RGB", "L"):
        from PIL import Image

        ground = Image.new("RGB", picture.size, "white")
        over = picture.convert("RGBA")
        ground.paste(over, mask=over.getchannel("A"))
        picture = ground
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=80)
    return target.getvalue()


def _decoded(data: bytes, side: int) -> Image.Image:
    """
    Pixels of a picture, upright, at most *side* long, in a mode both formats know, without any metadata.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as probe:
            probe.verify()
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
            opened.draft(None, (side, side))  # JPEG only: decode at 1/2, 1/4 or 1/8
            ImageOps.exif_transpose(opened, in_place=True)
            picture = _plain(_as_srgb(opened), jpeg=opened.format != "PNG")
            picture.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    except Exception as broken:  # decoders raise nearly anything when fed crafted bytes
        raise FileBroken from broken
    picture.info = {}
    return picture


def _plain(picture: Image.Image, *, jpeg: bool) -> Image.Image:
    """A copy in one of the modes L, RGB (LA, RGBA for PNG): no palette, no 16 bit, no CMYK is kept."""
    see_through = picture.mode in ("PA", "LA", "RGBA") or "transparency" in picture.info
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if see_through and not jpeg:
        return picture.copy() if picture.mode in ("LA", "RGBA") else picture.convert("RGBA")
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    return picture.convert("RGB")


def _as_srgb(picture: Image.Image) -> Image.Image:
    """Colours of another profile turned into sRGB, since the profile itself is not kept."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a damaged profile costs exact colours, not the picture
    return turned if turned is not None else picture


_KEPT_SEGMENTS = frozenset({0xE0, 0xE2, 0xEE})  # JFIF, colour profile, Adobe (says how CMYK is meant)


def _without_metadata(data: bytes) -> bytes:
    """A PDF whose embedded JPEGs have their comments and application segments (EXIF, XMP …) zeroed."""
    kept: bytearray | None = None
    start = data.find(b"\xff\xd8\xff")
    while start >= 0:
        at = start + 2
        while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in (0xD8, 0xD9, 0xDA):
            end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
            marker = data[at + 1]
            tells = marker == 0xFE or (0xE0 <= marker <= 0xEF and marker not in _KEPT_SEGMENTS)
            if tells and at + 4 < end <= len(data):
                kept = bytearray(data) if kept is None else kept
                kept[at + 4 : end] = bytes(end - at - 4)
            at = max(end, at + 2)
        start = data.find(b"\xff\xd8\xff", at)
    return data if kept is None else bytes(kept)
