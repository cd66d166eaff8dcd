"""People and groups: what they do becomes correct updates, what they see can be read back."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass

from tests.botapi.base import Bell, Json, utf16_length
from tests.botapi.ledger import Ledger, QueueKey, Update
from tests.botapi.sending import summary
from tests.botapi.texts import TEXT_LIMIT, clean, found_entities
from tests.botapi.transcript import Edits, transcript
from tests.botapi.world import Chat, Event, Post, World

DAY = 86400.0
STICKER = b"RIFF\x24\x00\x00\x00WEBPVP8L\x18\x00\x00\x00\x2f\xff\xc1\x7f\x00\x07\x50\xd2\xff\x7f\x44\x44\x44"
VOICE = b"OggS\x00\x02" + bytes(20) + b"OpusHead\x01\x01"


class NotShown(LookupError):
    """Nobody can tap what is not on the screen."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file somebody sends; ``size`` claims more bytes than ``content`` holds."""

    content: bytes
    name: str = ""
    mime: str = ""
    caption: str = ""
    size: int | None = None


class Group:
    """A group the bot is a member of. In privacy mode it hears commands and replies only."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat
        self.id = chat.id

    @property
    def posts(self) -> list[Post]:
        """What members see, oldest first."""
        return self.chat.shown()

    def transcript(self, edits: Edits = "in place") -> str:
        """What members see, as text."""
        return transcript(self.chat, edits)


class User:
    """
    One person with one Telegram account.

    What is done here returns the Update it made (its fate is ``update.state``). A tap acts on what
    is really shown and raises NotShown otherwise; :meth:`press` sends any data, as a forged or
    belated client may.
    """

    def __init__(self, world: World, ledger: Ledger, bell: Bell, chat: Chat, json: Json, phone: str) -> None:
        self.world = world
        self.ledger = ledger
        self.bell = bell
        self.chat = chat
        self.json = json
        self.phone = phone
        self.id: int = json["id"]

    # ------------------------------------------------------------ saying

    def start(self, payload: str = "") -> Update:
        """/start, from a t.me/<bot>?start=<payload> link when there is a payload."""
        return self.text(f"/start {payload}".rstrip())

    def text(self, text: str, chat: Group | None = None, reply_to: int = 0, *, raw: bool = False) -> Update:
        """
        Write a message. Telegram trims and cleans it as it does for everybody; *raw* skips that, so
        that NUL or a lone surrogate reaches the bot. Raises ValueError above 4096 UTF-16 units,
        which a client would send as several messages.
        """
        if not raw:
            text = clean(text).strip(" \n")
            if not 1 <= utf16_length(text) <= TEXT_LIMIT:
                raise ValueError(
                    f"one message holds 1 to {TEXT_LIMIT} UTF-16 units, not {utf16_length(text)}"
                )
        content: Json = {"text": text}
        if entities := found_entities(content["text"]):
            content["entities"] = entities
        return self._say(content, chat, reply_to)

    def send_photo(self, content: bytes, name: str = "photo.jpg", caption: str = "") -> Update:
        """Send a picture (PNG or JPEG); raises ApiError when it is none."""
        return self._say(self._media(Attachment(content, name, caption=caption), "photo"))

    def send_document(
        self, content: bytes, name: str, mime: str = "", caption: str = "", size: int | None = None
    ) -> Update:
        """Send any file; *size* makes it look as large as you like."""
        return self._say(self._media(Attachment(content, name, mime, caption, size), "document"))

    def send_album(self, attachments: Sequence[Attachment], kind: str = "photo") -> list[Update]:
        """Send several photos (or documents) at once: one update each, one media_group_id."""
        group = {"media_group_id": self.world.next_media_group()}
        return [self._say(group | self._media(one, kind)) for one in attachments]

    def send_voice(self, seconds: int = 3) -> Update:
        """Send a voice message."""
        stored = self.world.files.keep("voice", VOICE, "", "audio/ogg")
        return self._say({"voice": {"duration": seconds, "mime_type": stored.mime} | stored.json()})

    def send_sticker(self, emoji: str = "👍") -> Update:
        """Send a sticker."""
        stored = self.world.files.keep("sticker", STICKER, "", "image/webp")
        shape = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
        return self._say({"sticker": shape | {"emoji": emoji, "set_name": "Double"} | stored.json()})

    def send_location(self, latitude: float, longitude: float, accuracy: float = 20.0) -> Update:
        """Send where one is."""
        place = {"latitude": latitude, "longitude": longitude, "horizontal_accuracy": accuracy}
        return self._say({"location": place})

    def send_contact(self, phone: str = "", first_name: str = "", user_id: int | None = None) -> Update:
        """Send a contact, one's own unless told otherwise."""
        contact: Json = {
            "phone_number": phone or self.phone,
            "first_name": first_name or self.json["first_name"],
        }
        if own := user_id if user_id is not None else (None if phone else self.id):
            contact["user_id"] = own
        return self._say({"contact": contact})

    def forward(self, text: str, origin: str = "某人") -> Update:
        """Forward what somebody with a hidden account wrote."""
        date = self.world.date() - 3600
        source = {"type": "hidden_user", "sender_user_name": origin, "date": date}
        return self._say({"forward_origin": source, "text": text})

    def edit(self, message_id: int, text: str) -> Update:
        """Change a message of one's own: an edited_message update."""
        post = self.chat.posts[message_id]
        if post.mine or post.deleted:
            raise NotShown(f"message {message_id} is not {self.json['first_name']}'s own")
        name = "text" if "text" in post.json else "caption"
        changed = {key: value for key, value in post.json.items() if not key.endswith("entities")}
        post.json = changed | {name: text, "edit_date": self.world.date()}
        post.versions += 1
        self.chat.story.append(Event("reworded", message_id, text))
        return self._update("edited_message", post.json, ("chat", self.chat.id), DAY, message_id)

    def _media(self, one: Attachment, kind: str) -> Json:
        files = self.world.files
        content: Json
        if kind == "photo":
            content = {"photo": files.photo_sizes(one.content, one.name or "photo.jpg", one.size)}
        else:
            mime = one.mime or mimetypes.guess_type(one.name)[0] or "application/octet-stream"
            stored = files.keep("document", one.content, one.name, mime, one.size)
            content = {"document": {"file_name": one.name, "mime_type": mime} | stored.json()}
        return content | ({"caption": one.caption} if one.caption else {})

    def _say(self, content: Json, group: Group | None = None, reply_to: int = 0) -> Update:
        chat = group.chat if group is not None else self.chat
        if group is None:
            chat.started = True
        else:
            self.chat.met = True
        if reply_to:
            content["reply_to_message"] = chat.posts[reply_to].json
        message = self.world.message(chat, self.json, **content)
        post = Post(chat, message, mine=False)
        chat.add(post)
        chat.story.append(Event("said", post.message_id, summary(message)))
        if group is not None and chat.privacy and not self._for_the_bot(message):
            return self._unheard(message)
        return self._update("message", message, ("chat", chat.id), DAY, post.message_id, chat)

    def _for_the_bot(self, message: Json) -> bool:
        text = str(message.get("text", ""))
        command = text.split(maxsplit=1)[0] if text.startswith("/") else ""
        name = command.partition("@")[2].lower()
        to_bot = message.get("reply_to_message", {}).get("from", {}).get("id") == self.world.bot["id"]
        return to_bot or bool(command and name in ("", self.world.bot["username"]))

    def _unheard(self, message: Json) -> Update:
        update = Update(0, "message", message, ("chat", message["chat"]["id"]), 0.0)
        update.state = "unwanted"
        return update

    # ------------------------------------------------------------ tapping

    def tap(self, button: str, message: int | Post | None = None, chat: Group | None = None) -> Update:
        """
        Tap a button by its label or callback_data.

        Without *message* the newest one that shows it counts, then the reply keyboard, whose buttons
        send their text (or one's contact). Raises NotShown.
        """
        where = chat.chat if chat is not None else self.chat
        posts = where.shown()
        if message:
            number = message.message_id if isinstance(message, Post) else message
            posts = [post for post in posts if post.message_id == number]
        for post in reversed(posts):
            if (found := post.button(button)) is not None:
                if "callback_data" not in found:
                    raise NotShown(f"[{button}] opens {found}; it sends nothing to the bot")
                label = str(found["text"])
                return self._press(str(found["callback_data"]), label, where, post)
        if not message and (key := self._key(where, button)) is not None:
            if key.get("request_location"):
                raise NotShown(f"[{button}] asks for a place: use send_location()")
            return self.send_contact() if key.get("request_contact") else self.text(str(key["text"]), chat)
        shown = [label for post in posts for label in post.labels]
        raise NotShown(f"no button [{button}] is shown to {self.json['first_name']}; there are {shown}")

    def press(self, data: str, message: int = 0) -> Update:
        """Send a tap with any data, as from an old screen, another person's message or a forged client."""
        post = self.chat.posts.get(message) if message else self.last()
        return self._press(data, data, self.chat, post, message)

    def _press(self, data: str, label: str, chat: Chat, post: Post | None, message: int = 0) -> Update:
        query = self.world.tapped(self.id, chat)
        if post is not None and not post.deleted:
            shown = post.json
        else:
            gone = post.message_id if post is not None else message
            shown = {"chat": chat.json, "message_id": gone, "date": 0}
        payload = {
            "id": query.id,
            "from": self.json,
            "message": shown,
            "chat_instance": str(abs(chat.id) * 7_919),
            "data": data,
        }
        chat.story.append(Event("tapped", int(shown["message_id"]), label))
        queue = ("callback", self.id)
        return self._update("callback_query", payload, queue, 150.0, int(shown["message_id"]), chat)

    @staticmethod
    def _key(chat: Chat, button: str) -> Json | None:
        """The reply keyboard's button with this text; the last keyboard sent counts."""
        for post in reversed(chat.shown()):
            if post.keyboard is not None:
                keys = (key for row in post.keyboard.get("keyboard", []) for key in row)
                found = (key if isinstance(key, dict) else {"text": key} for key in keys)
                return next((key for key in found if key["text"] == button), None)
        return None

    # ------------------------------------------------------------ coming and going

    def block(self) -> Update:
        """Block the bot: a my_chat_member update, then 403 for everything sent."""
        self.chat.blocked = True
        return self._membership("member", "kicked")

    def unblock(self) -> Update:
        """Take the bot back."""
        self.chat.blocked = False
        self.chat.started = True
        return self._membership("kicked", "member")

    def deactivate(self) -> None:
        """Delete the account: no update, 403 from now on."""
        self.chat.deactivated = True

    def _membership(self, old: str, new: str) -> Update:
        def member(status: str) -> Json:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self.world.bot, "status": status} | until

        payload = {
            "chat": self.chat.json,
            "from": self.json,
            "date": self.world.date(),
            "old_chat_member": member(old),
            "new_chat_member": member(new),
        }
        return self._update("my_chat_member", payload, ("my_chat_member", self.chat.id), DAY, 0)

    def _update(
        self, kind: str, payload: Json, queue: QueueKey, life: float, message: int, chat: Chat | None = None
    ) -> Update:
        update = self.ledger.add(kind, payload, queue, self.world.clock.now() + life)
        update.chat_id = (chat or self.chat).id
        update.user_id = self.id
        update.message_id = message
        self.ledger.announce(update)
        return update

    # ------------------------------------------------------------ seeing

    @property
    def posts(self) -> list[Post]:
        """What is in the chat now, oldest first."""
        return self.chat.shown()

    @property
    def from_bot(self) -> list[Post]:
        """The bot's messages shown now, oldest first."""
        return [post for post in self.chat.shown() if post.mine]

    def last(self) -> Post | None:
        """The bot's newest message."""
        return next(
            (post for post in reversed(self.chat.posts.values()) if post.mine and not post.deleted), None
        )

    def screen(self) -> Post:
        """The bot's newest message with buttons; raises NotShown when there is none."""
        for post in reversed(self.chat.posts.values()):
            if post.mine and post.rows:
                return post
        raise NotShown(f"no buttons are shown to {self.json['first_name']}")

    def transcript(self, edits: Edits = "in place") -> str:
        """What this person sees, as text; ``edits="in order"`` shows every version as it came."""
        return transcript(self.chat, edits)

    @property
    def toasts(self) -> list[str]:
        """What answers to taps said."""
        return [event.text for event in self.chat.story if event.kind in ("toast", "alert")]

    async def sees(self, words: str, within: float = 10.0) -> Post:
        """Wait until a message of the bot shows *words* (text, caption or a button); the newest such."""

        def found() -> Post | None:
            shown = (post for post in reversed(self.chat.posts.values()) if post.mine and not post.deleted)
            return next((post for post in shown if words in post.text or words in post.labels), None)

        what = f"{self.json['first_name']} saw no {words!r}; the chat was:\n{self.transcript()}\n"
        await self.bell.until(lambda: found() is not None, self.chat.id, within, what)
        post = found()
        assert post is not None
        return post
