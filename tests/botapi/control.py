"""The small HTTP door for a double that runs as its own process: people, ledger, trouble."""

from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.botapi.base import ApiError, Json, to_bytes
from tests.botapi.faults import Rule
from tests.botapi.ledger import Update
from tests.botapi.people import Attachment, Group, NotShown, User

if TYPE_CHECKING:
    from tests.botapi.server import BotApiDouble

Door = Callable[["BotApiDouble", Json], Awaitable[Any]]


async def handle(api: BotApiDouble, request: web.BaseRequest, name: str) -> web.Response:
    """Answer one control request: 200 with JSON, 400 with the reason, 404 for an unknown door."""
    door = DOORS.get(name)
    if door is None:
        return _json(404, {"error": f"no such door: {name}", "doors": sorted(DOORS)})
    body = await request.content.read()
    try:
        asked: Json = {**request.query, **(json.loads(body) if body else {})}
        return _json(200, await door(api, asked))
    except (ApiError, LookupError, NotShown, TimeoutError, TypeError, ValueError) as error:
        return _json(400, {"error": f"{type(error).__name__}: {error}"})


def _json(status: int, value: Any) -> web.Response:
    return web.Response(status=status, body=to_bytes(value), content_type="application/json")


# ------------------------------------------------------------ people


def _user(api: BotApiDouble, asked: Json) -> User:
    user_id = int(asked["user"])
    if user_id not in api.users:
        raise LookupError(f"no user {user_id}; POST /control/user first")
    return api.users[user_id]


def _group(api: BotApiDouble, asked: Json) -> Group | None:
    return api.groups[int(asked["group"])] if asked.get("group") else None


def _content(asked: Json) -> bytes:
    return base64.b64decode(asked.get("content", ""))


def _attachment(one: Json) -> Attachment:
    return Attachment(
        _content(one), one.get("name", ""), one.get("mime", ""), one.get("caption", ""), one.get("size")
    )


ACTS: dict[str, Callable[[User, Json, Group | None], Update | list[Update] | None]] = {
    "text": lambda user, asked, group: user.text(
        asked["text"], group, int(asked.get("reply_to", 0)), raw=bool(asked.get("raw"))
    ),
    "start": lambda user, asked, _: user.start(asked.get("payload", "")),
    "tap": lambda user, asked, group: user.tap(asked["button"], int(asked.get("message", 0)), group),
    "press": lambda user, asked, _: user.press(asked["data"], int(asked.get("message", 0))),
    "photo": lambda user, asked, _: user.send_photo(_content(asked), caption=asked.get("caption", "")),
    "document": lambda user, asked, _: user.send_document(
        _content(asked), asked["name"], asked.get("mime", ""), asked.get("caption", ""), asked.get("size")
    ),
    "album": lambda user, asked, _: user.send_album(
        [_attachment(one) for one in asked["items"]], asked.get("kind", "photo")
    ),
    "voice": lambda user, asked, _: user.send_voice(int(asked.get("seconds", 3))),
    "sticker": lambda user, asked, _: user.send_sticker(asked.get("emoji", "👍")),
    "location": lambda user, asked, _: user.send_location(asked["latitude"], asked["longitude"]),
    "contact": lambda user, asked, _: user.send_contact(asked.get("phone", "")),
    "edit": lambda user, asked, _: user.edit(int(asked["message"]), asked["text"]),
    "forward": lambda user, asked, _: user.forward(asked["text"]),
    "block": lambda user, _asked, _group: user.block(),
    "unblock": lambda user, _asked, _group: user.unblock(),
    "deactivate": lambda user, _asked, _group: user.deactivate(),
}


async def _make_user(api: BotApiDouble, asked: Json) -> Json:
    user_id = int(asked.pop("id"))
    return api.user(user_id, **asked).json


async def _make_group(api: BotApiDouble, asked: Json) -> Json:
    return api.group(asked.pop("title"), **asked).chat.json


def _act(api: BotApiDouble, asked: Json) -> list[Json]:
    act = ACTS.get(asked["do"])
    if act is None:
        raise LookupError(f"nobody can {asked['do']!r}; there is {', '.join(ACTS)}")
    made = act(_user(api, asked), asked, _group(api, asked))
    updates = [made] if isinstance(made, Update) else made or []
    return [update.row() for update in updates]


async def _acts(api: BotApiDouble, asked: Json) -> list[list[Json]]:
    return [_act(api, one) for one in asked["acts"]]


async def _one_act(api: BotApiDouble, asked: Json) -> list[Json]:
    return _act(api, asked)


async def _transcript(api: BotApiDouble, asked: Json) -> Json:
    return {"transcript": _user(api, asked).transcript(asked.get("edits", "in place"))}


