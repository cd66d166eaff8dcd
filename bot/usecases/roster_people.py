"""
People and posts of a roster workbook beside those who are there.

Somebody is known by a code of the office's own or by the phone. A code stays for life: with it, name and phone may
change freely. Without one the phone is who somebody is, so another name under a known phone is refused unless the
row gives the old name: a number that went to somebody else must not hand over that person's posts and chats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from bot.people import MOBILE, Person, Post
from bot.usecases.entry import same_name
from bot.usecases.roster_cells import Amiss, code_key, quoted
from bot.usecases.roster_read import SheetIn
from bot.usecases.roster_sheets import PersonRow, PostRow, Row, Words
from bot.usecases.roster_tree import TreePlan

CODED: Final = "r-"  # how the ids of people with a code begin
#: At which levels a role can be held (docs/records.md: who may).
ROLE_LEVELS: Final[Mapping[str, tuple[str, ...]]] = {
    "member": ("branch", "group"), "village_cadre": ("branch",), "branch_secretary": ("branch",),
    "information_officer": ("branch",), "convener": ("branch", "group"), "supervisor": ("branch",),
    "contact_cadre": ("county", "town", "branch"), "dispatched_secretary": ("branch",),
    "host_contact": ("town", "branch"), "town_clerk": ("town",), "town_committee": ("town",), "county": ("county",),
    "admin": ("county", "town", "branch"),
}  # fmt: skip

_MOBILE = re.compile("1[3-9][0-9]{9}")
Seat = tuple[str, str, str]  # person, node, role
Term = tuple[str, str, str, str]  # title, last day, left home, back home


@dataclass(slots=True)
class Known:
    """Somebody as the database has them."""

    name: str
    phone: str
    lang: str


class There:
    """Everybody who is there, and the posts they hold or held; kept small, since it is a whole county."""

    def __init__(self) -> None:
        self.people: dict[str, Known] = {}
        self.by_phone: dict[str, str] = {}
        self.posts: dict[Seat, dict[str, Term]] = {}
        self._same: dict[str, str] = {}

    def add(self, person: Person) -> None:
        """One more."""
        self.people[person.id] = Known(person.name, person.phone, self._one(person.lang))
        if person.phone:
            self.by_phone.setdefault(person.phone, person.id)
        for post in person.posts:
            seat = (person.id, self._one(post.org), self._one(post.role))
            term = (post.title, post.valid_to, post.away_from, post.away_to)
            title, until, left, back = map(self._one, term)
            self.posts.setdefault(seat, {})[self._one(post.valid_from)] = (title, until, left, back)

    def _one(self, text: str) -> str:
        return self._same.setdefault(text, text)


@dataclass
class PeoplePlan:
    """
    Who is put, and how the rows of 任职 find people. ``found``: code key or phone -> (id, name); ``bad``: the same
    for rows that are bad -> their row.
    """

    put: list[Person] = field(default_factory=list)
    found: dict[str, tuple[str, str]] = field(default_factory=dict)
    bad: dict[str, int] = field(default_factory=dict)
    new: int = 0
    changed: int = 0
    unchanged: int = 0


class PeoplePlanner:
    """Judges the rows of 人员."""

    def __init__(
        self, sheet: SheetIn, there: There, words: Words, lang: str, new_id: Callable[[], str]
    ) -> None:
        self._sheet, self._there, self._words = sheet, there, words
        self._lang, self._new_id = lang, new_id
        self._rows: dict[str, PersonRow] = {}  # by id
        self._codes: dict[str, int] = {}
        self._phones: dict[str, int] = {}

    def plan(self) -> PeoplePlan:
        """Find out who each row is about, refuse what cannot be, tell what changes."""
        for row in self._sheet.good:
            self._take(row)
        self._settle_phones()
        self._sheet.good = list(self._rows.values())
        return self._made()

    def _take(self, row: PersonRow) -> None:
        code = code_key(row.code) if row.code else ""
        phone = row.phone or ""
        if code and code in self._codes:
            self._refuse(row, "code", "roster-bad-twice", row=self._codes[code], text=code)
        elif phone and phone in self._phones:
            self._refuse(row, "phone", "roster-bad-phone_twice", row=self._phones[phone])
        elif _MOBILE.fullmatch(code):  # a post that names it could mean either
            self._refuse(row, "code", "roster-bad-code_phone")
        elif not code and not phone:
            self._refuse(row, "phone", "roster-bad-no_key")
        else:
            person = self._person(row, code, phone)
            if person is None:
                return
            if person in self._rows:
                self._refuse(row, "phone", "roster-bad-twice", row=self._rows[person].n, text=row.name)
                return
            self._rows[person] = row
            if code:
                self._codes[code] = row.n
            if phone:
                self._phones[phone] = row.n

    def _person(self, row: PersonRow, code: str, phone: str) -> str | None:
        """The id of the person a row is about, a new one for somebody new; None when the row was refused."""
        there = self._there
        holder = there.by_phone.get(phone, "")
        former = there.by_phone.get(row.old_phone or "", "")
        if code:
            person = CODED + code
            if person in there.people:
                return person
            # known before the office gave out codes: found by the phone, as long as the name agrees
            for known in (holder, former):
                if known and not known.startswith(CODED) and self._is(row, known):
                    return known
            return person
        if holder and not self._is(row, holder):
            self._refuse(row, "name", "roster-bad-other_name")
            return None
        if not holder and former and not self._is(row, former):
            self._refuse(row, "old_phone", "roster-bad-other_name")
            return None
        if not holder and not former and row.old_phone:
            self._refuse(row, "old_phone", "roster-bad-old_unknown")
            return None
        return holder or former or self._new_id()

    def _is(self, row: PersonRow, person: str) -> bool:
        name = self._there.people[person].name
        return same_name(name, row.name) or (bool(row.old_name) and same_name(name, row.old_name or ""))

    def _settle_phones(self) -> None:
        """A phone that somebody else has is refused, unless that person's own row gives it up."""
        waiting = list(self._rows)
        while waiting:
            person = waiting.pop()
            row = self._rows.get(person)
            holder = self._there.by_phone.get(row.phone, "") if row is not None and row.phone else ""
            if row is None or not holder or holder == person:
                continue
            theirs = self._rows.get(holder)
            if theirs is not None and theirs.phone is not None and theirs.phone != row.phone:
                continue
            del self._rows[person]
            self._refuse(row, "phone", "roster-bad-phone_taken")
            mine = self._there.people.get(person)
            if (
                mine is not None and mine.phone
            ):  # stays what it was: who counted on it being free is judged again
                waiting += [one for one, other in self._rows.items() if other.phone == mine.phone]

    def _refuse(self, row: PersonRow, column: str, key: str, /, **values: str | int) -> None:
        self._sheet.refuse(self._words, row, column, key, **values)

    def _made(self) -> PeoplePlan:
        plan = PeoplePlan()
        for person, known in self._there.people.items():
            if person.startswith(CODED):
                plan.found[person.removeprefix(CODED)] = (person, known.name)
        for phone, person in self._there.by_phone.items():
            plan.found[phone] = (person, self._there.people[person].name)
        for person, row in self._rows.items():
            there = self._there.people.get(person)
            phone = (there.phone if there else "") if row.phone is None else row.phone
            lang = row.lang or (there.lang if there else self._lang)
            for key in (code_key(row.code) if row.code else "", phone):
                if key:
                    plan.found[key] = (person, row.name)
            if there is not None and (there.name, there.phone, there.lang) == (row.name, phone, lang):
                plan.unchanged += 1
                continue
            plan.put.append(Person(person, row.name, lang, phone))
            plan.new += there is None
            plan.changed += there is not None
        for bad in self._sheet.bad:
            for cell in (bad.cells[0], bad.cells[2]):
                if cell and code_key(cell) not in plan.found:
                    plan.bad.setdefault(code_key(cell), bad.n)
        return plan


