"""
Households and their representatives: rows beside what is there, with the days they hold.

Nothing stored is written over: a change is a new version from a day on, with its reason, after the last one that is
known. What a row leaves empty stays as it is. A first version without a day has always been so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple

from bot.kept import BodyMember, Household, Speaker
from bot.people import Org
from bot.usecases.entry import same_name
from bot.usecases.roster_cells import Amiss, code_key, house_key, quoted
from bot.usecases.roster_people import refuse_org
from bot.usecases.roster_read import SheetIn
from bot.usecases.roster_sheets import HouseholdRow, MemberRow, RepresentativeRow, Words
from bot.usecases.roster_tree import VILLAGES, TreePlan


@dataclass
class Tally:
    """What came of the rows of a sheet."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class Put(NamedTuple):
    """
    A version to put, or what is said of a speaker who is there. ``step``: versions of one thing are put one after the
    other, each in a commit of its own.
    """

    step: int
    what: Household | BodyMember | Speaker
    reason: str


# ------------------------------------------------------------------------------------------- one timeline


class Last(NamedTuple):
    """The last version that is known. ``run``: since when it has been like this without a break."""

    since: str
    until: str
    run: str


class Change(NamedTuple):
    """What to do: a version from ``since`` to ``until``. ``fresh``: a new one, not the last with another end."""

    since: str
    until: str
    fresh: bool


def judge(last: Last, row: HouseholdRow | MemberRow, other: str, was: str) -> Change | None:
    """
    What a row changes of something known; None for nothing.

    *other*: the first column that says something else than what is known ("" = none), *was*: what is known there.

    Raises:
        Amiss: a change without day or reason, or before what is known.
    """
    if row.until and row.until < (row.since or ""):
        raise Amiss("until", "roster-bad-until_before")
    ends = last.until if row.until is None else row.until
    again = (
        bool(last.until) and bool(row.since) and (row.since or "") > last.until
    )  # after an end, a new beginning
    if other or again:
        if row.since is None:
            raise Amiss(other, "roster-bad-change_undated", was=was or "—")
        if last.until and not again:
            raise Amiss("since", "roster-bad-ended", day=last.until)
        if row.since <= last.since:
            raise Amiss(other or "since", "roster-bad-change_before", was=was or "—", day=last.since)
        return _reasoned(row.reason, Change(row.since, row.until or "", fresh=True))
    if row.since is not None and row.since < last.run:
        raise Amiss("since", "roster-bad-later_known", day=last.run)
    if ends == last.until:
        return None
    if ends < last.since:
        raise Amiss("until", "roster-bad-later_known", day=last.since)
    return _reasoned(row.reason, Change(last.since, ends, fresh=False))


def _reasoned(reason: str | None, change: Change) -> Change:
    if not reason:
        raise Amiss("reason", "roster-bad-reason_missing")
    return change


def begun(since: str | None, until: str | None) -> Change:
    """The first version of something new."""
    if until and until < (since or ""):
        raise Amiss("until", "roster-bad-until_before")
    return Change(since or "", until or "", fresh=True)


def own_id(*parts: str) -> str:
    """An id that the same thing gets again at the next import: 17 characters."""
    return "h" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


# ------------------------------------------------------------------------------------------- households


@dataclass(slots=True)
class Home:
    """
    A household as it is known: versions and speakers in the order of their days.

    ``row``, ``speaker_row``: the rows of this import that speak of it and of its representative.
    """

    id: str
    house_no: str
    versions: list[Household] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    row: int = 0
    speaker_row: int = 0

    @property
    def last(self) -> Last:
        """Its last version."""
        newest = self.versions[-1]
        since = newest.valid_from
        for version in reversed(self.versions[:-1]):
            if not _as_now(version, newest) or version.valid_to != _eve(since):
                break
            since = version.valid_from
        return Last(newest.valid_from, newest.valid_to, since)


@dataclass(slots=True)
class _Event:
    """What changes of a household on a day; None = stays."""

    data: _Data | None = None
    speaker: _Voice | None = None
    until: str | None = None
    reasons: list[str] = field(default_factory=list)


_Data = tuple[str, str, str, int, int | None]
_Voice = tuple[str, str, str]  # name, phone, term
_NAMES = ("group", "point", "head", "adults", "people")
_Events = dict[str, dict[str, _Event]]  # household -> day -> what changes


def _data(home: Household) -> _Data:
    return home.group, home.point, home.head, home.adults, home.people


def _as_now(before: Household, newest: Household) -> bool:
    """Whether a version says what the newest does; how many live there may have been counted since."""
    return _data(before)[:4] == _data(newest)[:4] and before.people in (None, newest.people)


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


