"""What somebody finds before a word is said, and how they get in: commands, the menu by language and post, invitations."""

from __future__ import annotations

import asyncio
import re

from bot.cli.checkup import bot_name
from bot.cli.invite import links_of
from tests.channels.whole import Somebody, Town
from tests.handlers.conftest import PEOPLE, TOWN, VILLAGE
from tests.usecases.made_files import jpeg

ALWAYS = {"menu", "todo", "mine", "cancel", "help", "language", "privacy", "settings"}
CHINESE = re.compile("[\u4e00-\u9fff]")
#: Names and titles, which are Chinese in every language.
CAST = "|".join(
    [
        *(words for name, org, _, title in PEOPLE.values() for words in (name, org.name, title)),
        TOWN.name,
        "语言",
    ]
)


def menu(one: Somebody) -> dict[str, str]:
    """The commands this person finds behind the menu button, with what is said of them."""
    listed = one.town.api.commands_for(one.user)
    return {str(entry["command"]): str(entry["description"]) for entry in listed}


async def test_a_newcomer_finds_commands_in_the_language_of_their_app(town: Town) -> None:
    """Chinese for everybody, English for English apps, none in groups; what an empty chat shows, too."""
    await town.settled()
    profile = town.api.profile
    forms = [kind.id for kind in town.services.registry if "." not in kind.id]
    for n, (code, home) in enumerate(
        (("zh-hans", "首页"), ("zh-hant", "首页"), ("en", "Home"), ("de", "首页")), 601
    ):
        found = menu(Somebody(town, town.api.user(n, "x", code)))
        assert set(found) == {*ALWAYS, "records", "export", *forms}
        assert home in found["menu"]
    group = town.api.group("清溪村")
    assert town.api.commands_for(town.api.users[601], group.chat) == []
    assert "邀请链接" in profile.get_words("description", "")
    assert "Lianxin" in profile.get_words("description", "en")
    assert profile.get_words("short_description", "zh")
    scopes = {(scope[0], lang) for scope, lang in profile.commands}
    assert scopes == {("all_private_chats", ""), ("all_private_chats", "en")}


async def test_whoever_comes_in_finds_what_their_post_can_use(town: Town) -> None:
    """A member sees their check-in, an officer the reports, the town's clerk the export; a language changes the words."""
    member, officer = await town.enter("member", 501, "en"), await town.enter("officer", 502)
    clerk = await town.enter("clerk", 503)
    assert set(menu(member)) == {*ALWAYS, "check_in", "commitment"}
    assert {"monthly_report", "minutes"} <= set(menu(officer))
    assert "export" not in menu(officer)
    assert {"export", "records"} <= set(menu(clerk))
    assert "monthly_report" not in menu(clerk)
    assert menu(member)["help"] == "帮助和联系人", "the language of the person, not of the app"
    for button, words in (("繁體中文", "幫助"), ("English", "Help")):
        await member.say("/language")
        await member.do(button)
        assert words in menu(member)["help"]
    await officer.say("/start")
    set_ = town.api.ledger.of("setMyCommands")
    assert len(set_) == 2 + 3 + 2 + 1, (
        "two at the start, one for each who came, chose a language, or began anew"
    )


async def test_each_command_says_something_of_its_own(town: Town) -> None:
    """In the language that was chosen; inside a form 帮助 tells of the question, 取消 keeps what was answered."""
    officer = await town.enter("officer", 501)
    said = [
        await officer.say(f"/{name}")
        for name in ("start", "help", "cancel", "language", "privacy", "settings")
    ]
    assert len(set(said)) == len(said)
    await officer.say("/minutes")
    await officer.do("户代表村民会议")
    assert "赵某某" in await officer.say("/help"), "whom to call"
    assert "接着填" in officer.labels[0] or "继续" in officer.labels[0]
    assert "已保存《户代表会议记录》" in await officer.say("/cancel")
    await officer.say("/start")
    assert any("户代表会议记录" in label for label in officer.labels)
    await officer.say("/language")
    await officer.do("English")
    for name in ("start", "help", "cancel", "language", "privacy", "settings"):
        assert not CHINESE.findall(re.sub(CAST, "", await officer.say(f"/{name}"))), officer.text


async def test_an_invitation_opens_once_for_whom_it_was_made(town: Town) -> None:
    """t.me/<bot>?start=<code>: a wrong name gets nobody in, the right one does, and the link is used up for the next."""
    invited = await town.services.entry.invite("information_officer", VILLAGE.id, person_id="officer")
    settings = town.services.settings
    name = await asyncio.to_thread(bot_name, settings)
    link = str(links_of(settings, invited, name)["chat_link"])
    assert link.startswith(f"https://t.me/{town.api.world.bot['username']}?start=")
    code = link.partition("=")[2]
    assert re.fullmatch("[A-Za-z0-9_-]{1,64}", code), "what Telegram lets through"

    officer = Somebody(town, town.api.user(501, "小李"))
    assert "李**" in await officer.did(officer.user.start(code)), "who holds the link learns no name from it"
    assert "姓名对不上" in await officer.say("王某某")
    assert "清溪村党支部" in await officer.say("李某某")
    assert "清溪村党支部" in await officer.did(officer.user.start(code)), "the own link again: home"
    other = Somebody(town, town.api.user(502, "小王"))
    assert "已经用过" in await other.did(other.user.start(code))


async def test_a_stranger_gets_one_friendly_sentence_and_nothing_else(town: Town) -> None:
    """Whatever is sent: no form, no list, no file is taken; what they are told is how to get in."""
    one = Somebody(town, town.api.user(501, "过客"))
    hello = await one.did(one.user.start())
    assert "邀请" in hello
    for words in ("/todo", "/monthly_report", "/export", "你好", "/nosuch"):
        assert await one.say(words) == hello
    assert await one.photo(jpeg()) == hello
    assert await one.did(one.user.press("r:view:abc")) == hello
    for code in ("x", "A" * 64, "没有-这个"):
        assert "邀请" in await one.did(one.user.start(code)) or "链接" in one.text
    assert len(town.api.ledger.of("file")) == 0, "nothing was downloaded"
    assert "隐私" in await one.say("/privacy") or "连心" in one.text


async def test_groups_are_not_talked_to(town: Town) -> None:
    """No word of a form, a record or a person in a group; taps and commands there change nothing."""
    officer = await town.enter("officer", 501)
    group = town.api.group("清溪村党员群", privacy=False)
    await town.settled(officer.user.text("/todo", group), officer.user.text("月度汇报", group))
    assert [post for post in group.posts if post.mine] == []
    assert await town.store.unit().drafts.open_of("officer") == []
