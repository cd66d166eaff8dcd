"""The facts forms ask for by name: last period's record, rosters, people to choose from, fields that may be marked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.answers import Answers
from bot.forms.core import acts, law
from bot.forms.core.draft import About
from bot.forms.core.functions import add_days, add_months, period_start, quarter
from bot.forms.core.upgrades import read_today
from bot.kept import Filter
from bot.people import Person
from bot.usecases.ports import Unit
from bot.usecases.spots import place_words

if TYPE_CHECKING:  # the world looks things up here, and is handed in
    from bot.usecases.world import World

Source = Callable[["World", Unit, About, Mapping[str, Any]], Awaitable[Any]]
Live = Callable[["World", Unit, About, Person], Awaitable[Any]]
SOURCES: dict[str, Source] = {}
LIVE: dict[str, Live] = {}

#: Whose roster a meeting is counted by (law.MEETINGS: unit) -> the bodies it is made of (bot/kept.py: BodyMember).
BODIES = {
    "body": ("committee", "representatives"), "representatives": ("representatives",),
    "members": ("collective",), "delegates": ("delegates",),
    "voters": ("voters",), "committee": ("branch_committee",),
}  # fmt: skip
CAPABLE = "members"  # the unit of which only those of full capacity count (RCEO 27), unless collective_base says all
NUMBERED = (
    "committee",
    "representatives",
    "delegates",
)  # bodies whose size says who may ask and how they are made up
LATELY = 30  # days, and records, looked back at for what looks like a second one
KNOWN = 6  # records looked back at for what is known of somebody
#: States in which minutes prove nothing yet, or nothing any more.
NOT_MINUTES = ("submitted", "returned", "ordered", "complied", "withdrawn", "void")
#: Kinds of meeting that decide for the whole village (law.MODES).
FOR_THE_VILLAGE = (law.REPRESENTATIVES, law.ASSEMBLY_HOUSEHOLDS, law.ASSEMBLY_ADULTS)
SIGNABLE = (
    "branch_secretary",
    "information_officer",
    "village_cadre",
    "convener",
    "supervisor",
    "contact_cadre",
)


def source(name: str) -> Callable[[Source], Source]:
    """Register what is frozen with a form under *name*."""

    def keep(run: Source) -> Source:
        SOURCES[name] = run
        return run

    return keep


def live(name: str) -> Callable[[Live], Live]:
    """Register what is looked up at every call under *name*."""

    def keep(run: Live) -> Live:
        LIVE[name] = run
        return run

    return keep


@source("last")
async def last_record(world: World, unit: Unit, about: About, args: Mapping[str, Any]) -> Any:
    """Answers of the newest record of the same type and subject before this period, ``{}`` when there is none."""
    found = await unit.records.last(
        args.get("type") or about.type,
        org="" if about.subject else about.org,
        subject=about.subject,
        before_period=args.get("before") or about.period,
    )
    if found is None:
        return {}
    answers = read_today(world.registry[found.type], found).answers
    return {**answers, "_period": found.period, "_receipt": found.receipt}


@source("known")
async def newest_known(world: World, unit: Unit, about: About, args: Mapping[str, Any]) -> Any:
    """
    What is known of the subject: of each field the answer of the newest record that has it, this period's included.

    A record that told only what had changed so adds to the one before. ``_on``: field -> the day it was told.
    ``{}`` when nothing was ever sent.
    """
    where = Filter(type=about.type, org="" if about.subject else about.org, subject=about.subject)
    known: dict[str, Any] = {}
    told: dict[str, str] = {}
    for head in await unit.records.heads(where, limit=KNOWN):
        if head.state in ("withdrawn", "void") or head.id == about.record:
            continue
        record = await world.record(unit, head.id)
        if record is not None:
            for name, value in {
                **record.answers,
                "_period": record.period,
                "_receipt": record.receipt,
            }.items():
                if name not in known:
                    known[name], told[name] = value, world.day_of(record.submitted_at)
    return {**known, "_on": told} if known else {}


@source("law")
async def readings(world: World, unit: Unit, about: About, args: Mapping[str, Any]) -> Any:
    """
    How this deployment reads the law where it leaves a choice (law.Readings), as far as it is not the default.

    Frozen with the record: its figures and sentences stay what they were when another reading is chosen later.
    """
    return law.chosen(world.readings)


@source("roster")
async def roster(world: World, unit: Unit, about: About, args: Mapping[str, Any]) -> Any:
    """
    Who should come to a meeting of *mode* (law.MODES): ``{"should", "rows": [[id, no, name, group, point, head, adults]…],
    "ended": places of rows whose representative was chosen for a time that is over, only where there are any}``.

    Households with their representatives, or the members of a body (then a row ends with the group). ``as_of``: ISO day.
    ``group``: only this villagers' group or deliberation point. ``should``: households, adults or members, as law.MEETINGS
    counts that kind. The day is not part of the value: where nothing changed between two days, ticks stand.
    """
    mode, as_of = str(args["mode"]), str(args.get("as_of") or world.today())
    counted: str = law.MEETINGS[mode].unit
    if counted == "body":
        counted = world.readings.representatives_base
    ended: list[int] = []
    if counted in ("households", "adults"):
        group = args.get("group")
        rows = [
            row
            for row in await unit.households.roster(about.org, as_of)
            if not group or group in (row[3], row[4])
        ]
        ended = [place for place, row in enumerate(rows) if row[8] and row[8] < as_of]
        rows = [row[:7] for row in rows]
    else:
        rows, everybody = [], world.readings.collective_base == "all"
        for body in BODIES[counted]:
            members = await unit.households.people_of(about.org, body, as_of)
            rows += [row[:4] for row in members if row[5] or counted != CAPABLE or everybody]
    should = sum(int(row[6] or 0) for row in rows) if counted == "adults" else len(rows)
    return {"should": should, "rows": [list(row) for row in rows], **({"ended": ended} if ended else {})}


@source("village")
async def village(world: World, unit: Unit, about: About, args: Mapping[str, Any]) -> Any:
    """
    The village in numbers, for who may ask for a meeting and which groups there are.

    ``{"households", "adults", "villagers": of whom a tenth may ask for an assembly (all of them under that reading, but only
    where every household says how many live there), "committee", "representatives", "delegates", "women": among the
    representatives, None where not everybody's sex is known, "groups": [{"value", "label"}…], "parts": groups and points}``.
    ``as_of``: ISO day, today where it is not known yet.
    """
    as_of = str(args.get("as_of") or world.today())
    rows = await unit.households.roster(about.org, as_of)
    adults = sum(int(row[6] or 0) for row in rows)
    people = [row[7] for row in rows]
    everybody = world.readings.request_base == "villagers" and None not in people
    groups = list(dict.fromkeys(row[3] for row in rows if row[3]))
    bodies = {body: await unit.households.people_of(about.org, body, as_of) for body in NUMBERED}
    points = list(dict.fromkeys(row[4] for row in rows if row[4] and row[4] not in groups))
    return {
        "households": len(rows),
        "adults": adults,
        "villagers": sum(people) if everybody else adults,
        **{body: len(found) for body, found in bodies.items()},
        "women": law.women_among(row[4] for row in bodies["representatives"]),
        "groups": [{"value": name, "label": name} for name in groups],
        "parts": [{"value": name, "label": name} for name in (*groups, *points)],
    }


@source("counts")
async def counts(world: World, unit: Unit, about: About, args: Mapping[str, Any]) -> Any:
    """Numbers the branch need not count by hand: members away from home."""
    people = await unit.people.at_org(about.org)
    day = world.today()
    away = sum(one.is_mobile(about.org, day) for one in people)
    return {"outflow": away}


@source("quarter")
async def quarter_so_far(world: World, unit: Unit, about: About, args: Mapping[str, Any]) -> Any:
    """Member meetings the branch reported in the earlier months of the period's quarter: ``{"member_mtg"}``."""
    first = period_start(quarter(period_start(about.period)))
    months = [month for n in range(3) if (month := add_months(first, n)[:7]) < about.period]
    held = 0
    for head in (
        await unit.records.heads(Filter(type=about.type, org=about.org, periods=tuple(months)), limit=6)
        if months
        else ()
    ):
        record = await world.record(unit, head.id)
        if record is not None and record.state not in ("withdrawn", "void"):
            held += int(record.answers.get("member_mtg") or 0)
    return {"member_mtg": held}


@live("people")
async def people_here(world: World, unit: Unit, about: About, person: Person) -> Any:
    """Everybody with a post at the node, to be chosen by button or name."""
    found = []
    for one in await unit.people.at_org(about.org):
        posts = [post for post in one.held(world.today()) if post.org == about.org]
        title = next((post.title for post in posts if post.title), "")
        label = f"{one.name}（{title}）" if title else one.name
        found.append({
            "value": one.id, "label": label, "name": one.name, "roles": [post.role for post in posts],
            "take": {"id": one.id, "name": one.name, "post": title},
        })  # fmt: skip
    return found


@live("cadres")
async def cadres_here(world: World, unit: Unit, about: About, person: Person) -> Any:
    """People of the node who hold an office there (members without one left out)."""
    return [one for one in await people_here(world, unit, about, person) if set(one["roles"]) & set(SIGNABLE)]


@live("supervisors")
async def supervisors_here(world: World, unit: Unit, about: About, person: Person) -> Any:
    """Members of the village's supervision group."""
    return [one for one in await people_here(world, unit, about, person) if "supervisor" in one["roles"]]


@live("witnesses")
async def witnesses_here(world: World, unit: Unit, about: About, person: Person) -> Any:
    """Members of the supervision group who sit on no committee (VCL 37), so that they may attest."""
    found = await supervisors_here(world, unit, about, person)
    return [one for one in found if not {"village_cadre", "branch_secretary"} & set(one["roles"])]


@live("meetings")
async def meetings_here(world: World, unit: Unit, about: About, person: Person) -> Any:
    """
    What village meetings have voted on lately, one option an item, to be referred to (newest meeting first).

    Only minutes that chair and witness have signed, of a meeting that speaks for the village and had its quorum. ``take``
    is the frozen extract: a later change of the minutes cannot reach a record that refers to them.
    """
    heads = await unit.records.heads(Filter(type="minutes", org=about.org), limit=12)
    wording = Answers(world.texts).wording
    found = []
    for head in heads:
        record = await world.record(unit, head.id) if head.state not in NOT_MINUTES else None
        if (
            record is None
            or not record.answers.get("quorum_ok")
            or record.answers.get("mode") not in FOR_THE_VILLAGE
        ):
            continue
        day = record.event_at[:10]
        whole = {
            "type": record.type, "id": record.id, "version": record.version, "receipt": record.receipt, "date": day,
            "mode": record.answers["mode"], "should": record.answers.get("should"), "present": record.answers.get("present"),
            "quorum_ok": True,
        }  # fmt: skip
        for item in record.answers.get("agenda") or ():
            if item.get("result") in ("passed", "failed"):
                label = f"{wording.date_short(day, person.lang)} {item['title']}"
                tally = {name: item.get(name) for name in ("title", "yes", "no", "abstain", "result")}
                take = {**whole, "row": item["_"], "label": label, **tally}
                found.append({"value": f"{record.id}/{item['_']}", "label": label, "take": take})
    return found


@live("alike")
async def filed_lately(world: World, unit: Unit, about: About, person: Person) -> Any:
    """
    What was sent of this type here in the last weeks, so that nobody sends it twice by mistake (docs/records.md: common to all).

    ``{"<title>|<id of who it is about>": {"day", "receipt"}}``, the newest of each; nothing while a record is mended.
    """
    if about.record:
        return {}
    heads = await unit.records.heads(
        Filter(type=about.type, org=about.org, subject=about.subject), limit=LATELY
    )
    since = add_days(world.today(), -LATELY)
    found: dict[str, Any] = {}
    for head in heads:
        day = world.day_of(head.submitted_at)
        if head.state not in ("withdrawn", "void") and day >= since:
            found.setdefault(f"{head.label}|{head.subject}", {"day": day, "receipt": head.receipt})
    return found


@live("met")
async def met_days(world: World, unit: Unit, about: About, person: Person) -> Any:
    """Days (ISO) on which the village has minutes already, newest first; the record being mended is not one of them."""
    heads = await unit.records.heads(Filter(type=about.type, org=about.org), limit=50)
    return sorted(
        {
            head.event_at[:10]
            for head in heads
            if head.state not in ("withdrawn", "void") and head.id != about.record
        },
        reverse=True,
    )


@live("consent")
async def consent_of(world: World, unit: Unit, about: About, person: Person) -> Any:
    """
    Version of the consent text the subject (else the person asking) has agreed to, "" for none.

    Of a record that is mended: before it was sent, so that what was agreed to in it stays part of it.
    """
    record = await unit.records.get(about.record) if about.record else None
    if record is not None and (record.answers.get("consent") or record.answers.get("consent_said")):
        return ""
    if about.subject and about.subject != person.id:
        subject = await unit.people.person(about.subject)
        return subject.consent if subject else ""
    return person.consent


@live("left")
async def left_home(world: World, unit: Unit, about: About, person: Person) -> Any:
    """
    The day the subject (else the person asking) left home, while they are away; of a record that is mended: when it was sent.

    None where the day is not known, or lies before the day Lianxin first heard of them: who was away already when the
    county began owes nothing for having left.
    """
    record = await unit.records.get(about.record) if about.record else None
    day = world.day_of(record.submitted_at) if record is not None else world.today()
    subject = await unit.people.person(about.subject) if about.subject not in ("", person.id) else person
    left = subject.left_on(about.org, day) if subject is not None else ""
    known = world.day_of(subject.known_at) if subject is not None and subject.known_at else day
    return left if left and left >= known else None


@live("markable")
async def markable_places(world: World, unit: Unit, about: About, person: Person) -> Any:
    """What a reviewer may mark of the record, in the order of the form; nothing that is final."""
    record = await world.record(unit, about.record)
    if record is None:
        return []
    plan = world.registry[record.type].plan
    answers = Answers(world.texts)
    return [
        {"value": key, "label": place_words(answers, plan, record.answers, key, person.lang)}
        for key in acts.markable(plan.root, record.answers)
    ]


@live("filed")
async def filed_already(world: World, unit: Unit, about: About, person: Person) -> Any:
    """Whether a live record of this type, subject and period exists already."""
    where = Filter(
        type=about.type,
        org="" if about.subject else about.org,
        subject=about.subject,
        periods=(about.period,),
    )
    heads = await unit.records.heads(where, limit=20)
    return any(head.state not in ("withdrawn", "void") and head.label == "regular" for head in heads)