class HomesPlanner:
    """Judges the rows of 户 and 户代表, village by village."""

    def __init__(self, homes: SheetIn, speakers: SheetIn, tree: TreePlan, words: Words) -> None:
        self._homes, self._speakers, self._tree, self._words = homes, speakers, tree, words
        self.homes, self.speakers = Tally(), Tally()
        self._bad: dict[tuple[str, str], int] = {
            (code_key(bad.cells[0]), house_key(bad.cells[1])): bad.n for bad in homes.bad
        }

    def villages(self) -> list[tuple[Org, list[HouseholdRow], list[RepresentativeRow]]]:
        """The rows by village; those of no village are refused. The sheets' rows move out of them."""
        found: dict[str, tuple[Org, list[HouseholdRow], list[RepresentativeRow]]] = {}
        for home in self._homes.good:
            if (village := village_of(self._homes, home, self._tree, self._words)) is not None:
                found.setdefault(village.id, (village, [], []))[1].append(home)
        for speaker in self._speakers.good:
            if (village := village_of(self._speakers, speaker, self._tree, self._words)) is not None:
                found.setdefault(village.id, (village, [], []))[2].append(speaker)
        self._homes.good, self._speakers.good = [], []
        return list(found.values())

    def plan(
        self, village: Org, homes: Sequence[HouseholdRow], speakers: Sequence[RepresentativeRow],
        versions: Sequence[Household], spoken: Sequence[Speaker],
    ) -> list[Put]:  # fmt: skip
        """What the rows of one village change beside what is known of it."""
        known = _known(versions, spoken)
        events: _Events = {}
        said: list[Put] = []
        for row in homes:
            try:
                self._home(village, row, known, events)
            except Amiss as amiss:
                self._homes.refuse(self._words, row, amiss.column, amiss.key, **amiss.values)
                self._bad.setdefault((code_key(row.org), house_key(row.house_no)), row.n)
        for one in speakers:
            try:
                self._speaker(village, one, known, events, said)
            except Amiss as amiss:
                self._speakers.refuse(self._words, one, amiss.column, amiss.key, **amiss.values)
        return [*said, *(put for key, found in events.items() for put in _puts(known[key], found))]

    def _home(self, village: Org, row: HouseholdRow, known: dict[str, Home], events: _Events) -> None:
        key = house_key(row.house_no)
        home = known.get(key)
        if home is not None and home.row:
            raise Amiss("house_no", "roster-bad-twice", row=home.row, text=row.house_no)
        if home is None:
            known[key], event = self._new_home(village, row)
            events[key] = {known[key].last.since: event}
            self.homes.new += 1
            return
        was = home.versions[-1]
        group = was.group if row.group is None else row.group
        point = was.point if row.point is None else row.point
        people = _enough(row, was.people)
        data = (group, point, row.head, row.adults, people)
        pairs = zip(_NAMES, _data(was), data, strict=True)
        other = next((name for name, one, two in pairs if one not in (None, two)), "")
        found = judge(home.last, row, other, quoted(str(getattr(was, other))) if other else "")
        home.row = row.n
        if found is None and people != was.people:  # counted for the first time: that changes nothing
            found = Change(was.valid_from, was.valid_to, fresh=False)
        if found is None:
            self.homes.unchanged += 1
            return
        self.homes.changed += 1
        events.setdefault(key, {})[found.since] = _Event(data, until=found.until, reasons=[row.reason or ""])

    @staticmethod
    def _new_home(village: Org, row: HouseholdRow) -> tuple[Home, _Event]:
        change = begun(row.since, row.until)
        data = (row.group or "", row.point or "", row.head, row.adults, _enough(row, None))
        home = Home(own_id(village.id, house_key(row.house_no)), row.house_no, row=row.n)
        home.versions.append(
            Household(home.id, village.id, row.house_no, *data[:4], "", change.since, change.until, data[4])
        )
        return home, _Event(data, until=change.until, reasons=[row.reason or ""])

    def _speaker(
        self, village: Org, row: RepresentativeRow, known: dict[str, Home], events: _Events, said: list[Put]
    ) -> None:
        key = house_key(row.house_no)
        home = known.get(key)
        if home is None:
            bad = self._bad.get((code_key(village.id), key))
            if bad:
                raise Amiss("house_no", "roster-bad-house_bad", row=bad)
            raise Amiss("house_no", "roster-bad-house_unknown", house=quoted(row.house_no))
        if home.speaker_row:
            raise Amiss("house_no", "roster-bad-two_speakers", row=home.speaker_row, text=row.house_no)
        if row.adult is False:
            raise Amiss("adult", "roster-bad-not_adult")
        now = home.speakers[-1] if home.speakers else _NOBODY
        same = now.name == row.name or same_name(now.name, row.name)
        began = _began(home, row.term) if same else ""
        if row.since is not None and row.since < began:
            raise Amiss("since", "roster-bad-later_known", day=began)
        voice = _said_now(now if same else _NOBODY, row)
        if same and voice == _voice(home):
            self.speakers.unchanged += 1
        elif same and now.term in (
            "",
            voice[2],
        ):  # a phone, or a term nobody had written down: no change of who speaks
            if voice[2] and voice[2] < began:
                raise Amiss("term", "roster-bad-term_before", day=began)
            home.speakers[-1] = now._replace(phone=voice[1], term=voice[2])
            said.append(Put(0, home.speakers[-1], row.reason or ""))
            self.speakers.changed += 1
        else:
            self._spoken(home, row, events.setdefault(key, {}), voice, "term" if same else "name")
        home.speaker_row = row.n

    def _spoken(
        self, home: Home, row: RepresentativeRow, planned: dict[str, _Event], voice: _Voice, column: str
    ) -> None:
        """Somebody else speaks for a household, or the same one for another term."""
        first = not any(one.name for one in home.speakers)
        since = _spoken_from(home, row, planned, first=first, column=column)
        if voice[2] and voice[2] < since:
            raise Amiss("term", "roster-bad-term_before", day=since)
        event = planned.setdefault(since, _Event())
        event.speaker = voice
        event.reasons.append(row.reason or "")
        self.speakers.new += first
        self.speakers.changed += not first