@dataclass
class PostsPlan:
    """Posts to put, each with its person."""

    put: list[tuple[str, Post]] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    unchanged: int = 0


class PostsPlanner:
    """Judges the rows of 任职."""

    def __init__(
        self, sheet: SheetIn, there: There, people: PeoplePlan, tree: TreePlan, words: Words
    ) -> None:
        self._sheet, self._there, self._people, self._tree, self._words = sheet, there, people, tree, words
        self._rows: dict[Seat, dict[str, PostRow]] = {}

    def plan(self) -> PostsPlan:
        """Find person and node of each row, refuse what cannot be, tell what changes."""
        for row in self._sheet.good:
            self._take(row)
        for seat in list(self._rows):
            self._untangle(seat)
        self._keep_an_admin()
        plan = PostsPlan()
        for seat, rows in self._rows.items():
            for since, row in [*rows.items()]:
                try:
                    self._made(plan, seat, since, row)
                except Amiss as amiss:
                    self._refuse(rows.pop(since), amiss.column, amiss.key, **amiss.values)
        self._sheet.good = [row for rows in self._rows.values() for row in rows.values()]
        return plan

    def _take(self, row: PostRow) -> None:
        person = self._people.found.get(code_key(row.person))
        node = self._tree.find(row.org)
        if person is None:
            bad = self._people.bad.get(code_key(row.person))
            if bad:
                self._refuse(row, "person", "roster-bad-person_bad", row=bad)
            else:
                self._refuse(row, "person", "roster-bad-person_unknown", person=quoted(row.person))
        elif row.name and not same_name(row.name, person[1]):
            self._refuse(row, "name", "roster-bad-name_differs")
        elif node is None:
            refuse_org(self._sheet, self._words, row, row.org, self._tree)
        elif node.level not in ROLE_LEVELS[row.role]:
            levels = "、".join(self._words.text(f"roster-level-{level}") for level in ROLE_LEVELS[row.role])
            self._refuse(
                row, "role", "roster-bad-role_level", role=self._words.text(f"role-{row.role}"), levels=levels
            )
        elif row.until and row.until < row.since:
            self._refuse(row, "until", "roster-bad-until_before")
        else:
            rows = self._rows.setdefault((person[0], node.id, row.role), {})
            if row.since in rows:
                self._refuse(row, "since", "roster-bad-twice", row=rows[row.since].n, text=row.since)
            else:
                rows[row.since] = row

    def _refuse(self, row: PostRow, column: str, key: str, /, **values: str | int) -> None:
        self._sheet.refuse(self._words, row, column, key, **values)

    def _term(self, seat: Seat, since: str) -> Term | None:
        return self._there.posts.get(seat, {}).get(since)

    def _until(self, seat: Seat, since: str) -> str:
        row, term = self._rows.get(seat, {}).get(since), self._term(seat, since)
        if row is not None and row.until is not None:
            return row.until
        return term[1] if term else ""

    def _untangle(self, seat: Seat) -> None:
        """One term of the same person, node and role ends before the next begins; the later row is refused."""
        while True:
            rows = self._rows[seat]
            days = sorted({*rows, *self._there.posts.get(seat, {})})
            for one, other in pairwise(days):
                if not (until := self._until(seat, one)) or until >= other:
                    wrong, since = (other, one) if other in rows else (one, other)
                    break
            else:
                return
            if wrong not in rows:  # two terms that stood in the database like that before
                return
            self._refuse(rows.pop(wrong), "since", "roster-bad-terms_overlap", since=since or "—")

    def _keep_an_admin(self) -> None:
        """The last administrator without a last day keeps the post."""
        there = {
            (seat, since)
            for seat, terms in self._there.posts.items()
            if seat[2] == "admin"
            for since, term in terms.items()
            if not term[1]
        }
        if not there:
            return
        rows = {
            (seat, since): row
            for seat, found in self._rows.items()
            if seat[2] == "admin"
            for since, row in found.items()
        }
        stay = there - {key for key, row in rows.items() if row.until}
        if stay or any(not row.until for key, row in rows.items() if key not in there):
            return
        seat, since = max(there & rows.keys())
        self._refuse(self._rows[seat].pop(since), "until", "roster-bad-last_admin")

    def _made(self, plan: PostsPlan, seat: Seat, since: str, row: PostRow) -> None:
        there = self._term(seat, since)
        title = (there[0] if there else "") if row.title is None else row.title
        until = self._until(seat, since)
        left, back = absence(row, title, there)
        if there == (title, until, left, back):
            plan.unchanged += 1
            return
        person, org, role = seat
        node = self._tree.nodes[code_key(org)]
        plan.put.append((person, Post(org, node.path, node.level, role, title, since, until, left, back)))
        plan.new += there is None
        plan.changed += there is not None


