"""The front door: /start, invitations, the home page, help, language, privacy, settings."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import InvitationGone, NotAllowed
from bot.forms.core.draft import About
from bot.forms.core.types import CompiledType
from bot.handlers import form
from bot.handlers.menu import commands, may_export, may_fill
from bot.handlers.render import Rows, button
from bot.handlers.talk import Call, Talk
from bot.people import Person
from bot.texts import LANGS
from bot.usecases.entry import NameWrong
from bot.usecases.periods import periods_to_report

#: How many months back a period may still be filed, grain by grain; 0 is the one that runs.


async def start(talk: Talk, code: str = "") -> list[Call]:
    """/start, with or without an invitation's code."""
    if talk.person is not None:  # whoever had blocked us is back
        talk.unit.people.set_blocked(talk.channel, str(talk.chat), False)
    if code:
        return await _invited(talk, code)
    if talk.person is None:
        return talk.say(talk.html("start-stranger"))
    return [*await home(talk), _menu(talk)]


async def _invited(talk: Talk, code: str, name: str = "") -> list[Call]:
    chat, entry = str(talk.chat), talk.services.entry
    if talk.person is not None:
        return await home(talk)
    try:
        opened = await entry.open_invitation(code, place=f"{talk.channel}:{chat}")
        if opened.must_type and not name:
            talk.unit.people.set_memo(talk.channel, chat, {"code": code})
            return talk.say(talk.html("start-type-name", name=opened.name, org=opened.org.name))
        talk.person = await entry.use_invitation(code, talk.channel, chat, name=name)
    except NameWrong:
        return talk.say(talk.html("start-wrong-name"))
    except InvitationGone as gone:
        return talk.say(talk.services.texts.problem(gone, talk.lang))
    talk.unit.people.set_memo(talk.channel, chat, {})
    talk.lang = talk.person.lang
    return [*await welcome(talk), _menu(talk)]


async def stranger(talk: Talk, text: str) -> list[Call]:
    """Words of somebody we do not know: the name an invitation waits for, or how to get in."""
    chat = await talk.unit.people.chat(talk.channel, str(talk.chat))
    code = str(chat.memo.get("code", "")) if chat is not None else ""
    if code:
        return await _invited(talk, code, text.strip())
    return talk.say(talk.html("start-stranger"))


async def welcome(talk: Talk) -> list[Call]:
    """First contact: who we are, what for, who sees it; consent is asked once and apart."""
    org = await _first_org(talk)
    if talk.who.consent or not talk.who.has_role("member", talk.services.world.today()):
        return await home(talk)
    text = talk.html("welcome", name=talk.who.name, org=org)
    rows = [
        [button(talk.text("consent-yes"), "h:consent:yes", "primary")],
        [
            button(talk.text("consent-details"), "h:privacy"),
            button(talk.text("consent-paper"), "h:consent:paper"),
        ],
    ]
    return talk.say(text, rows)


async def consent(talk: Talk, answer: str) -> list[Call]:
    """Consent given or the paper way chosen; both are kept, the second forces nothing."""
    from bot.forms.check_in import CONSENT

    org = await _first_org(talk)
    if answer == "yes":
        talk.unit.people.set_consent(talk.who.id, CONSENT, f"chat:{talk.channel}")
        return await home(talk, said=talk.html("consent-kept"))
    return talk.say(talk.html("consent-paper-said", org=org), [talk.home_row()])


async def _first_org(talk: Talk) -> str:
    held = talk.who.held(talk.services.world.today())
    org = await talk.unit.people.org(held[0].org) if held else None
    return org.name if org else ""