_NOBODY = Speaker("", "", "", "")


def _voice(home: Home) -> _Voice:
    """Who speaks for a household now."""
    now = home.speakers[-1] if home.speakers else _NOBODY
    return now.name, now.phone, now.term


def _began(home: Home, term: str | None) -> str:
    """Since when whoever speaks for a household now has done so, with a *term* for that term; "" where nobody ever did."""
    if not any(one.name for one in home.speakers):
        return ""
    newest = home.speakers[-1]
    since = newest.since
    for one in reversed(home.speakers[:-1]):
        if one.name != newest.name or (term and one.term not in ("", newest.term)):
            break
        since = one.since
    return since


def _said_now(was: Speaker, row: RepresentativeRow) -> _Voice:
    """Who a row says speaks for the household; what it leaves empty stays as it *was* of the same person."""
    phone = was.phone if row.phone is None else row.phone
    return (was.name or row.name, phone, row.term or was.term) if row.name else ("", "", "")


def _enough(row: HouseholdRow, known: int | None) -> int | None:
    """How many live in a household, as the row says or as it was; Amiss where that is fewer than its adults."""
    people = known if row.people is None else row.people
    if people is not None and people < row.adults:
        raise Amiss("people", "roster-bad-fewer_people", people=people, adults=row.adults)
    return people


def _spoken_from(
    home: Home, row: RepresentativeRow, planned: dict[str, _Event], *, first: bool, column: str
) -> str:
    """The day from which somebody speaks for a household; the first one may have done so from the start."""
    last, now = home.last, home.speakers[-1] if home.speakers else _NOBODY
    began = "" if first else now.since
    start = max(planned, default=last.since)
    ends = planned[start].until if start in planned else None
    ends = last.until if ends is None else ends
    if row.since is None and not first:
        was = now.term if column == "term" else now.name
        raise Amiss(column, "roster-bad-change_undated", was=quoted(was) or "—")
    since = start if row.since is None else row.since
    if since < last.since or (not first and since <= began):
        raise Amiss("since", "roster-bad-later_known", day=max(last.since, began))
    if ends and since > ends:
        raise Amiss("since", "roster-bad-ended", day=ends)
    if not first and not row.reason:
        raise Amiss("reason", "roster-bad-reason_missing")
    return since


def _known(versions: Sequence[Household], spoken: Sequence[Speaker]) -> dict[str, Home]:
    """Households by number; where a number was given twice, the one that came last."""
    by_id: dict[str, Home] = {}
    for version in sorted(versions, key=lambda one: one.valid_from):
        home = by_id.setdefault(version.id, Home(version.id, version.house_no))
        home.house_no = version.house_no
        home.versions.append(version)
    for one in sorted(spoken, key=lambda one: one.since):
        if one.household in by_id:
            by_id[one.household].speakers.append(one)
    homes = sorted(by_id.values(), key=lambda home: home.versions[-1].valid_from)
    return {house_key(home.house_no): home for home in homes}


def _puts(home: Home, events: dict[str, _Event]) -> list[Put]:
    """The versions that the changes of a household come to, in order."""
    newest = home.versions[-1]
    speaker = _voice(home)
    data, until = _data(newest), newest.valid_to
    puts = []
    for step, (since, event) in enumerate(sorted(events.items())):
        data = data if event.data is None else event.data
        speaker = speaker if event.speaker is None else event.speaker
        until = until if event.until is None else event.until
        reason = "；".join(dict.fromkeys(text for text in event.reasons if text))
        made = replace(
            newest, group=data[0], point=data[1], head=data[2], adults=data[3], people=data[4], representative=speaker[0],
            phone=speaker[1], term=speaker[2], valid_from=since, valid_to=until,
        )  # fmt: skip
        puts.append(Put(step, made, reason))
    return puts


def village_of(
    sheet: SheetIn, row: HouseholdRow | RepresentativeRow | MemberRow, tree: TreePlan, words: Words, *,
    any_branch: bool = False,
) -> Org | None:  # fmt: skip
    """The village of a row, None when the row was refused."""
    node = tree.find(row.org)
    if node is None:
        refuse_org(sheet, words, row, row.org, tree)
        return None
    if node.level != "branch" or not (any_branch or node.kind in VILLAGES):
        sheet.refuse(words, row, "org", "roster-bad-no_village", code=quoted(row.org))
        return None
    return node
