"""Chats, people and messages as Telegram's server keeps them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from tests.botapi.base import Clock, Json
from tests.botapi.files import Files

BOT_ID = 424242
BOT_USERNAME = "lianxin_double_bot"
TOKEN = f"{BOT_ID}:a-token-for-the-double-only-0000000"
DELETE_AGE = 48 * 3600


@dataclass(slots=True)
class Event:
    """One thing a person saw happen in a chat, in the order it happened."""

    kind: str  # said, reworded, sent, edited, deleted, tapped, toast, alert
    message_id: int
    text: str
    buttons: list[list[str]] = field(default_factory=list)


class Post:
    """One message of a chat, as it is displayed now."""

    __slots__ = ("chat", "deleted", "html", "json", "keyboard", "mine", "versions")

    def __init__(
        self, chat: Chat, json: Json, mine: bool, html: str = "", keyboard: Json | None = None
    ) -> None:
        self.chat = chat
        self.json = json
        self.mine = mine
        self.html = html  # as the bot wrote it
        self.keyboard = keyboard  # a reply keyboard, remove_keyboard or force_reply sent with it
        self.deleted = False
        self.versions = 1

    @property
    def message_id(self) -> int:
        """Unique in its chat, rising."""
        return int(self.json["message_id"])

    @property
    def text(self) -> str:
        """Text or caption, without tags."""
        return str(self.json.get("text", self.json.get("caption", "")))

    @property
    def rows(self) -> list[list[Json]]:
        """The inline keyboard shown under the message now."""
        if self.deleted:
            return []
        rows: list[list[Json]] = self.json.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[list[str]]:
        """The labels of the inline keyboard, row by row."""
        return [[str(button["text"]) for button in row] for row in self.rows]

    @property
    def labels(self) -> list[str]:
        """The labels of the inline keyboard in one list."""
        return [label for row in self.buttons for label in row]

    @property
    def data(self) -> list[str]:
        """The callback_data of the inline keyboard in one list."""
        return [
            str(button["callback_data"]) for row in self.rows for button in row if "callback_data" in button
        ]

    def button(self, name: str) -> Json | None:
        """The inline button with this label or callback_data, if it is shown."""
        for row in self.rows:
            for button in row:
                if button["text"] == name or button.get("callback_data") == name:
                    return button
        return None

    def __repr__(self) -> str:
        return f"Post({self.message_id}, {self.text!r}, {self.buttons})"


class Chat:
    """A private chat or a group. Private chats carry the id of their person, groups a negative one."""

    def __init__(self, chat_id: int, json: Json, history: int | None) -> None:
        self.id = chat_id
        self.json = json
        self.posts: dict[int, Post] = {}
        self.story: deque[Event] = deque(maxlen=history)
        self.history = history
        self.started = False  # the person wrote first, or the bot was added
        self.met = False  # the bot knows the person from a group
        self.blocked = False
        self.deactivated = False
        self.kicked = False
        self.bot_is_admin = False
        self.privacy = True
        self.actions: deque[str] = deque(maxlen=history)
        self.username = str(json.get("username", ""))

    @property
    def private(self) -> bool:
        """A chat of one person with the bot."""
        return self.id > 0

    def add(self, post: Post) -> None:
        """Put a new message at the end; with a history limit the oldest goes."""
        self.posts[post.message_id] = post
        if self.history is not None and len(self.posts) > self.history:
            del self.posts[next(iter(self.posts))]

    def shown(self) -> list[Post]:
        """The messages a person sees, oldest first."""
        return [post for post in self.posts.values() if not post.deleted]


@dataclass(slots=True)
class Query:
    """A tap waiting for answerCallbackQuery."""

    id: str
    user_id: int
    chat: Chat
    until: float
    answered: bool = False
    text: str = ""
    alert: bool = False


class World:
    """The state behind one bot token."""

    def __init__(self, clock: Clock, history: int | None = None) -> None:
        self.clock = clock
        self.history = history
        self.files = Files()
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.callback_life = 150.0  # seconds; tdlib/telegram-bot-api, Client.cpp, add_update(…, 150, …)
        self.bot: Json = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "连心",
            "username": BOT_USERNAME,
        }
        self._message_id = 0
        self._query_id = 7_000_000_000_000_000
        self._media_group = 13_000_000_000_000_000

    def next_message_id(self) -> int:
        """Message ids rise over all private chats of a bot, as Telegram's do."""
        self._message_id += 1
        return self._message_id

    def next_media_group(self) -> str:
        """A media_group_id nobody else has."""
        self._media_group += 1
        return str(self._media_group)

    def date(self) -> int:
        """Now, as Telegram writes dates."""
        return int(self.clock.now())

    def chat(self, chat_id: int, json: Json) -> Chat:
        """A new chat; raises ValueError for an id that is taken."""
        if chat_id in self.chats:
            raise ValueError(f"chat {chat_id} exists")
        chat = self.chats[chat_id] = Chat(chat_id, {"id": chat_id, **json}, self.history)
        return chat

    def message(self, chat: Chat, sender: Json, **content: Any) -> Json:
        """A Message object; it is not in the chat yet."""
        return {
            "message_id": self.next_message_id(),
            "from": sender,
            "chat": chat.json,
            "date": self.date(),
            **content,
        }

    def tapped(self, user_id: int, chat: Chat) -> Query:
        """A new callback query, to be answered once within its life."""
        self._query_id += 1
        query = Query(str(self._query_id), user_id, chat, self.clock.now() + self.callback_life)
        self.queries[query.id] = query
        if self.history is not None and len(self.queries) > 100 * self.history:
            del self.queries[next(iter(self.queries))]
        return query