async def home(talk: Talk, said: str = "") -> list[Call]:
    """What I can do now: go on, fill, review, look, export; few buttons, the most urgent first."""
    day = talk.services.world.today()
    posts = "、".join(dict.fromkeys(post.title for post in talk.who.held(day) if post.title))
    lines = [said, talk.html("home-hello", name=talk.who.name, post=posts, org=await _first_org(talk))]
    rows: Rows = []
    show = form.renderer(talk)
    drafts = [
        head
        for head in await talk.unit.drafts.open_of(talk.who.id)
        if head.form.partition("/")[0] in talk.services.registry
    ]
    for head in drafts[:3]:
        label = show.form_name(head.form, talk.lang)
        if head.period:
            label += f" {talk.services.answers.wording.period(head.period, talk.lang)}"
        if head.subject not in ("", talk.who.id) and not head.record:
            whom = await talk.unit.people.person(head.subject)
            label += f" {talk.text('form-for', name=whom.name if whom is not None else '…')}"
        rows.append([button(talk.text("home-continue", form=label), f"d:go:{head.id}", "primary")])
    waiting = await talk.services.reading.todo.waiting(talk.unit, talk.who, limit=100)
    if waiting:
        rows.append(
            [button(talk.text("home-waiting", count=len(waiting)), "r:wait:0", "" if drafts else "primary")]
        )
    fills = [kind for kind in talk.services.registry if may_fill(talk.services, talk.who, kind)]
    for i in range(0, len(fills), 2):
        rows.append(
            [
                button(talk.text("home-fill", form=talk.text(kind.id)), f"n:{kind.id}")
                for kind in fills[i : i + 2]
            ]
        )
    last = [button(talk.text("home-mine"), "r:mine:0")]
    if any(may_export(talk.services, talk.who, kind) for kind in talk.services.registry):
        last.append(button(talk.text("home-export"), "x:types"))
    rows.append(last)
    rows.append(
        [button(talk.text("home-settings"), "h:settings"), button(talk.text("button-help"), "h:help")]
    )
    return talk.say("\n".join(line for line in lines if line), rows)


# -- n:<type>[:<org>[:<period>[:<person>]]]: a new record


async def new(talk: Talk, type_id: str, org: str = "", period: str = "", subject: str = "") -> list[Call]:
    """Begin a record: its place, period and, for somebody else, person are asked only where more than one is possible."""
    if type_id not in talk.services.registry:
        return talk.heard(talk.text("button-unknown"))
    kind = talk.services.registry[type_id]
    places = await _places(talk, kind)
    if org:
        places = [place for place in places if place[0] == org]
    if not places:
        raise NotAllowed(what=type_id)
    if len(places) > 1:
        rows = [[button(name, f"n:{type_id}:{code}")] for code, name in places[:20]]
        return talk.say(talk.html("new-where", form=talk.text(type_id)), [*rows, talk.home_row()])
    org = places[0][0]
    own = kind.type.subject == "person"
    if kind.type.obligation is not None and (not period or not own):
        periods = await periods_to_report(talk.services.world, talk.unit, kind, org)
        if not periods:
            return talk.say(
                talk.html("new-all-filed", form=talk.text(type_id)),
                [[button(talk.text("home-mine"), "r:mine:0")], talk.home_row()],
            )
        if period not in periods and (period or len(periods) > 1):
            wording = talk.services.answers.wording
            rows = [[button(wording.period(one, talk.lang), f"n:{type_id}:{org}:{one}")] for one in periods]
            return talk.say(talk.html("new-which-period", form=talk.text(type_id)), [*rows, talk.home_row()])
        period = period or periods[0]
    about = About(type_id, talk.who.id, org, period=period)
    if own and _is_member(talk, org) and not subject:
        about = replace(about, subject=talk.who.id)
    elif own:
        members = await _members(talk, org)
        if subject not in {one.id for one in members}:
            return _which_member(talk, type_id, org, period, members)
        about = replace(about, subject=subject, proxy_for=subject)
    return await form.begin(talk, about)


def _is_member(talk: Talk, org: str) -> bool:
    return any(
        post.org == org and post.role == "member" for post in talk.who.held(talk.services.world.today())
    )


