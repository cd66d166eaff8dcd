"""The front door: /start, invitations, the home page, help, language, privacy, settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.errors import InvitationGone, NotAllowed
from bot.forms.core.draft import About
from bot.forms.core.types import CompiledType
from bot.handlers import asked, form
from bot.handlers.filed import all_there, filed
from bot.handlers.heads import PAGE, number, paged
from bot.handlers.menu import commands, may_export, may_fill
from bot.handlers.render import Button, Rows, button
from bot.handlers.talk import Call, Talk
from bot.kept import DraftHead
from bot.people import Person
from bot.texts import LANGS
from bot.usecases.desk import fills_for_others
from bot.usecases.entry import NameWrong
from bot.usecases.periods import periods_to_report

DRAFTS = 3  # open forms shown on the home page; the rest stand behind a button
OTHERS = "*"  # of a member's id in a button: for somebody else; the number of the first one shown follows
MEMBERS = 16  # of a page of names


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
    if talk.who.consent or not _consent(talk):
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
    org, version = await _first_org(talk), _consent(talk)
    if answer == "yes" and version:
        talk.unit.people.set_consent(talk.who.id, version, f"chat:{talk.channel}")
        return await home(talk, said=talk.html("consent-kept"))
    return talk.say(talk.html("consent-paper-said", org=org), [talk.home_row()])


def _consent(talk: Talk) -> str:
    """Version of the text that somebody who owes such a record agrees to; "" where no post of theirs owes one."""
    for kind in talk.services.registry:
        owed = kind.type.obligation.roles if kind.type.obligation is not None else kind.type.access.fills
        if kind.type.consent and any(talk.who.has_role(role, talk.services.world.today()) for role in owed):
            return kind.type.consent
    return ""


async def _first_org(talk: Talk) -> str:
    held = talk.who.held(talk.services.world.today())
    org = await talk.unit.people.org(held[0].org) if held else None
    return org.name if org else ""


async def home(talk: Talk, said: str = "", *, fresh: bool = False) -> list[Call]:
    """What I can do now: go on, fill, review, look, export; few buttons, the most urgent first."""
    day = talk.services.world.today()
    answers = talk.services.answers
    titles = dict.fromkeys(answers.title(post.title, talk.lang) for post in talk.who.held(day) if post.title)
    posts = answers.wording.joined(titles, talk.lang)
    lines = [said, talk.html("home-hello", name=talk.who.name, post=posts, org=await _first_org(talk))]
    lines.append(await filed(talk))
    rows: Rows = []
    drafts = await _drafts(talk)
    rows += [await _draft_row(talk, head, "primary") for head in drafts[:DRAFTS]]
    if len(drafts) > DRAFTS:
        rows.append([button(talk.text("home-drafts", count=len(drafts) - DRAFTS), "h:drafts:0")])
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
    last = [button(talk.text("home-records"), "l:")] if talk.services.reading.shelf.types(talk.who) else []
    last.append(button(talk.text("home-mine"), "r:mine:0"))
    if any(may_export(talk.services, talk.who, kind) for kind in talk.services.registry):
        last.append(button(talk.text("home-export"), "x:types"))
    rows.append(last)
    rows.append(
        [button(talk.text("home-settings"), "h:settings"), button(talk.text("button-help"), "h:help")]
    )
    return talk.say("\n".join(line for line in lines if line), rows, fresh=fresh)


async def _drafts(talk: Talk) -> list[DraftHead]:
    """Open forms of this person, newest first."""
    return [
        head
        for head in await talk.unit.drafts.open_of(talk.who.id)
        if head.form.partition("/")[0] in talk.services.registry
    ]


async def _draft_row(talk: Talk, head: DraftHead, style: str = "") -> list[Button]:
    label = form.renderer(talk).form_name(head.form, talk.lang)
    if head.period:
        label += f" {talk.services.answers.wording.period(head.period, talk.lang)}"
    if head.subject not in ("", talk.who.id) and not head.record:
        whom = await talk.unit.people.person(head.subject)
        label += f" {talk.text('form-for', name=whom.name if whom is not None else '…')}"
    return [button(talk.text("home-continue", form=label), f"d:go:{head.id}", style)]


async def drafts_page(talk: Talk, offset: int = 0) -> list[Call]:
    """Every form that is open; the home page shows the newest."""
    found = await _drafts(talk)
    rows: Rows = [await _draft_row(talk, head) for head in found[offset : offset + PAGE]]
    rows += paged(talk, len(found) > offset + PAGE, offset, lambda n: f"h:drafts:{n}")
    return talk.say(talk.html("home-drafts-page", count=len(found)), [*rows, talk.home_row()])


# -- n:<type>[:<org>[:<period>[:<person>]]]: a new record


async def new(talk: Talk, type_id: str, org: str = "", period: str = "", subject: str = "") -> list[Call]:
    """Begin a record: its place, period and, for somebody else, person are asked only where more than one is possible."""
    if type_id not in talk.services.registry:
        return talk.heard(talk.text("button-unknown"))
    kind = talk.services.registry[type_id]
    places = await _places(talk, kind)
    if org:
        places = [place for place in places if place[0] == org]
    await asked.leave(talk)
    if not places:
        raise NotAllowed(what=type_id)
    if len(places) > 1:
        rows = [[button(name, f"n:{type_id}:{code}")] for code, name in places[:20]]
        return talk.say(talk.html("new-where", form=talk.text(type_id)), [*rows, talk.home_row()])
    org = places[0][0]
    own = kind.type.subject == "person"
    if kind.type.obligation is not None:
        periods = await periods_to_report(talk.services.world, talk.unit, kind, org)
        if not periods:
            return await all_there(talk, kind, org)
        if period not in periods and (period or len(periods) > 1):
            wording = talk.services.answers.wording
            rows = [[button(wording.period(one, talk.lang), f"n:{type_id}:{org}:{one}")] for one in periods]
            return talk.say(talk.html("new-which-period", form=talk.text(type_id)), [*rows, talk.home_row()])
        period = period or periods[0]
    about = About(type_id, talk.who.id, org, period=period)
    if own and (whom := await _whom(talk, about, subject)) is not None:
        return whom
    if own and (not subject or subject == talk.who.id):
        return await form.begin(talk, replace(about, subject=talk.who.id))
    if own:
        about = replace(about, subject=subject, proxy_for=subject)
    return await form.begin(talk, about)


async def _whom(talk: Talk, about: About, subject: str) -> list[Call] | None:
    """The question for whom it is filled in, as long as that is open; None once it is known."""
    kind = talk.services.registry[about.type]
    org, day = await talk.unit.people.org(about.org), talk.services.world.today()
    others = org is not None and fills_for_others(kind, talk.who, org.path, day)
    mine = _is_member(talk, about.org)
    if mine and (subject == talk.who.id or not others):
        return None
    data = f"n:{about.type}:{about.org}:{about.period}"
    if mine and not subject:
        rows = [
            [
                button(talk.text("new-for-me"), f"{data}:{talk.who.id}"),
                button(talk.text("new-for-other"), f"{data}:{OTHERS}"),
            ]
        ]
        return talk.say(talk.html("new-whose", form=talk.text(about.type)), [*rows, talk.home_row()])
    members = await _members(talk, about.org)
    if subject in {one.id for one in members}:
        return None
    form.forget(talk)  # what is typed now is a name; a form that is open waits on the home page
    asked.remember(talk, "member", type=about.type, org=about.org, period=about.period)
    return _which_member(talk, data, about, members, number(subject.removeprefix(OTHERS)))


async def typed_member(talk: Talk, so_far: Mapping[str, str], text: str) -> list[Call]:
    """A name, or a part of one, of somebody a form is filled in for."""
    about = About(so_far["type"], talk.who.id, so_far["org"], period=so_far["period"])
    wanted = "".join(text.split())
    found = [one for one in await _members(talk, about.org) if wanted in one.name]
    if len(found) == 1:
        return await new(talk, about.type, about.org, about.period, found[0].id)
    said = talk.html("new-member-which" if found else "new-member-unknown", text=text)
    members = found or await _members(talk, about.org)
    return _which_member(talk, f"n:{about.type}:{about.org}:{about.period}", about, members, 0, said=said)


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


def _which_member(
    talk: Talk, data: str, about: About, members: list[Person], skip: int, *, said: str = ""
) -> list[Call]:
    made = [
        button(f"{one.name}（{_title(talk, one, about.org)}）", f"{data}:{one.id}")
        for one in members[skip : skip + MEMBERS]
    ]
    rows: Rows = [made[i : i + 2] for i in range(0, len(made), 2)]
    rows += paged(talk, len(members) > skip + MEMBERS, skip, lambda n: f"{data}:{OTHERS}{n}", MEMBERS)
    text = talk.html("new-for-whom", form=talk.text(about.type))
    return talk.say(f"{said}\n{text}" if said else text, [*rows, talk.home_row()])


def _title(talk: Talk, person: Person, org: str) -> str:
    held = person.held(talk.services.world.today())
    title = next((post.title for post in held if post.org == org), "")
    return talk.services.answers.title(title, talk.lang)


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
        case "drafts":
            return await drafts_page(talk, number(argument))
        case "privacy":
            return privacy(talk)
        case "settings":
            return settings(talk)
        case "language":
            return await language(talk, argument)
        case "consent":
            return await consent(talk, argument)
    return await home(talk, fresh=argument == "new")


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
    return talk.say(talk.html("privacy-page"), talk.ways_on() if talk.person is not None else [])


def settings(talk: Talk) -> list[Call]:
    """/settings: language, privacy."""
    rows = [
        [button(talk.text("settings-language"), "h:language")],
        [button(talk.text("settings-privacy"), "h:privacy")],
        *talk.ways_on(),
    ]
    return talk.say(talk.html("settings-page"), rows)


async def language(talk: Talk, chosen: str = "") -> list[Call]:
    """/language: the three languages, each under its own name."""
    if chosen in LANGS:
        talk.lang = chosen
        if talk.person is not None:
            talk.unit.people.set_lang(talk.who.id, chosen)
        return [*talk.say(talk.html("language-set"), talk.ways_on()), _menu(talk)]
    rows = [
        [button(("✓ " if lang == talk.lang else "") + talk.text(f"language-{lang}"), f"h:language:{lang}")]
        for lang in LANGS
    ]
    return talk.say(talk.html("language-which"), [*rows, *talk.ways_on()])


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
