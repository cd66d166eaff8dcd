"""What people do becomes the updates Telegram would send; what they see can be read back."""

from __future__ import annotations

import pytest

from tests.botapi.base import ApiError
from tests.botapi.conftest import OPEN_TAP, Client
from tests.botapi.files import picture
from tests.botapi.people import Attachment, NotShown, User
from tests.botapi.server import BotApiDouble


async def test_a_message_and_its_entities(api: BotApiDouble) -> None:
    """Names, language, rising ids, /start with its payload, links and mentions marked."""
    person = api.user(7, "张某某", "en", last_name="某", username="zhang_demo")
    start = person.start("abc_DEF-1").json
    sender = start["message"]["from"]
    assert sender == {
        "id": 7,
        "is_bot": False,
        "first_name": "张某某",
        "last_name": "某",
        "username": "zhang_demo",
        "language_code": "en",
    }
    assert start["message"]["text"] == "/start abc_DEF-1"
    assert start["message"]["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert start["message"]["chat"]["type"] == "private"
    later = person.text("😀看 https://example.org/a/b 和 @somebody").json
    assert later["update_id"] == start["update_id"] + 1
    assert later["message"]["message_id"] == start["message"]["message_id"] + 1
    assert later["message"]["entities"] == [
        {"offset": 4, "length": 23, "type": "url"},
        {"offset": 30, "length": 9, "type": "mention"},
    ]
    assert api.user(7) is person


async def test_texts_as_clients_send_them(li: User) -> None:
    """Trimmed and cleaned; raw lets NUL and lone surrogates through; 4096 units at most."""
    assert li.text(" 一\x00二 \n").json["message"]["text"] == "一 二"
    assert li.text("一\x00\ud800 ", raw=True).json["message"]["text"] == "一\x00\ud800 "
    assert len(li.text("😀" * 2048).json["message"]["text"]) == 2048
    for text in ("字" * 4097, "😀" * 2049, "  "):
        with pytest.raises(ValueError, match="1 to 4096"):
            li.text(text)


async def test_everything_else_people_send(api: BotApiDouble, li: User) -> None:
    """Photo, document, album, voice, sticker, place, contact, forward, edit: their own fields."""
    photo = li.send_photo(picture(1200, 800), caption="签到表").json["message"]
    assert [(size["width"], size["height"]) for size in photo["photo"]] == [(90, 60), (1200, 800)]
    assert photo["caption"] == "签到表"
    document = li.send_document(b"%PDF-1.7", "会议.pdf").json["message"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "会议.pdf",
        "application/pdf",
        8,
    )
    album = li.send_album([Attachment(picture(), caption="一"), Attachment(picture(shade=1))])
    messages = [update.json["message"] for update in album]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["一", None]
    assert li.send_voice(5).json["message"]["voice"]["duration"] == 5
    assert li.send_sticker().json["message"]["sticker"]["type"] == "regular"
    assert li.send_location(30.25, 120.5).json["message"]["location"]["longitude"] == 120.5
    contact = li.send_contact().json["message"]["contact"]
    assert (contact["user_id"], contact["phone_number"]) == (li.id, li.phone)
    assert "user_id" not in li.send_contact("+8613800000000", "别人").json["message"]["contact"]
    assert li.forward("转来的").json["message"]["forward_origin"]["type"] == "hidden_user"
    said = li.text("写错了")
    edited = li.edit(said.message_id, "改对了").json["edited_message"]
    assert (edited["message_id"], edited["text"]) == (said.message_id, "改对了")
    assert edited["edit_date"] >= edited["date"]
    with pytest.raises(ApiError, match="IMAGE_PROCESS_FAILED"):
        li.send_photo(b"%PDF-1.7")


async def test_a_tap_acts_on_what_is_shown(bot: Client, li: User) -> None:
    """By label or data, on the newest message that shows it; a button edited away cannot be tapped."""
    first = await bot("sendMessage", chat_id=li.id, text="一", reply_markup=OPEN_TAP)
    second = await bot("sendMessage", chat_id=li.id, text="二", reply_markup=OPEN_TAP)
    query = li.tap("是").json["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("yes", second["message_id"])
    assert query["message"]["reply_markup"] == OPEN_TAP
    assert li.tap("no", message=first["message_id"]).message_id == first["message_id"]
    await bot("editMessageText", chat_id=li.id, message_id=second["message_id"], text="完")
    assert li.tap("是").message_id == first["message_id"]
    with pytest.raises(NotShown, match="no button"):
        li.tap("是", message=second["message_id"])
    with pytest.raises(NotShown, match="没有"):
        li.tap("没有")
    assert li.tap("否", message=li.screen()).message_id == first["message_id"]
    await bot("deleteMessage", chat_id=li.id, message_id=first["message_id"])
    with pytest.raises(NotShown):
        li.tap("是")
    with pytest.raises(NotShown):
        li.screen()


async def test_links_cannot_be_tapped_into_updates(bot: Client, li: User) -> None:
    """A URL button opens a browser; the bot hears nothing."""
    markup = {"inline_keyboard": [[{"text": "看", "url": "https://example.org"}]]}
    await bot("sendMessage", chat_id=li.id, text="x", reply_markup=markup)
    with pytest.raises(NotShown, match="sends nothing"):
        li.tap("看")


async def test_forged_and_belated_taps(bot: Client, li: User) -> None:
    """Any data on any message; a deleted one is inaccessible, with date 0."""
    sent = await bot("sendMessage", chat_id=li.id, text="一", reply_markup=OPEN_TAP)
    assert li.press("../../etc").json["callback_query"]["data"] == "../../etc"
    await bot("deleteMessage", chat_id=li.id, message_id=sent["message_id"])
    message = li.press("yes", sent["message_id"]).json["callback_query"]["message"]
    assert (message["message_id"], message["date"]) == (sent["message_id"], 0)
    assert "text" not in message


async def test_reply_keyboards_send_text_contact_or_nothing(bot: Client, li: User) -> None:
    """The last keyboard counts until it is removed; a request for a place needs a place."""
    keys = [
        ["好的", {"text": "发电话", "request_contact": True}],
        [{"text": "发位置", "request_location": True}],
    ]
    await bot("sendMessage", chat_id=li.id, text="x", reply_markup={"keyboard": keys})
    assert li.tap("好的").json["message"]["text"] == "好的"
    assert li.tap("发电话").json["message"]["contact"]["user_id"] == li.id
    with pytest.raises(NotShown, match="send_location"):
        li.tap("发位置")
    await bot("sendMessage", chat_id=li.id, text="y", reply_markup={"remove_keyboard": True})
    with pytest.raises(NotShown):
        li.tap("好的")


async def test_blocking_and_coming_back(li: User) -> None:
    """my_chat_member tells the bot, as a queue of its own."""
    gone, back = li.block().json["my_chat_member"], li.unblock().json["my_chat_member"]
    assert (gone["old_chat_member"]["status"], gone["new_chat_member"]["status"]) == ("member", "kicked")
    assert (back["old_chat_member"]["status"], back["new_chat_member"]["status"]) == ("kicked", "member")
    assert gone["new_chat_member"]["user"]["is_bot"] is True


async def test_groups_and_privacy_mode(api: BotApiDouble, bot: Client, li: User) -> None:
    """In privacy mode the bot hears commands for it and replies to it, nothing else."""
    group = api.group("示范村")
    asked = await bot("sendMessage", chat_id=group.id, text="请到私聊")
    heard = [
        li.text("/help", group),
        li.text("/help@lianxin_double_bot", group),
        li.text("好", group, reply_to=asked["message_id"]),
    ]
    unheard = [li.text("闲聊", group), li.text("/help@other_bot", group)]
    assert [update.state for update in heard + unheard] == ["pending"] * 3 + ["unwanted"] * 2
    assert heard[0].json["message"]["chat"] == {"id": group.id, "title": "示范村", "type": "supergroup"}
    assert group.transcript().splitlines()[:2] == ["< 请到私聊", "> /help"]
    open_group = api.group("敞开的群", privacy=False)
    assert li.text("闲聊", open_group).state == "pending"


async def test_transcript(bot: Client, li: User) -> None:
    """The screen as it is, and everything in the order it came."""
    sent = await bot(
        "sendMessage", chat_id=li.id, text="<b>一</b>\n第二行", parse_mode="HTML", reply_markup=OPEN_TAP
    )
    query = li.tap("是").json["callback_query"]["id"]
    await bot("answerCallbackQuery", callback_query_id=query, text="记下了")
    await bot("editMessageText", chat_id=li.id, message_id=sent["message_id"], text="二")
    li.send_document(b"x" * 10, "表.csv", caption="给您")
    gone = await bot("sendMessage", chat_id=li.id, text="三")
    await bot("deleteMessage", chat_id=li.id, message_id=gone["message_id"])
    assert li.transcript() == "> /start\n< 二\n> [是]\n! 记下了\n> «document 表.csv, 10 bytes» 给您\n"
    assert li.transcript(edits="in order") == (
        "> /start\n< 一\n  第二行\n  [是] [否]\n> [是]\n! 记下了\n~ 二\n"
        "> «document 表.csv, 10 bytes» 给您\n< 三\nx message 4\n"
    ).replace("message 4", f"message {gone['message_id']}")


async def test_waiting_for_what_a_person_sees(api: BotApiDouble, bot: Client, li: User) -> None:
    """sees() wakes when the words appear; when they do not, it shows the chat."""
    await bot("sendMessage", chat_id=li.id, text="几次支委会？", reply_markup=OPEN_TAP)
    assert (await li.sees("支委会")).labels == ["是", "否"]
    assert (await li.sees("否")).text == "几次支委会？"
    with pytest.raises(TimeoutError, match="几次支委会"):
        await li.sees("党员大会", within=0.02)


async def test_history_bounds_memory() -> None:
    """For soak tests: old messages, calls and finished updates are forgotten."""
    async with BotApiDouble(history=5) as api:
        person = api.user(1)
        for number in range(300):
            api.ledger.ack(person.text(str(number)), "offset")
        assert len(person.posts) == 5
        assert len(api.ledger.updates) <= 100
        assert api.ledger.state_counts["acked"] == 300
