"""Files as people and attackers send them, made here: no picture of anybody is in the repository."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image, ImageCms, PngImagePlugin

GPS_LATITUDE = b"\x00\x00\x00\x1d\x00\x00\x00\x01"  # 29/1, as EXIF writes it big-endian
CANARY = b"LIANXIN-CANARY-7F3A"


def picture(width: int = 64, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Left half dark, right half light, and a corner that tells which way is up."""
    image = Image.new("L", (width, height), 40)
    image.paste(220, (width // 2, 0, width, height))
    image.paste(0, (0, 0, width // 8, height // 8))
    if mode == "I;16":
        return image.convert("I").point(lambda value: value * 256).convert("I;16")
    return image.convert(mode)


def exif(orientation: int = 1) -> bytes:
    """EXIF with a camera, an orientation and a place."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = CANARY.decode()
    gps = made.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (29.0, 49.0, 30.5), "E", (121.0, 32.0, 11.25)
    made[0x8825] = gps
    return made.tobytes()


def jpeg(image: Image.Image | None = None, **options: object) -> bytes:
    target = io.BytesIO()
    (image or picture()).save(target, "JPEG", **options)
    return target.getvalue()


def png(image: Image.Image | None = None, **options: object) -> bytes:
    target = io.BytesIO()
    (image or picture()).save(target, "PNG", **options)
    return target.getvalue()


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunk(data: bytes, name: bytes, body: bytes) -> bytes:
    """A PNG with one more chunk, right after IHDR."""
    return data[:33] + chunk(name, body) + data[33:]


def flood_png(side: int) -> bytes:
    """A small file that claims, and decodes to, ``side`` × ``side`` pixels."""
    row = zlib.compressobj(9)
    packed = b"".join(row.compress(bytes(1 + (side + 7) // 8)) for _ in range(side)) + row.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def flood_jpeg() -> bytes:
    """A small JPEG whose frame header claims 65,535 × 65,535 pixels."""
    data = bytearray(jpeg())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = b"\xff\xff\xff\xff"
    return bytes(data)


def xmp_jpeg() -> bytes:
    """A place hidden in XMP and a comment, instead of EXIF."""
    packet = (
        b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta exif:GPSLatitude='29,49.5N'>" + CANARY + b"</x:xmpmeta>"
    )
    data = jpeg(comment=b"<script>alert(1)</script>" + CANARY)
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(packet) + 2) + packet + data[2:]


def mpo() -> bytes:
    """Two views in one file, as some phones write them."""
    target = io.BytesIO()
    picture().save(target, "MPO", save_all=True, append_images=[picture(mode="RGB").rotate(180)])
    return target.getvalue()


def zipped(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, CANARY)
    return target.getvalue()


def gif(frames: int) -> bytes:
    target = io.BytesIO()
    others = [picture().rotate(90 * n) for n in range(1, frames)]
    picture().save(target, "GIF", save_all=frames > 1, append_images=others)
    return target.getvalue()


def apng() -> bytes:
    target = io.BytesIO()
    picture().save(target, "PNG", save_all=True, append_images=[picture().rotate(180)])
    return target.getvalue()


def webp() -> bytes:
    target = io.BytesIO()
    picture().save(target, "WEBP")
    return target.getvalue()


def pdf(photo: bytes = b"", extra: bytes = b"") -> bytes:
    """A one-page PDF with right cross references; *photo*: a JPEG drawn on it; *extra*: one more object."""
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ]
    if photo:
        head = b"<< /Type /XObject /Subtype /Image /Width 64 /Height 40 /Filter /DCTDecode /Length %d >>"
        bodies.append(head % len(photo) + b"\nstream\n" + photo + b"\nendstream")
    if extra:
        bodies.append(extra)
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    xref = b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return out + xref + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))


def text_png() -> bytes:
    """A PNG with an author and a place in eXIf."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", CANARY.decode())
    return png(pnginfo=info, exif=exif())


def bomb_png() -> bytes:
    """A PNG whose compressed text unpacks to 50 MB."""
    return with_chunk(png(), b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(50_000_000), 9))


def wide_gamut() -> bytes:
    """A JPEG with a colour profile of its own."""
    return jpeg(icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)
EXE = b"MZ\x90\x00" + bytes(200)

#: Name -> (content, what is kept: extension). Taken, and clean afterwards.
TAKEN: dict[str, tuple[bytes, str]] = {
    "plain jpeg": (jpeg(), "jpg"),
    "place in exif": (jpeg(exif=exif()), "jpg"),
    "place in exif, turned": (jpeg(exif=exif(6)), "jpg"),
    "place in xmp, script in comment": (xmp_jpeg(), "jpg"),
    "progressive jpeg": (jpeg(progressive=True), "jpg"),
    "grey jpeg": (jpeg(picture(mode="L"), exif=exif()), "jpg"),
    "cmyk jpeg": (jpeg(picture(mode="CMYK"), exif=exif()), "jpg"),
    "jpeg with a colour profile": (wide_gamut(), "jpg"),
    "two views in one jpeg": (mpo(), "jpg"),
    "zip hidden behind a jpeg": (jpeg() + zipped("a.exe"), "jpg"),
    "page hidden behind a jpeg": (jpeg() + HTML + CANARY, "jpg"),
    "plain png": (png(), "png"),
    "author and place in png": (text_png(), "png"),
    "palette png, see-through": (png(picture(mode="P"), transparency=0), "png"),
    "rgba png": (png(picture(mode="RGBA"), exif=exif()), "png"),
    "grey with alpha png": (png(picture(mode="LA")), "png"),
    "one-bit png": (png(picture(mode="1")), "png"),
    "16-bit png": (png(picture(mode="I;16")), "png"),
    "zip hidden behind a png": (png() + zipped("b.exe"), "png"),
    "plain pdf": (pdf(), "pdf"),
    "pdf with a photo that knows its place": (pdf(jpeg(exif=exif())), "pdf"),
    "pdf with a photo that knows its place in xmp": (pdf(xmp_jpeg()), "pdf"),
}

#: Name -> (content, code). Refused.
REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "file_broken"),
    "12,000 x 12,000 pixels in 20 kB": (flood_png(12_000), "image_too_big"),
    "20,000 x 20,000 pixels": (flood_png(20_000), "image_too_big"),
    "jpeg that claims 65,535 squared": (flood_jpeg(), "image_too_big"),
    "half a jpeg": (jpeg(picture(800, 600), exif=exif())[:4000], "file_broken"),
    "jpeg cut in its header": (jpeg()[:100], "file_broken"),
    "jpeg start only": (b"\xff\xd8\xff", "file_broken"),
    "jpeg of noise": (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4, "file_broken"),
    "half a png": (png(picture(800, 600))[:1500], "file_broken"),
    "png with a wrong checksum": (png()[:40] + b"\x00\x00" + png()[42:], "file_broken"),
    "png of zero height": (
        png().replace(struct.pack(">II", 64, 40), struct.pack(">II", 64, 0)),
        "file_broken",
    ),
    "png whose text unpacks to 50 MB": (bomb_png(), "file_broken"),
    "animated png": (apng(), "file_type"),
    "gif": (gif(1), "file_type"),
    "animated gif": (gif(3), "file_type"),
    "webp": (webp(), "file_type"),
    "svg": (SVG, "file_type"),
    "html": (HTML, "file_type"),
    "heic": (HEIC, "file_type"),
    "program": (EXE, "file_type"),
    "zip": (zipped("a.txt"), "file_type"),
    "docx": (zipped("[Content_Types].xml", "word/document.xml"), "file_type"),
    "text": ("今天的会议".encode(), "file_type"),
    "bytes of nothing": (bytes(500), "file_type"),
    "half a pdf": (pdf(jpeg())[:-60], "file_broken"),
    "pdf with a zip behind it": (pdf() + zipped("a.exe"), "file_broken"),
    "page before a pdf": (HTML + pdf(), "file_type"),
    "pdf with a script": (pdf(extra=b"<< /S /JavaScript /JS (app.alert(1)) >>"), "file_type"),
    "pdf that starts a program": (pdf(extra=b"<< /S /Launch /F (cmd.exe) >>"), "file_type"),
    "pdf that carries a file": (pdf(extra=b"<< /Type /EmbeddedFile >>"), "file_type"),
    "more than 10 MB": (jpeg() + bytes(10 * 1024 * 1024), "file_too_large"),
}