def absence(row: PostRow, title: str, there: Term | None) -> tuple[str, str]:
    """
    The day a member left home and the day they were back, "" each for none; what the row leaves empty stays as it was.

    Somebody who is away, since nobody knows when, is away from the post's beginning. Who leaves again has not come back.

    Raises:
        Amiss: no member; back before leaving, or without having left; away or at home against what is known.
    """
    if row.role != "member":
        if row.away_from or row.away_to:
            raise Amiss("away_from" if row.away_from else "away_to", "roster-bad-away_role")
        return "", ""
    left, back = there[2:] if there else ("", "")
    if row.away_from is True:
        if back and row.away_to is None:
            raise Amiss("away_from", "roster-bad-away_again", day=back)
        left = left or row.since
    elif row.away_from is False:
        if (left or title == MOBILE) and not (row.away_to or back):
            raise Amiss("away_to", "roster-bad-away_back")
    elif row.away_from and row.away_from != left:
        left, back = row.away_from, back if row.away_from <= back else ""
    back = back if row.away_to is None else row.away_to
    if back and not (left or title == MOBILE):
        raise Amiss("away_from", "roster-bad-away_unknown")
    if back and back < (left or row.since):
        raise Amiss("away_to", "roster-bad-away_before", day=left or row.since)
    return left, back


def refuse_org(sheet: SheetIn, words: Words, row: Row, org: str, tree: TreePlan) -> None:
    """The node of a row is not there, or its own row is bad."""
    bad = tree.bad.get(code_key(org))
    if bad:
        sheet.refuse(words, row, "org", "roster-bad-org_bad", row=bad)
    else:
        sheet.refuse(words, row, "org", "roster-bad-org_unknown", code=quoted(org))