async def _members(talk: Talk, org: str) -> list[Person]:
    """Members of the branch somebody may fill in for (代填), by name."""
    day = talk.services.world.today()
    found = [
        one
        for one in await talk.unit.people.at_org(org)
        if one.has_role("member", day) and one.id != talk.who.id
    ]
    return sorted(found, key=lambda one: one.name)


def _which_member(talk: Talk, type_id: str, org: str, period: str, members: list[Person]) -> list[Call]:
    rows = [
        [button(f"{one.name}（{_title(talk, one, org)}）", f"n:{type_id}:{org}:{period}:{one.id}")]
        for one in members[:60]
    ]
    return talk.say(talk.html("new-for-whom", form=talk.text(type_id)), [*rows, talk.home_row()])


def _title(talk: Talk, person: Person, org: str) -> str:
    return next((post.title for post in person.held(talk.services.world.today()) if post.org == org), "")


async def _places(talk: Talk, kind: CompiledType) -> list[tuple[str, str]]:
    day = talk.services.world.today()
    found: dict[str, str] = {}
    for post in talk.who.held(day):
        if post.role in kind.type.access.fills:
            org = await talk.unit.people.org(post.org)
            if org is not None:
                found[org.id] = org.name
    return list(found.items())


# -- h:…


async def page(talk: Talk, action: str, argument: str = "") -> list[Call]:
    """Buttons of the front door."""
    match action:
        case "help":
            return await help_page(talk)
        case "privacy":
            return privacy(talk)
        case "settings":
            return settings(talk)
        case "language":
            return await language(talk, argument)
        case "consent":
            return await consent(talk, argument)
    return await home(talk)


async def help_page(talk: Talk) -> list[Call]:
    """/help: what to do next, and whom to call."""
    if talk.person is None:
        return talk.say(talk.html("start-stranger"))
    if talk.live:
        return await form.draft_action(talk, "help", talk.live)
    held = talk.who.held(talk.services.world.today())
    helpers = await talk.unit.people.holders(["town_clerk"], at_or_above=held[0].path) if held else []
    who = "、".join(f"{one.name} {one.phone}".strip() for one in helpers[:2]) or talk.text("help-nobody")
    return talk.say(talk.html("help-page", who=who), [talk.home_row()])


def privacy(talk: Talk) -> list[Call]:
    """/privacy: what is kept, who sees it, how long, whom to ask."""
    return talk.say(talk.html("privacy-page"), [talk.home_row()] if talk.person is not None else [])


def settings(talk: Talk) -> list[Call]:
    """/settings: language, privacy."""
    rows = [
        [button(talk.text("settings-language"), "h:language")],
        [button(talk.text("settings-privacy"), "h:privacy")],
        talk.home_row(),
    ]
    return talk.say(talk.html("settings-page"), rows)


async def language(talk: Talk, chosen: str = "") -> list[Call]:
    """/language: the three languages, each under its own name."""
    if chosen in LANGS:
        talk.lang = chosen
        if talk.person is not None:
            talk.unit.people.set_lang(talk.who.id, chosen)
        return [*talk.say(talk.html("language-set"), [talk.home_row()]), _menu(talk)]
    rows = [[button(talk.text(f"language-{lang}"), f"h:language:{lang}")] for lang in LANGS]
    return talk.say(talk.html("language-which"), rows)


def _menu(talk: Talk) -> Call:
    """
    The command menu of this chat, in its language (setMyCommands cannot tell the two Chinese scripts apart) and of its
    person's posts: set when somebody comes in, says /start, or chooses a language.
    """
    found = commands(talk.services, talk.lang, talk.person)
    listed = [{"command": name, "description": words} for name, words in found]
    return {"method": "setMyCommands", "commands": listed, "scope": {"type": "chat", "chat_id": talk.chat}}


async def cancel(talk: Talk) -> list[Call]:
    """/cancel: leaves the form; what was answered is kept and can be gone on with, or thrown away."""
    if not talk.live:
        return talk.say(talk.html("cancel-nothing"), [talk.home_row()])
    return await form.draft_action(talk, "later", talk.live)
