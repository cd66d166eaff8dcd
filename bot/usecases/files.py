"""
Files people send: checked by content, cleaned, kept under the digest of what is kept; never in the form's
way.

A skin downloads (or reads a request) and calls :meth:`FileDesk.take`; what comes back is the value of an
answer. Every refusal is a :class:`~bot.errors.LianxinError` with a code for the desk to word: the
question stays, the draft stays, the person tries again or skips.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
import unicodedata
from collections.abc import AsyncIterable, Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final, ParamSpec, Protocol, TypeVar

from bot.errors import LianxinError, NotKept
from bot.forms.core.draft import Draft
from bot.kept import StoredFile
from bot.usecases.images import MIME, FileKind, FileTooLarge, Limits, clean, inspect, thumbnail
from bot.usecases.ports import Unit

NAME_LIMIT: Final = 60  # characters of a name, its extension included

_P = ParamSpec("_P")
_T = TypeVar("_T")


class FileMissing(LianxinError):
    """The content of a file that an answer names is not there (any more). Details: none."""

    code: ClassVar[str] = "file_missing"


class TooManyFiles(LianxinError):
    """One answer holds so many and no more. Details: most."""

    code: ClassVar[str] = "file_count"


@dataclass(frozen=True, slots=True)
class FileRef:
    """
    A file as an answer holds it. ``hash``: SHA-256 of the kept bytes, lower-case hex; ``name`` cleaned,
    with the extension of what it is; ``type``: media type; ``size``: kept bytes.
    """

    hash: str
    name: str
    type: str
    size: int

    def to_json(self) -> dict[str, Any]:
        """The value in an answer (one element of the list)."""
        return {"hash": self.hash, "name": self.name, "type": self.type, "size": self.size}

    @classmethod
    def from_json(cls, doc: Mapping[str, Any]) -> FileRef:
        """The file of :meth:`to_json`."""
        return cls(str(doc["hash"]), str(doc["name"]), str(doc["type"]), int(doc["size"]))


class Keeper(Protocol):
    """Where contents lie; ``Store`` (ports.py) and ``storage.blobs.Blobs`` fit."""

    async def keep_file(self, content: bytes) -> str: ...
    def file_path(self, digest: str) -> Path: ...


class FileDesk:
    """
    Takes files in and hands them out.

    Pictures are decoded by one thread of its own, one at a time: a decoded picture may need 100 MB for a
    moment, and two cores have other work.
    """

    def __init__(self, keeper: Keeper, thumbs: Path, limits: Limits | None = None) -> None:
        self._keeper = keeper
        self._thumbs = thumbs
        self.limits = limits or Limits()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="files")

    def close(self) -> None:
        """End the thread; what it is doing is finished first."""
        self._thread.shutdown()

    async def take(
        self, source: bytes | AsyncIterable[bytes], name: str = "", *, size: int | None = None
    ) -> FileRef:
        """
        Check, clean and keep one file; the same file sent twice is kept once.

        *size*: what the sender declares; a larger one than the limit is refused before a byte is read.
        What the sender says the type is counts for nothing: the content decides (a PDF named .jpg becomes
        a .pdf).

        Raises:
            FileTooLarge, FileTypeRefused, FileBroken, ImageTooBig: refused, nothing was kept.
            NotKept: there is no room for it now.
        """
        if size is not None and size > self.limits.bytes:
            raise self._too_large()
        data = await self._read(source)
        kind, kept = await self._in_thread(_cleaned, data, self.limits)
        try:
            digest = await self._keeper.keep_file(kept)
        except OSError as error:
            raise NotKept(why=error.strerror or "") from error
        return FileRef(digest, clean_name(name, kind, digest), MIME[kind], len(kept))

    async def open(self, ref: FileRef) -> Path:
        """The path of a file's content. Raises FileMissing."""
        try:
            path = self._keeper.file_path(ref.hash)
        except ValueError:  # not a digest at all
            raise FileMissing from None
        if not path.is_file():
            raise FileMissing
        return path

    async def thumb(self, ref: FileRef) -> Path | None:
        """
        The path of a small JPEG of a picture, made when first asked for; None for a PDF.

        Raises FileMissing, FileBroken.
        """
        if ref.type == MIME["pdf"]:
            return None
        target = self._thumbs / ref.hash[:2] / f"{ref.hash}.jpg"
        if not target.is_file():
            source = await self.open(ref)
            await self._in_thread(_make_thumb, source, target, self.limits)
        return target

    def forget_thumb(self, digest: str) -> None:
        """Remove the small picture of a file that is removed itself."""
        (self._thumbs / digest[:2] / f"{digest}.jpg").unlink(missing_ok=True)

    async def _read(self, source: bytes | AsyncIterable[bytes]) -> bytes:
        """All of *source*, at most one piece more than the limit."""
        if isinstance(source, bytes):
            if len(source) > self.limits.bytes:
                raise self._too_large()
            return source
        parts: list[bytes] = []
        total = 0
        async for part in source:
            total += len(part)
            if total > self.limits.bytes:
                raise self._too_large()
            parts.append(part)
        return b"".join(parts)

    def _too_large(self) -> FileTooLarge:
        return FileTooLarge(limit_mb=self.limits.bytes // (1024 * 1024))

    async def _in_thread(self, work: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: work(*args, **kwargs))


def _cleaned(data: bytes, limits: Limits) -> tuple[FileKind, bytes]:
    return clean(data, inspect(data, limits), limits)


def _make_thumb(source: Path, target: Path, limits: Limits) -> None:
    """Written beside and renamed, so that two who ask at once both see a whole picture."""
    small = thumbnail(source.read_bytes(), limits)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as part:
        part.write(small)
    Path(part.name).replace(target)


# ------------------------------------------------------------------------------------------- in answers


def with_file(files: Sequence[Mapping[str, Any]] | None, ref: FileRef, most: int) -> list[dict[str, Any]]:
    """
    The answer with one file more (an album comes one by one); the same file twice stays one.
    TooManyFiles.
    """
    kept = [dict(one) for one in files or ()]
    if any(one["hash"] == ref.hash for one in kept):
        return kept
    if len(kept) >= most:
        raise TooManyFiles(most=most)
    return [*kept, ref.to_json()]


def files_in(answers: Any) -> Iterator[FileRef]:
    """Every file that answers name, however deep."""
    if isinstance(answers, Mapping):
        if "hash" in answers and "size" in answers:
            yield FileRef.from_json(answers)
            return
        answers = answers.values()
    elif not isinstance(answers, list | tuple):
        return
    for inner in answers:
        yield from files_in(inner)


def note_files(unit: Unit, answers: Any, kind: str, target: str, owner: str) -> None:
    """
    Stage that *target* shows the files of *answers*. ``kind``: draft (its id) | record (its id) | act (``<record>#<n>``).

    Called in the same unit that saves them (bot/usecases/desk.py): a content nobody noted is an orphan and is swept, and
    so is one that only a draft shows which came to nothing.
    """
    for ref in files_in(answers):
        unit.files.add(StoredFile(ref.hash, ref.name, ref.type, ref.size, owner, unit.now))
        unit.files.use(ref.hash, kind, target)


def held_by(draft: Draft) -> dict[str, FileRef]:
    """The files of a draft, of the answer that is being given, and of the record it mends; by digest."""
    return {ref.hash: ref for ref in files_in([draft.pending, draft.base, draft.answers])}


async def check_sent(unit: Unit, draft: Draft, value: Any, taken: FileRef | None = None) -> None:
    """
    Raise FileMissing unless every file that *value* names is one this draft holds, the one just *taken*, or one its owner
    sent before, told as it was kept. One that is foreign and one that is not there look the same on purpose.
    """
    known = held_by(draft)
    if taken is not None:
        known[taken.hash] = taken
    for said in _named_in(value):
        digest = str(said["hash"])
        ref = known.get(digest)
        if ref is None and (kept := await unit.files.get(digest)) is not None:
            own = kept.owner == draft.about.owner or ("draft", draft.id) in await unit.files.uses(digest)
            ref = FileRef(kept.digest, kept.name, kept.media_type, kept.size) if own else None
        if ref is None or ref.to_json() != dict(said):
            raise FileMissing


def _named_in(value: Any) -> Iterator[Mapping[str, Any]]:
    """Everything in *value* that could be taken for a file, however it is made up."""
    if isinstance(value, Mapping):
        if "hash" in value:
            yield value
            return
        value = value.values()
    elif not isinstance(value, list | tuple):
        return
    for inner in value:
        yield from _named_in(inner)


class Contents(Protocol):
    """What the sweep needs of the place where contents lie; ``storage.blobs.Blobs`` fits."""

    def kept_before(self, moment: float) -> Iterable[str]: ...
    def remove_file(self, digest: str, before: float) -> bool: ...


class Known(Protocol):
    """What the sweep needs of ``Store``."""

    async def forget_file(self, digest: str, drafts_before: str) -> bool: ...


async def sweep(
    store: Known, contents: Contents, before: float, drafts_before: str, desk: FileDesk | None = None
) -> int:
    """
    Remove contents kept before *before* (POSIX time) that no record and no act shows, and no draft that is open and was
    touched since *drafts_before* (UTC stamp).

    A file is kept first and noted in the commit that follows, so *before* must leave time for that: a day.
    Returns how many were removed.
    """
    removed = 0
    for digest in await asyncio.to_thread(lambda: list(contents.kept_before(before))):
        if await store.forget_file(digest, drafts_before) and contents.remove_file(digest, before):
            if desk is not None:
                desk.forget_thumb(digest)
            removed += 1
    return removed


# ------------------------------------------------------------------------------------------------ names

_PORTS = tuple(f"{port}{n}" for port in ("com", "lpt") for n in range(10))
_RESERVED = frozenset({"con", "prn", "aux", "nul", *_PORTS})
_UNFIT = re.compile(r'[<>:"|?*\\/%&\x00-\x1f\x7f]')


def clean_name(name: str, kind: FileKind, digest: str = "") -> str:
    """
    A name that is safe to show, to send and to save anywhere: one line, no folder, no control or direction
    marks, no reserved word, at most NAME_LIMIT characters, with the extension of what the file is.

    Only ever shown and sent: where a file lies is decided by its digest. An unusable name becomes the first
    eight characters of *digest*. Source: Microsoft, "Naming Files, Paths, and Namespaces".
    """
    name = unicodedata.normalize("NFC", name.encode("utf-8", "ignore").decode())
    name = re.split(r"[\\/]", name.replace("\x00", ""))[-1]
    name = "".join(" " if unicodedata.category(char) in ("Zs", "Zl", "Zp") else char for char in name)
    name = "".join(char for char in name if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    stem = os.path.splitext(_UNFIT.sub("", name).strip(" ."))[0]  # noqa: PTH122 — a name, not a path
    stem = " ".join(stem.split()).strip(" .-~$")[: NAME_LIMIT - 4].rstrip(" .")
    if not stem or stem.split(".")[0].lower() in _RESERVED:
        stem = digest[:8] or "file"
    return f"{stem}.{kind}"
