"""The table of Bot API methods the double carries out; everything else is "method not found"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.botapi.arguments import Arguments
from tests.botapi.base import ApiError, Json, fail
from tests.botapi.delivery import Delivery
from tests.botapi.faults import Flood
from tests.botapi.files import UPLOAD_LIMIT
from tests.botapi.ledger import Call, Ledger
from tests.botapi.polling import SET_WEBHOOK, Polling
from tests.botapi.profile import Profile, Scope, command_scope
from tests.botapi.sending import Sending
from tests.botapi.world import World

SECRET_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


@dataclass(frozen=True, slots=True)
class Described:
    """A result that comes with a description, as from setWebhook."""

    result: Any
    description: str


class Methods:
    """Method names are matched without regard to case, as by Telegram."""

    def __init__(
        self, world: World, ledger: Ledger, delivery: Delivery, polling: Polling, flood: Flood
    ) -> None:
        self.world = world
        self.ledger = ledger
        self.delivery = delivery
        self.polling = polling
        self.profile = Profile()
        self.sending = sending = Sending(world, flood)
        self.table: dict[str, Callable[[Arguments, Call], Any]] = {
            "getme": self._get_me,
            "setwebhook": self._set_webhook,
            "deletewebhook": self._delete_webhook,
            "getwebhookinfo": lambda _arguments, _call: self.delivery.info(),
            "sendmessage": sending.send_message,
            "senddocument": sending.send_document,
            "sendphoto": sending.send_photo,
            "sendmediagroup": sending.send_media_group,
            "sendlocation": sending.send_location,
            "sendchataction": sending.send_chat_action,
            "editmessagetext": sending.edit_text,
            "editmessagecaption": sending.edit_caption,
            "editmessagereplymarkup": sending.edit_markup,
            "deletemessage": sending.delete,
            "answercallbackquery": sending.answer_query,
            "getfile": lambda arguments, _call: world.files.get_file(arguments.text("file_id")),
            "setmycommands": self._set_my_commands,
            "getmycommands": self._get_my_commands,
            "deletemycommands": self._delete_my_commands,
            "setmyname": self._setter("name"),
            "getmyname": self._getter("name"),
            "setmydescription": self._setter("description"),
            "getmydescription": self._getter("description"),
            "setmyshortdescription": self._setter("short_description"),
            "getmyshortdescription": self._getter("short_description"),
            "setchatmenubutton": self._set_chat_menu_button,
            "getchatmenubutton": self._get_chat_menu_button,
        }

    def run(self, arguments: Arguments, call: Call) -> Any:
        """Carry out one call (getUpdates aside); raises ApiError."""
        method = self.table.get(call.method.lower())
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        if sum(len(upload.content) for upload in arguments.files.values()) > UPLOAD_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        return method(arguments, call)

    # ------------------------------------------------------------ the bot and its webhook

    def _get_me(self, _arguments: Arguments, _call: Call) -> Json:
        return self.world.bot | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def _set_webhook(self, arguments: Arguments, call: Call) -> Described:
        url = arguments.text("url")
        if not url:
            return self._delete_webhook(arguments, call)
        secret = arguments.text("secret_token")
        if len(secret) > 256:
            raise fail("secret token is too long")
        if not SECRET_CHARACTERS.issuperset(secret):
            raise fail("secret token contains unallowed characters")
        connections = min(max(arguments.number("max_connections", 40), 1), 100)
        allowed = arguments.array("allowed_updates", "Can't parse allowed_updates JSON object")
        same = (url, secret, connections) == (
            self.delivery.url,
            self.delivery.secret,
            self.delivery.max_connections,
        )
        self.ledger.want(allowed)
        if arguments.flag("drop_pending_updates"):
            self._drop_pending()
        elif same:
            return Described(True, "Webhook is already set")
        self.polling.abort(SET_WEBHOOK)
        self.delivery.set(url, secret, connections)
        return Described(True, "Webhook was set")

    def _delete_webhook(self, arguments: Arguments, _call: Call) -> Described:
        was_set = bool(self.delivery.url)
        self.delivery.stop()
        if arguments.flag("drop_pending_updates"):
            self._drop_pending()
        return Described(True, "Webhook was deleted" if was_set else "Webhook is already deleted")

    def _drop_pending(self) -> None:
        for update in list(self.ledger.pending.values()):
            self.ledger.give_up(update, "dropped")

    # ------------------------------------------------------------ what the bot says of itself

    def _scope(self, arguments: Arguments) -> Scope:
        kind, chat, user_id = command_scope(arguments.raw("scope"))
        if kind not in ("chat", "chat_administrators", "chat_member"):
            return (kind, 0, 0)
        return (kind, self.sending.find_chat(str(chat)).id, user_id)

    def _set_my_commands(self, arguments: Arguments, _call: Call) -> bool:
        commands, language = arguments.raw("commands"), arguments.text("language_code")
        self.profile.set_commands(commands, self._scope(arguments), language)
        return True

    def _get_my_commands(self, arguments: Arguments, _call: Call) -> list[Json]:
        return self.profile.get_commands(self._scope(arguments), arguments.text("language_code"))

    def _delete_my_commands(self, arguments: Arguments, _call: Call) -> bool:
        self.profile.set_commands(None, self._scope(arguments), arguments.text("language_code"))
        return True

    def _setter(self, kind: str) -> Callable[[Arguments, Call], bool]:
        def setter(arguments: Arguments, _call: Call) -> bool:
            self.profile.set_words(kind, arguments.text(kind), arguments.text("language_code"))
            return True

        return setter

    def _getter(self, kind: str) -> Callable[[Arguments, Call], Json]:
        def getter(arguments: Arguments, _call: Call) -> Json:
            words = self.profile.get_words(kind, arguments.text("language_code"))
            return {kind: words or (self.world.bot["first_name"] if kind == "name" else "")}

        return getter

    def _private_chat(self, arguments: Arguments) -> int:
        if not arguments.text("chat_id"):
            return 0
        chat_id = arguments.number("chat_id")
        if chat_id <= 0:
            raise fail("Invalid chat_id specified")
        if chat_id not in self.world.chats:
            raise fail("user not found")
        return chat_id

    def _set_chat_menu_button(self, arguments: Arguments, _call: Call) -> bool:
        self.profile.set_menu_button(self._private_chat(arguments), arguments.raw("menu_button"))
        return True

    def _get_chat_menu_button(self, arguments: Arguments, _call: Call) -> Json:
        return self.profile.get_menu_button(self._private_chat(arguments))