async def _screen(api: BotApiDouble, asked: Json) -> Json:
    post = _user(api, asked).screen()
    return {"message_id": post.message_id, "text": post.text, "buttons": post.buttons, "data": post.data}


async def _posts(api: BotApiDouble, asked: Json) -> list[Json]:
    return [{"mine": post.mine, **post.json} for post in _user(api, asked).posts]


async def _sees(api: BotApiDouble, asked: Json) -> Json:
    post = await _user(api, asked).sees(asked["words"], float(asked.get("within", 10)))
    return {"message_id": post.message_id, "text": post.text, "buttons": post.buttons}


async def _commands(api: BotApiDouble, asked: Json) -> list[Json]:
    return api.commands_for(_user(api, asked))


# ------------------------------------------------------------ ledger, delivery, trouble


async def _health(api: BotApiDouble, _asked: Json) -> Json:
    return {"base": api.base, "token": api.token, "webhook": api.delivery.url, "polls": api.polls}


async def _counts(api: BotApiDouble, _asked: Json) -> Json:
    return api.ledger.counts() | {"struck": dict(api.faults.struck), "peak_rate": api.ledger.peak_rate()}


async def _updates(api: BotApiDouble, asked: Json) -> list[Json]:
    state = asked.get("state")
    return [one.row() for one in api.ledger.updates.values() if state is None or one.state == state]


async def _calls(api: BotApiDouble, asked: Json) -> list[Json]:
    method = asked.get("method")
    rows = api.ledger.rows(int(asked.get("since", 0)))
    return [row for row in rows if method is None or row["method"].lower() == method.lower()]


async def _deliver(api: BotApiDouble, asked: Json) -> Json:
    api.deliver_to(asked.pop("url"), **asked)
    return api.delivery.info()


async def _redeliver(api: BotApiDouble, asked: Json) -> Json:
    update = api.ledger.updates[int(asked["update_id"])]
    times, together = int(asked.get("times", 1)), bool(asked.get("concurrently"))
    return {"statuses": await api.redeliver(update, times, together)}


async def _plan(api: BotApiDouble, asked: Json) -> Json:
    api.plan(*(Rule(**rule) for rule in asked.get("rules", [])), seed=int(asked.get("seed", 1)))
    return {"rules": len(api.faults.rules)}


async def _settings(api: BotApiDouble, asked: Json) -> Json:
    """factor, answer_timeout, callback_life, flood (yes or no), strict_polling."""
    if "factor" in asked:
        api.delivery.factor = api.polling.factor = float(asked["factor"])
    if "answer_timeout" in asked:
        api.delivery.answer_timeout = float(asked["answer_timeout"])
    if "callback_life" in asked:
        api.world.callback_life = float(asked["callback_life"])
    if "flood" in asked:
        api.flood.on = bool(asked["flood"])
    if "strict_polling" in asked:
        api.polling.strict = bool(asked["strict_polling"])
    if "route" in asked:
        api.route(*asked["route"])
    return {}


async def _wait(api: BotApiDouble, asked: Json) -> Json:
    """Until one update is acknowledged (update_id), then until all is quiet (quiet: seconds)."""
    within = float(asked.get("within", 10))
    if "update_id" in asked:
        await api.acked(api.ledger.updates[int(asked["update_id"])], within)
    if "quiet" in asked:
        await api.quiet(float(asked["quiet"]), within)
    return api.ledger.counts()


async def _ready(api: BotApiDouble, asked: Json) -> Json:
    await api.ready(float(asked.get("within", 60)))
    return await _health(api, asked)


async def _pass_time(api: BotApiDouble, asked: Json) -> Json:
    api.pass_time(float(asked["seconds"]))
    return {}


async def _pause(api: BotApiDouble, _asked: Json) -> Json:
    api.pause()
    return {}


async def _resume(api: BotApiDouble, _asked: Json) -> Json:
    api.resume()
    return {}


async def _quit(api: BotApiDouble, _asked: Json) -> Json:
    api.quit()
    return {}


DOORS: dict[str, Door] = {
    "health": _health,
    "user": _make_user,
    "group": _make_group,
    "act": _one_act,
    "acts": _acts,
    "transcript": _transcript,
    "screen": _screen,
    "posts": _posts,
    "sees": _sees,
    "commands": _commands,
    "counts": _counts,
    "updates": _updates,
    "calls": _calls,
    "deliver": _deliver,
    "redeliver": _redeliver,
    "plan": _plan,
    "settings": _settings,
    "wait": _wait,
    "ready": _ready,
    "pass_time": _pass_time,
    "pause": _pause,
    "resume": _resume,
    "quit": _quit,
}
