"""
Document properties put into a finished workbook: who exported it, when, under which number.

The parts that grow with the rows are copied as they lie, compressed; three small ones are written anew
and ``docProps/custom.xml`` is added. Source: ECMA-376 part 1 §22.3 (custom properties), part 2 §10
(core properties).
"""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

CONTENT_TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # fixed for custom properties


def add_properties(path: Path, core: Mapping[str, str], custom: Mapping[str, str]) -> None:
    """
    Add properties to the workbook at *path*, which is replaced in one step.

    *core*: of ``title``, ``creator``, ``description`` (Dublin Core). *custom*: name -> text.
    """
    part = path.with_name(f"{path.name}.new")
    part.touch(mode=0o600)
    try:
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as target:
            changed = {
                CONTENT_TYPES: _inserted(
                    source, CONTENT_TYPES, "</Types>",
                    f'<Override PartName="/{CUSTOM}" ContentType="{_CUSTOM_TYPE}"/>',
                ),
                RELATIONS: _inserted(
                    source, RELATIONS, "</Relationships>",
                    f'<Relationship Id="rIdLianxin" Type="{_CUSTOM_RELATION}" Target="{CUSTOM}"/>',
                ),
                CORE: _core(source, core),
            }  # fmt: skip
            for entry in source.infolist():
                if entry.filename in changed:
                    target.writestr(entry.filename, changed[entry.filename])
                else:
                    _copied(source, entry, target)
            target.writestr(CUSTOM, _custom(custom))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _inserted(source: zipfile.ZipFile, name: str, before: str, more: str) -> str:
    text = source.read(name).decode("utf-8")
    head, mark, tail = text.rpartition(before)
    if not mark:
        raise ValueError(f"{name} has no {before}")
    return head + more + mark + tail


def _core(source: zipfile.ZipFile, values: Mapping[str, str]) -> str:
    """The core properties with ours in place of what stood there."""
    text = source.read(CORE).decode("utf-8")
    for name, value in values.items():
        start, end = text.find(f"<dc:{name}>"), text.find(f"</dc:{name}>")
        if start >= 0:
            text = text[:start] + text[end + len(f"</dc:{name}>") :]
        text = text.replace(
            "</cp:coreProperties>", f"<dc:{name}>{escape(value)}</dc:{name}></cp:coreProperties>"
        )
    return text


def _custom(values: Mapping[str, str]) -> str:
    items = [
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    ]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<Properties xmlns="{_CUSTOM_NS}" xmlns:vt="{_VT}">{"".join(items)}</Properties>'


def _copied(source: zipfile.ZipFile, entry: zipfile.ZipInfo, target: zipfile.ZipFile) -> None:
    """Copy one compressed part as it lies: no unpacking, no packing, constant memory."""
    assert source.fp is not None
    assert target.fp is not None
    source.fp.seek(entry.header_offset + 26)
    lengths = source.fp.read(4)
    skip = int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    source.fp.seek(entry.header_offset + 30 + skip)
    copied = copy.copy(entry)
    copied.flag_bits &= ~0x08  # sizes stand in the header here, no descriptor follows the data
    copied.extra = b""
    target.fp.seek(target.start_dir)
    copied.header_offset = target.fp.tell()
    target.fp.write(copied.FileHeader())
    left = entry.compress_size
    while left:
        piece = source.fp.read(min(left, 1 << 20))
        if not piece:
            raise zipfile.BadZipFile(f"{entry.filename} is cut off")
        target.fp.write(piece)
        left -= len(piece)
    target.filelist.append(copied)
    target.NameToInfo[copied.filename] = copied
    target.start_dir = target.fp.tell()
    target._didModify = True  # type: ignore[attr-defined]
