"""
The durable inbox: an update goes in, its effect is kept, its reply comes out; for a repeat, the same reply.

One person's updates are worked one after the other, those of different people at the same time. What the
handler staged, the update's key and its reply are one transaction, and only when that is durable does
`Inbox.receive` return: whoever called may then say "received". Whatever goes wrong with one
update is told to its sender, kept for the administrator, and stops nobody else.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import traceback
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import orjson
from aiogram import Bot, Dispatcher

from bot.channels.albums import Albums, album_of
from bot.channels.dispatch import Handlers
from bot.channels.lanes import Lanes
from bot.channels.reply import Button, Call, answer, calls_of, dumps, loads, send
from bot.channels.updates import Place, Raw, StrangeUpdate, place_of, read_json
from bot.errors import AlreadyExists, DraftStale, DuplicateUpdate, LianxinError, NotKept, RecordStale
from bot.kept import Arrived
from bot.texts import ZH_HANS, Texts, negotiate
from bot.usecases.ports import Store, Unit

log = logging.getLogger(__name__)

TRIES: Final = 3
"""How often a step is begun anew because somebody else moved first; after that the person is told."""

RECENT: Final = 1000
"""Replies held in memory for repeats that come at once; older ones are read from the store."""

AGAIN: Final = "again:"
"""callback_data of the button that tries a failed update again; its key follows."""

MOST_DATA: Final = 64
"""Bytes of callback_data (Telegram Bot API, InlineKeyboardButton)."""

Owed = Callable[[list[Call]], bool]
"""Whether a reply will be sent by calls and is owed until then; asked just before the commit."""

_MOVED: Final = (DraftStale, RecordStale, AlreadyExists)
_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def never(_calls: list[Call]) -> bool:
    """The reply goes back the way the update came; if it is lost, the update is brought again."""
    return False


def always(calls: list[Call]) -> bool:
    """Nobody will bring this update again; only where nothing is said is nothing owed."""
    return bool(calls)


class Step(NamedTuple):
    """
    One update on its way. ``more``: its sender says that another picture of its album follows (None: nobody can say).
    ``of``: the dead update that this tap, whose id is ``tap``, tries again.
    """

    channel: str
    key: str
    raw: Raw
    place: Place
    owed: Owed
    of: str = ""
    tap: str = ""
    more: bool | None = None


Answered = tuple[list[Call], str]
"""A reply, and the same as it is kept."""


class Inbox:
    """
    One for all channels of a process. ``bots``: the bot of each channel, whose session carries its calls.

    Handlers get ``unit`` (bot.usecases.ports.Unit), ``channel``, ``bot``, ``more`` (whether another picture of the same
    album is coming, as far as that is known at the moment it is called) and ``refused`` (a list they may add to: what was
    wrong with its pictures so far, to be said below the last); they stage what shall change
    in the unit and *return* what shall be said, as aiogram methods or calls (bot/channels/reply.py). One
    update may run them more than once, so they have no other effect.
    """

    def __init__(
        self,
        store: Store,
        dispatcher: Dispatcher,
        bots: Mapping[str, Bot],
        texts: Texts,
        *,
        lang: str = ZH_HANS,
        recent: int = RECENT,
    ) -> None:
        self._store = store
        self._handlers = Handlers(dispatcher)
        self._bots = bots
        self._texts = texts
        self._lang = lang
        self._lanes = Lanes()
        self._albums = Albums()
        self._running: dict[str, asyncio.Future[str | None] | None] = {}
        self._recent: dict[str, str] = {}
        self._dead: dict[str, None] = {}
        self._most_recent = recent

    @property
    def load(self) -> int:
        """Updates being worked or waiting for their turn."""
        return len(self._running)

    def is_set_aside(self, key: str) -> bool:
        """Whether the update was set aside here lately, so that it is not to be finished."""
        return key in self._dead

    def expects(self, channel: str, key: str, raw: Raw) -> None:
        """An update is on its way to `receive`: what is asked of it now is whether its album goes on."""
        album = album_of(channel, raw)
        if album is not None:
            self._albums.enter(album, key)

    async def receive(
        self, channel: str, key: str, raw: Raw, *, owed: Owed = never, more: bool | None = None
    ) -> list[Call]:
        """
        Work one update, once, and return its reply. *more*: whether another picture of its album follows, where that is known.

        *key* names the update for ever (``tg:<update id>``, ``web:<chat>:<client key>``). *raw* is its JSON,
        cleaned (updates.read_json).

        Raises:
            NotKept: nothing could be kept. Acknowledge nothing; the same update may be brought again.
        """
        reply = self._recent.get(key)
        if reply is not None:
            return loads(reply)
        if key in self._running:
            return loads(await self._same(key))
        self._running[key] = None
        place = place_of(raw)
        lane = (channel, place.lane)
        album = album_of(channel, raw)
        try:
            if album is not None:
                self._albums.enter(album, key)
            if not self._lanes.take(lane):
                await self._lanes.wait(lane)
            try:
                if album is not None and more is None:
                    await self._albums.settle(album, key)
                calls, reply = await self._work(Step(channel, key, raw, place, owed, more=more))
            finally:
                self._lanes.leave(lane)
            self._recent[key] = reply
            if len(self._recent) > self._most_recent:
                del self._recent[next(iter(self._recent))]
            return calls
        finally:
            if album is not None:
                self._albums.leave(album, key, more=bool(more) or self._albums.more(album, key))
            waiting = self._running.pop(key)
            if waiting is not None and not waiting.done():
                waiting.set_result(reply)

    async def _same(self, key: str) -> str:
        """The reply to the same update, which is being worked just now."""
        waiting = self._running[key]
        if waiting is None:
            waiting = self._running[key] = asyncio.get_running_loop().create_future()
        reply = await asyncio.shield(waiting)
        if reply is None:
            raise NotKept(why="interrupted")
        return reply

    # ------------------------------------------------------------ one step

    async def _work(self, step: Step) -> Answered:
        try:
            if "callback_query" in step.raw and (dead := _again(step.raw)):
                step = await self._revived(step, dead)
            try:
                return await self._once(step)
            except NotKept:
                raise
            except Exception as error:
                return await self._otherwise(step, error)
        except NotKept:
            raise
        except Exception as storage:
            # whatever failed twice and could not even be set aside: the store itself is in trouble
            log.error("update not kept: key=%s what=%s at=%s", step.key, _what(storage), _where(storage))
            raise NotKept(why=type(storage).__name__) from storage

    async def _once(self, step: Step) -> Answered:
        bot = self._bots[step.channel]
        unit = self._store.unit()
        album = album_of(step.channel, step.raw)
        given = {"unit": unit, "channel": step.channel, "more": lambda: self._more(step)}
        given["refused"] = [] if album is None else self._albums.refused(album)
        said = await self._handlers.handle(step.raw, bot, given)
        calls = calls_of(said, bot.default)
        if step.tap:
            calls.insert(0, answer(step.tap))
        return await self._keep(step, unit, calls)

    def _more(self, step: Step) -> bool:
        """Whether another picture of the same album is coming."""
        album = album_of(step.channel, step.raw)
        return bool(step.more) or (album is not None and self._albums.more(album, step.key))

    async def _keep(self, step: Step, unit: Unit, calls: list[Call]) -> Answered:
        reply = dumps(calls)
        owes = step.owed(calls)
        unit.mark_update(step.key, reply, owed=owes)
        if step.of:
            unit.mark_update(step.of, reply)
        await self._store.commit(unit)
        return calls, reply

    async def _otherwise(self, step: Step, error: Exception) -> Answered:
        """The first try failed with *error*: find the reply there is, try again, or say what is wrong."""
        failed = False
        for _ in range(TRIES):
            if isinstance(error, LianxinError) and not isinstance(error, _MOVED):
                break
            if not isinstance(error, LianxinError):
                if failed or isinstance(error, StrangeUpdate):
                    return await self._set_aside(step, error)
                failed = True
            try:
                return await self._once(step)
            except NotKept:
                raise
            except Exception as another:
                error = another
        if not isinstance(error, LianxinError):
            return await self._set_aside(step, error)
        if isinstance(error, DuplicateUpdate):
            return await self._kept(step)
        lang = await self._lang_of(step)
        calls = self._say(step, lambda: self._texts.problem(error, lang))
        try:
            return await self._keep(step, self._store.unit(), calls)
        except DuplicateUpdate:
            return await self._kept(step)

    async def _kept(self, step: Step) -> Answered:
        """The reply that was given before, of the update itself or of the one it asks for again."""
        for key in (step.key, step.of):
            reply = await self._store.reply_of(key) if key else None
            if reply is not None:
                return loads(reply), reply
        return [], dumps([])

    # ------------------------------------------------------------ when it cannot be done

    async def _set_aside(self, step: Step, error: Exception) -> Answered:
        """A dead letter: the update as it came is kept, its sender told, the log says where it went wrong."""
        before = await self._store.reply_of(step.key)
        if before is not None:
            return loads(before), before
        key = step.of or step.key
        incident = "".join(secrets.choice(_LETTERS) for _ in range(4))
        await self._store.take_in([arrived(step.channel, key, step.raw, step.place)])
        await self._store.dead_update(key, f"{incident} {type(error).__name__}")
        self._dead[key] = None
        if len(self._dead) > self._most_recent:
            del self._dead[next(iter(self._dead))]
        log.error(
            "update set aside: incident=%s key=%s what=%s at=%s", incident, key, _what(error), _where(error)
        )
        lang = await self._lang_of(step)
        data = AGAIN + key if len((AGAIN + key).encode()) <= MOST_DATA else AGAIN
        calls = self._say(
            step,
            lambda: self._texts.text("trouble", lang, id=incident),
            lambda: (self._texts.text("common-retry", lang), data),
        )
        return calls, dumps(calls)

    def _say(
        self, step: Step, words: Callable[[], str], button: Callable[[], Button] | None = None
    ) -> list[Call]:
        """
        What is told when something went wrong; where even words are missing, the tap is answered at least.
        """
        try:
            return _told(step, words(), *([button()] if button is not None else ()))
        except Exception as error:
            log.error("no words: key=%s what=%s at=%s", step.key, _what(error), _where(error))
            return _told(step, "")

    async def _revived(self, step: Step, dead: str) -> Step:
        """The step of the update that its sender asks to try again; *step* itself where there is none."""
        found = await self._store.revive_update(dead)
        if found is None:
            return step
        self._dead.pop(dead, None)
        raw = read_json(found.body.encode())
        place = place_of(raw)
        if (found.channel, place.lane) != (step.channel, step.place.lane):
            await self._store.dead_update(dead, "asked for by somebody else")
            return step
        tap = step.raw["callback_query"].get("id")
        return Step(step.channel, step.key, raw, place, step.owed, dead, tap if isinstance(tap, str) else "")

    async def _lang_of(self, step: Step) -> str:
        if step.place.chat:
            try:
                person = await self._store.unit().people.by_chat(step.channel, step.place.chat)
            except Exception:  # words are wanted because something failed: it may be this
                log.debug("language of a chat could not be read")
            else:
                if person is not None:
                    return person.lang
        return negotiate(step.place.lang, self._lang)


def arrived(channel: str, key: str, raw: Raw, place: Place) -> Arrived:
    """An update as the store keeps it until it is done."""
    try:
        body = orjson.dumps(raw).decode()
    except TypeError:  # a number beyond 64 bits
        body = json.dumps(raw, ensure_ascii=False)
    return Arrived(key=key, channel=channel, chat=place.chat, body=body)


def _again(raw: Raw) -> str:
    """The key of the dead update that a tap asks to try again, "" for any other tap."""
    query = raw["callback_query"]
    data = query.get("data") if isinstance(query, dict) else None
    return data.removeprefix(AGAIN) if isinstance(data, str) and data.startswith(AGAIN) else ""


def _told(step: Step, words: str, *buttons: Button) -> list[Call]:
    """*words* for whoever sent a message or tapped a button; other kinds of update expect none."""
    calls = []
    tap = step.tap
    if not tap and isinstance(query := step.raw.get("callback_query"), dict):
        tap = query["id"] if isinstance(query.get("id"), str) else ""
    if tap:
        calls.append(answer(tap))
    if words and step.place.chat and ("message" in step.raw or "callback_query" in step.raw):
        calls.append(send(int(step.place.chat), words, [buttons] if buttons else ()))
    return calls


def _what(error: BaseException) -> str:
    """The kinds of an error and its causes. Never its text, which may quote what somebody wrote."""
    kinds = [type(error).__name__]
    while (cause := error.__cause__ or error.__context__) is not None and len(kinds) < 4:
        kinds.append(type(cause).__name__)
        error = cause
    return " < ".join(kinds)


def _where(error: BaseException) -> str:
    """The last places of the way to an error."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    return " > ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames)
