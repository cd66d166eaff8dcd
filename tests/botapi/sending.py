"""Methods that put messages into chats, change them and take them away."""

from __future__ import annotations

import json
import mimetypes

from tests.botapi.arguments import Arguments
from tests.botapi.base import NOT_MODIFIED, TOO_OLD_QUERY, ApiError, Json, fail, too_many_requests
from tests.botapi.faults import Flood
from tests.botapi.files import PHOTO_LIMIT, Upload
from tests.botapi.ledger import Call
from tests.botapi.markup import reply_markup
from tests.botapi.texts import Formatted, caption, message_text
from tests.botapi.world import DELETE_AGE, Chat, Event, Post, World

ALBUM = 10
ANSWER_LENGTH = 200
ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"}
    | {"record_audio", "upload_audio", "upload_document", "choose_sticker", "find_location"}
    | {"pick_up_location", "record_video_note", "upload_video_note", "cancel"}
)


class Sending:
    """The bot's hand in the world's chats. Every method raises ApiError in Telegram's words."""

    def __init__(self, world: World, flood: Flood) -> None:
        self.world = world
        self.flood = flood

    # ------------------------------------------------------------ chats and messages

    def find_chat(self, name: str) -> Chat:
        """The chat a chat_id or @username means."""
        if not name:
            raise fail("chat_id is empty")
        if name.startswith("@"):
            wanted = name[1:].lower()
            found = [chat for chat in self.world.chats.values() if wanted and chat.username.lower() == wanted]
        else:
            number = name.removeprefix("-")
            found = (
                [self.world.chats[int(name)]] if number.isdecimal() and int(name) in self.world.chats else []
            )
        if not found:
            raise fail("chat not found")
        return found[0]

    def writable(self, arguments: Arguments, call: Call) -> Chat:
        """The chat of this call, if the bot may write there."""
        chat = self.find_chat(arguments.text("chat_id"))
        call.chat_id = chat.id
        if chat.deactivated:
            raise ApiError(403, "Forbidden: user is deactivated")
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if chat.kicked:
            raise ApiError(403, f"Forbidden: bot was kicked from the {chat.json['type']} chat")
        if not chat.started:
            if chat.met:
                raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
            raise fail("chat not found")
        return chat

    def _editable(self, arguments: Arguments, call: Call) -> Post:
        if not arguments.text("chat_id") and not arguments.number("message_id"):
            raise fail("Message identifier is not specified")
        chat = self.writable(arguments, call)
        post = chat.posts.get(arguments.number("message_id"))
        if post is None or post.deleted:
            raise fail("message to edit not found")
        if not post.mine or post.keyboard is not None:
            raise fail("Message can't be edited")
        return post

    def _reply_to(self, chat: Chat, arguments: Arguments) -> Json:
        value = arguments.raw("reply_parameters")
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                raise fail("Can't parse reply parameters JSON object") from None
        if value and not isinstance(value, dict):
            raise fail("Object expected as reply parameters")
        message_id = value.get("message_id", 0) if value else arguments.number("reply_to_message_id")
        if not message_id:
            return {}
        post = chat.posts.get(message_id)
        if post is None or post.deleted:
            lenient = value.get("allow_sending_without_reply") if value else False
            if lenient or arguments.flag("allow_sending_without_reply"):
                return {}
            raise fail("message to be replied not found")
        return {"reply_to_message": {k: v for k, v in post.json.items() if k != "reply_to_message"}}

    def _send(self, chat: Chat, arguments: Arguments, html: str, *contents: Json) -> list[Json]:
        markup = reply_markup(arguments.raw("reply_markup"), chat.private)
        reply = self._reply_to(chat, arguments)
        if wait := self.flood.retry_after(chat.id, len(contents)):
            raise too_many_requests(wait)
        inline = markup if markup is not None and "inline_keyboard" in markup else None
        sent = []
        for content in contents:
            message = self.world.message(chat, self.world.bot, **reply, **content)
            if inline is not None:
                message["reply_markup"] = inline
            post = Post(chat, message, mine=True, html=html, keyboard=None if inline else markup)
            chat.add(post)
            chat.story.append(Event("sent", post.message_id, summary(message), post.buttons))
            sent.append(message)
        return sent

    # ------------------------------------------------------------ sending

    def send_message(self, arguments: Arguments, call: Call) -> Json:
        """sendMessage."""
        text = arguments.text("text")
        formatted = message_text(text, arguments.text("parse_mode"), arguments.raw("entities"))
        call.html_faults = formatted.faults
        chat = self.writable(arguments, call)
        return self._send(chat, arguments, text, _words("text", formatted))[0]

    def send_document(self, arguments: Arguments, call: Call) -> Json:
        """sendDocument: an upload, an attach:// name or a file_id."""
        words = self._caption(arguments.values, call)
        upload = self._file(arguments, "document", arguments.text("document"))
        if upload is None:
            raise fail("There is no document in the request")
        chat = self.writable(arguments, call)
        content = self._document(upload) | words
        return self._send(chat, arguments, arguments.text("caption"), content)[0]

    def send_photo(self, arguments: Arguments, call: Call) -> Json:
        """sendPhoto: an upload, an attach:// name or a file_id."""
        words = self._caption(arguments.values, call)
        upload = self._file(arguments, "photo", arguments.text("photo"))
        if upload is None:
            raise fail("There is no photo in the request")
        chat = self.writable(arguments, call)
        content = self._photo(upload) | words
        return self._send(chat, arguments, arguments.text("caption"), content)[0]

    def send_media_group(self, arguments: Arguments, call: Call) -> list[Json]:
        """sendMediaGroup: photos or documents, not both."""
        media = arguments.array("media", "Can't parse media JSON object")
        if media is None:
            raise fail('Parameter "media" is required')
        if not media:
            raise fail("There are no messages to send")
        if len(media) > ALBUM:
            raise fail("Too many messages to send as an album")
        kinds, contents = set(), []
        group = {"media_group_id": self.world.next_media_group()}
        for item in media:
            if not isinstance(item, dict):
                raise fail("Can't parse InputMedia: expected an Object")
            kind = item.get("type")
            if kind not in ("photo", "document"):
                raise fail("Can't parse InputMedia: invalid message content type specified")
            upload = self._file(arguments, "", str(item.get("media", "")))
            if upload is None:
                raise fail("Can't parse InputMedia: media not found")
            kinds.add(kind)
            content = self._photo(upload) if kind == "photo" else self._document(upload)
            contents.append(group | content | self._caption(item, call))
        if len(kinds) > 1:
            raise fail("Document can't be mixed with other media types")
        chat = self.writable(arguments, call)
        arguments.values.pop("reply_markup", None)  # Telegram ignores it here
        return self._send(chat, arguments, "", *contents)

    def send_location(self, arguments: Arguments, call: Call) -> Json:
        """sendLocation."""
        place = {}
        for name in ("latitude", "longitude"):
            try:
                place[name] = float(arguments.text(name))
            except ValueError:
                raise fail(f"{name} is empty") from None
        chat = self.writable(arguments, call)
        return self._send(chat, arguments, "", {"location": place})[0]

    def send_chat_action(self, arguments: Arguments, call: Call) -> bool:
        """sendChatAction: kept in ``chat.actions``."""
        action = arguments.text("action")
        if action not in ACTIONS:
            raise fail("Wrong parameter action in request")
        self.writable(arguments, call).actions.append(action)
        return True

    # ------------------------------------------------------------ changing and deleting

    def edit_text(self, arguments: Arguments, call: Call) -> Json:
        """editMessageText; without reply_markup the buttons go."""
        text = arguments.text("text")
        formatted = message_text(text, arguments.text("parse_mode"), arguments.raw("entities"))
        call.html_faults = formatted.faults
        post = self._editable(arguments, call)
        if "text" not in post.json:
            raise fail("There is no text in the message to edit")
        return self._edit(post, arguments, text, _words("text", formatted), ("text", "entities"))

    def edit_caption(self, arguments: Arguments, call: Call) -> Json:
        """editMessageCaption."""
        words = self._caption(arguments.values, call)
        post = self._editable(arguments, call)
        if "text" in post.json or "location" in post.json:
            raise fail("There is no caption in the message to edit")
        return self._edit(post, arguments, arguments.text("caption"), words, ("caption", "caption_entities"))

    def edit_markup(self, arguments: Arguments, call: Call) -> Json:
        """editMessageReplyMarkup; without reply_markup the buttons go."""
        post = self._editable(arguments, call)
        return self._edit(post, arguments, post.html, {}, ())

    def _edit(self, post: Post, arguments: Arguments, html: str, words: Json, names: tuple[str, ...]) -> Json:
        markup = reply_markup(arguments.raw("reply_markup"), post.chat.private, inline_only=True)
        message = post.json
        same_words = all(message.get(name) == words.get(name) for name in names)
        if same_words and message.get("reply_markup") == markup:
            raise fail(NOT_MODIFIED)
        changed = {name: value for name, value in message.items() if name not in (*names, "reply_markup")}
        changed |= words
        if names:
            changed["edit_date"] = self.world.date()
        if markup is not None:
            changed["reply_markup"] = markup
        post.json, post.html = changed, html
        post.versions += 1
        post.chat.story.append(Event("edited", post.message_id, summary(changed), post.buttons))
        return changed

    def delete(self, arguments: Arguments, call: Call) -> bool:
        """deleteMessage: the bot's own, or anything in a private chat, for 48 hours."""
        if not arguments.text("chat_id"):
            raise fail("Chat identifier is not specified")
        if not arguments.number("message_id"):
            raise fail("Message identifier is not specified")
        chat = self.writable(arguments, call)
        post = chat.posts.get(arguments.number("message_id"))
        if post is None or post.deleted:
            raise fail("message to delete not found")
        if not post.mine and not chat.private and not chat.bot_is_admin:
            raise fail("Message can't be deleted")
        if self.world.clock.now() - post.json["date"] > DELETE_AGE and not chat.bot_is_admin:
            raise fail("Message can't be deleted for everyone")
        post.deleted = True
        chat.story.append(Event("deleted", post.message_id, ""))
        return True

    def answer_query(self, arguments: Arguments, call: Call) -> bool:
        """answerCallbackQuery: once, and while the query lives."""
        query = self.world.queries.get(arguments.text("callback_query_id"))
        if query is not None:
            call.chat_id = query.chat.id
        if query is None or query.answered or self.world.clock.now() > query.until:
            raise fail(TOO_OLD_QUERY)
        text = arguments.text("text")
        if len(text) > ANSWER_LENGTH:
            raise fail("MESSAGE_TOO_LONG")
        if arguments.text("url"):
            raise fail("URL_INVALID")  # only games and t.me/bot?start= links; Lianxin uses neither
        query.answered, query.text, query.alert = True, text, arguments.flag("show_alert")
        if text:
            query.chat.story.append(Event("alert" if query.alert else "toast", 0, text))
        return True

    # ------------------------------------------------------------ files

    def _caption(self, values: Json, call: Call) -> Json:
        given = values.get("caption")
        words = caption(
            "" if given is None else str(given),
            str(values.get("parse_mode") or ""),
            values.get("caption_entities"),
        )
        call.html_faults += words.faults
        return _words("caption", words)

    def _file(self, arguments: Arguments, field: str, value: str) -> Upload | str | None:
        """What a file parameter means: an upload, a known file_id, or nothing."""
        if value.startswith("attach://"):
            upload = arguments.files.get(value[len("attach://") :])
        elif value.startswith(("http://", "https://")):
            raise fail("Failed to get HTTP URL content")
        elif value:
            if value not in self.world.files.by_id:
                raise fail("Wrong file identifier/HTTP URL specified")
            return value
        else:
            upload = arguments.files.get(field)
        if upload is not None and not upload.content:
            raise fail("File must be non-empty")
        return upload

    def _document(self, given: Upload | str) -> Json:
        if isinstance(given, str):
            stored = self.world.files.find(given)
        else:
            guessed = mimetypes.guess_type(given.name)[0]
            mime = guessed or given.mime
            stored = self.world.files.keep("document", given.content, given.name, mime)
        return {"document": {"file_name": stored.name, "mime_type": stored.mime} | stored.json()}

    def _photo(self, given: Upload | str) -> Json:
        files = self.world.files
        content = files.find(given).content if isinstance(given, str) else given.content
        if len(content) > PHOTO_LIMIT:
            raise fail("File is too big")
        return {"photo": files.photo_sizes(content, "photo.jpg")}


def _words(name: str, formatted: Formatted) -> Json:
    if not formatted.text:
        return {}
    entities = "entities" if name == "text" else f"{name}_entities"
    return {name: formatted.text} | ({entities: formatted.entities} if formatted.entities else {})


def summary(message: Json) -> str:
    """A message in one piece of plain text, for transcripts: what it carries, then its words."""
    words = str(message.get("text", message.get("caption", "")))
    carried = ""
    if document := message.get("document"):
        carried = f"«document {document.get('file_name', '')}, {document['file_size']} bytes»"
    elif photo := message.get("photo"):
        carried = f"«photo {photo[-1]['width']}x{photo[-1]['height']}»"
    elif location := message.get("location"):
        carried = f"«location {location['latitude']:g}, {location['longitude']:g}»"
    elif contact := message.get("contact"):
        carried = f"«contact {contact['first_name']} {contact['phone_number']}»"
    elif voice := message.get("voice"):
        carried = f"«voice {voice['duration']} s»"
    elif sticker := message.get("sticker"):
        carried = f"«sticker {sticker['emoji']}»"
    return f"{carried} {words}".strip()
