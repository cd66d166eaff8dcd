"""
The ways in: invitations used once, devices that stay signed in, the chat a person has on the built-in
channel.

A code and a token are random (192 bits), handed out once and stored as hashes only. Whoever holds an
invitation for a member may use it; every other role must also type the name it was made for, so that a link
forwarded to a group opens nothing. Wrong guesses lock the address they come from for a while.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final
from zoneinfo import ZoneInfo

from bot.errors import InvitationGone, LianxinError
from bot.kept import AuditEntry, Device, Invitation
from bot.people import ROLES, Org, Person, Post
from bot.usecases.ports import Store, Unit

WEB: Final = "web"
INVITATION_DAYS: Final = 14
MEMBER_DAYS: Final = 400  # slides on with use
ADMIN_HOURS: Final = 12  # from sign-in, whatever happens
ADMIN_IDLE_MINUTES: Final = 30
DEMO_HOURS: Final = 12
GUESSES: Final = 10  # wrong ones before an address is locked
LOCK_SECONDS: Final = 15 * 60
SLIDE_AFTER: Final = dt.timedelta(hours=6)  # a write per page view would buy nothing
ADMIN_SLIDE_AFTER: Final = dt.timedelta(minutes=1)


class RoleUnknown(LianxinError):
    """There is no such role. Details: role, known."""

    code: ClassVar[str] = "role_unknown"


class OrgUnknown(LianxinError):
    """There is no such node. Details: org."""

    code: ClassVar[str] = "org_unknown"


class InviteAmbiguous(LianxinError):
    """Several people hold this role there; one must be named. Details: role, org, count."""

    code: ClassVar[str] = "invite_ambiguous"


class NameWrong(LianxinError):
    """The name typed is not the one the invitation was made for."""

    code: ClassVar[str] = "name_wrong"


class TooManyGuesses(LianxinError):
    """Too many wrong codes or names from one place. Details: minutes until the next try."""

    code: ClassVar[str] = "too_many_guesses"


class Guesses:
    """
    Wrong guesses by place (an address, a chat): after GUESSES of them the place waits LOCK_SECONDS.

    Kept in this process; what it guards is 192 bits wide, so forgetting at a restart opens nothing.
    ``clock``: seconds.
    """

    MOST_PLACES: Final = 10_000

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: dict[str, tuple[int, float]] = {}

    def check(self, place: str) -> None:
        """Raise TooManyGuesses while *place* is locked."""
        count, until = self._wrong.get(place, (0, 0.0))
        left = until - self._clock()
        if count >= GUESSES and left > 0:
            raise TooManyGuesses(minutes=max(1, round(left / 60)))
        if count and left <= 0:
            self._wrong.pop(place, None)

    def wrong(self, place: str) -> None:
        """One wrong guess; the time to wait counts from the last one."""
        count = self._wrong.pop(place, (0, 0.0))[0]
        while len(self._wrong) >= self.MOST_PLACES:  # the oldest go first: a flood cannot fill the memory
            del self._wrong[next(iter(self._wrong))]
        self._wrong[place] = (count + 1, self._clock() + LOCK_SECONDS)

    def right(self, place: str) -> None:
        """Somebody got in: the place starts anew."""
        self._wrong.pop(place, None)


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invitation. ``code``: shown now and never again. ``person``: None when nobody is known yet."""

    code: str
    invitation: Invitation
    org: Org
    person: Person | None


@dataclass(frozen=True, slots=True)
class Opened:
    """
    What an invitation shows before it is used.

    ``name``: in full where a tap is enough, else only the surname (张**), "" when nobody is named;
    ``must_type``: the name has to be typed.
    """

    role: str
    org: Org
    name: str
    must_type: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is behind a browser. ``chat``: their chat id on the built-in channel, digits."""

    person: Person
    device: Device
    chat: str


class Entry:
    """Everything about getting in and staying in; pure over the ports."""

    def __init__(
        self,
        store: Store,
        *,
        zone: str = "Asia/Shanghai",
        guesses: Guesses | None = None,
        new_code: Callable[[], str] = lambda: secrets.token_urlsafe(24),
    ) -> None:
        self._store = store
        self._zone = ZoneInfo(zone)
        self._guesses = guesses or Guesses()
        self._new_code = new_code

    # -------------------------------------------------------------- invitations

    async def invite(
        self,
        role: str,
        org_id: str,
        *,
        name: str = "",
        person_id: str = "",
        by: str = "system",
        days: int = INVITATION_DAYS,
    ) -> Invited:
        """
        Make a single-use invitation for who holds *role* at the node, for *person_id*, or for somebody new.

        Nobody holds the role there: it is for *name*, or for the name that is typed when it is used.

        Raises:
            RoleUnknown, OrgUnknown; InviteAmbiguous when several hold it and neither name nor person says
            which.
        """
        if role not in ROLES:
            raise RoleUnknown(role=role, known=", ".join(ROLES))
        unit = self._store.unit()
        org = await unit.people.org(org_id)
        if org is None:
            raise OrgUnknown(org=org_id)
        person = await self._meant(unit, role, org, name, person_id)
        code = self._new_code()
        invitation = Invitation(
            id=secrets.token_hex(8), role=role, org=org.id, person=person.id if person else "",
            name=person.name if person else name.strip(), created_by=by, created_at=unit.now,
            expires_at=_stamp(_moment(unit.now) + dt.timedelta(days=days)),
        )  # fmt: skip
        if person is not None:  # a link that is sent again makes the one before useless
            for before in await unit.ways.invitations(person=person.id):
                if (before.role, before.org) == (role, org.id) and not before.used_at and not before.ended_at:
                    unit.ways.end_invitation(before.id)
        unit.ways.invite(code, invitation)
        unit.audit(AuditEntry("invited", by, invitation.id, {"role": role, "org": org.id}))
        await self._store.commit(unit)
        return Invited(code, invitation, org, person)

    async def open_invitation(self, code: str, *, place: str) -> Opened:
        """
        What the invitation says, without using it. *place*: the address or chat that asks.

        Raises:
            InvitationGone (``why``: unknown used ended expired), TooManyGuesses.
        """
        self._guesses.check(place)
        unit = self._store.unit()
        invitation = await self._valid(unit, code, place)
        org = await unit.people.org(invitation.org)
        if org is None:
            raise InvitationGone(why="ended")
        must_type = _must_type(invitation)
        shown = masked(invitation.name) if must_type else invitation.name
        return Opened(invitation.role, org, shown, must_type)

    async def use_invitation(
        self, code: str, channel: str, chat_id: str, *, name: str = "", place: str = ""
    ) -> Person:
        """
        Use the invitation for a chat of an outside channel: binds the chat to the person, once.

        Raises:
            InvitationGone, TooManyGuesses; NameWrong where the name must be typed and is another one.
        """
        unit = self._store.unit()
        person = await self._use(unit, code, name, place or f"{channel}:{chat_id}")
        unit.people.bind_chat(channel, chat_id, person.id)
        await self._store.commit(unit)
        self._guesses.right(place or f"{channel}:{chat_id}")
        return person

    async def enter(self, code: str, *, name: str = "", label: str = "", place: str) -> tuple[str, SignedIn]:
        """
        Use the invitation for a browser: the token of its device, in the same transaction. Raises as above.
        """
        unit = self._store.unit()
        person = await self._use(unit, code, name, place)
        entered = await self._bind_device(unit, person, label)
        await self._store.commit(unit)
        self._guesses.right(place)
        return entered

    async def end_invitation(self, invitation_id: str, *, by: str) -> None:
        """Make an open invitation useless."""
        unit = self._store.unit()
        unit.ways.end_invitation(invitation_id)
        unit.audit(AuditEntry("invitation_ended", by, invitation_id))
        await self._store.commit(unit)

    async def _meant(self, unit: Unit, role: str, org: Org, name: str, person_id: str) -> Person | None:
        if person_id:
            return await unit.people.person(person_id)
        holders = await unit.people.holders((role,), org=org.id)
        if name:
            holders = [person for person in holders if same_name(person.name, name)]
        if len(holders) > 1:
            raise InviteAmbiguous(role=role, org=org.id, count=len(holders))
        return holders[0] if holders else None

    async def _valid(self, unit: Unit, code: str, place: str) -> Invitation:
        invitation = await unit.ways.invitation(code) if 16 <= len(code) <= 64 and code.isascii() else None
        if invitation is None:
            self._guesses.wrong(place)
            raise InvitationGone(why="unknown")
        if invitation.used_at:
            raise InvitationGone(why="used")
        if invitation.ended_at:
            raise InvitationGone(why="ended")
        if invitation.expires_at <= unit.now:
            raise InvitationGone(why="expired")
        return invitation

    async def _use(self, unit: Unit, code: str, name: str, place: str) -> Person:
        self._guesses.check(place)
        invitation = await self._valid(unit, code, place)
        inside = f"invitation:{invitation.id}"
        self._guesses.check(inside)  # the name is short: it is guarded by itself, from wherever it is tried
        if _must_type(invitation) and not (
            name.strip() and (not invitation.name or same_name(invitation.name, name))
        ):
            self._guesses.wrong(place)
            self._guesses.wrong(inside)
            raise NameWrong
        person = await unit.people.person(invitation.person) if invitation.person else None
        if person is None:
            if invitation.person:
                raise InvitationGone(why="ended")
            person = await self._new_person(unit, invitation, name)
        unit.ways.use_invitation(code, person.id)
        unit.audit(AuditEntry("invitation_used", person.id, invitation.id, {"role": invitation.role}))
        return person

    async def _new_person(self, unit: Unit, invitation: Invitation, name: str) -> Person:
        """Somebody the roster did not know: a person with the one post of the invitation, from today."""
        org = await unit.people.org(invitation.org)
        if org is None:
            raise InvitationGone(why="ended")
        post = Post(org.id, org.path, org.level, invitation.role, valid_from=self.today(unit))
        clean = " ".join(unicodedata.normalize("NFC", invitation.name or name).split())[:60]
        person = Person(f"p{secrets.token_hex(8)}", clean, posts=(post,))
        unit.people.put_person(person)
        unit.people.put_post(person.id, post)
        return person

    # -------------------------------------------------------------- devices

    async def sign_in_demo(self, person_id: str, *, label: str = "") -> tuple[str, SignedIn] | None:
        """Sit down as somebody of the invented county; the caller has made sure that it is one."""
        unit = self._store.unit()
        person = await unit.people.person(person_id)
        if person is None:
            return None
        entered = await self._bind_device(unit, person, label, demo=True)
        await self._store.commit(unit)
        return entered

    async def signed_in(self, token: str) -> SignedIn | None:
        """Who a browser's token belongs to, None once it is ended or past its time; slides the time on."""
        if not 16 <= len(token) <= 64 or not token.isascii():
            return None
        unit = self._store.unit()
        device = await unit.ways.device(token)
        person = await unit.people.person(device.person) if device else None
        if device is None or person is None:
            return None
        now, idle = _moment(unit.now), _moment(unit.now) - _moment(device.seen_at or device.created_at)
        if device.kind == "admin" and idle > dt.timedelta(minutes=ADMIN_IDLE_MINUTES):
            unit.ways.end_device(device.id)
            await self._store.commit(unit)
            return None
        if idle > (ADMIN_SLIDE_AFTER if device.kind == "admin" else SLIDE_AFTER):
            slides = device.kind == "member"
            unit.ways.seen_device(
                device.id, _stamp(now + dt.timedelta(days=MEMBER_DAYS)) if slides else device.expires_at
            )
            await self._store.commit(unit)
        return SignedIn(person, device, await self._chat_of(unit, person))

    async def devices(self, person_id: str) -> Sequence[Device]:
        """A person's devices that are signed in, newest use first."""
        return await self._store.unit().ways.devices_of(person_id)

    async def end_device(self, person_id: str, device_id: str) -> bool:
        """Sign one of a person's own devices out; False when it is none of theirs."""
        unit = self._store.unit()
        if all(device.id != device_id for device in await unit.ways.devices_of(person_id)):
            return False
        unit.ways.end_device(device_id)
        unit.audit(AuditEntry("device_ended", person_id, device_id))
        await self._store.commit(unit)
        return True

    async def _bind_device(
        self, unit: Unit, person: Person, label: str, *, demo: bool = False
    ) -> tuple[str, SignedIn]:
        now = _moment(unit.now)
        admin = person.has_role("admin", self.today(unit))
        kind, lasts = (
            ("demo", dt.timedelta(hours=DEMO_HOURS)) if demo else ("member", dt.timedelta(days=MEMBER_DAYS))
        )
        if admin and not demo:
            kind, lasts = "admin", dt.timedelta(hours=ADMIN_HOURS)
        token = self._new_code()
        device = Device(
            secrets.token_hex(8), person.id, kind, label[:60], unit.now, unit.now, _stamp(now + lasts)
        )  # fmt: skip
        unit.ways.add_device(token, device)
        unit.audit(AuditEntry("signed_in", person.id, device.id, {"kind": kind}))
        return token, SignedIn(person, device, await self._chat_of(unit, person))

    async def _chat_of(self, unit: Unit, person: Person) -> str:
        """
        The person's chat on the built-in channel, bound when it is not yet; every device shows the same one.

        aiogram wants a number, so it is one of 52 bits made from the person's id; a taken one makes way for
        the next.
        """
        for channel, chat_id in await unit.people.chats_of(person.id):
            if channel == WEB:
                return str(chat_id)
        for n in range(100):
            chat_id = web_chat_id(person.id, n)
            holder = await unit.people.by_chat(WEB, chat_id)
            if holder is None or holder.id == person.id:
                unit.people.bind_chat(WEB, chat_id, person.id)
                return chat_id
        raise RuntimeError("no free chat id in a hundred of 2**52")  # cannot be

    def today(self, unit: Unit) -> str:
        """The local day of *unit*'s now, ISO."""
        return _moment(unit.now).astimezone(self._zone).date().isoformat()


def web_chat_id(person_id: str, n: int = 0) -> str:
    """The *n*-th candidate for a person's chat id on the built-in channel: digits, below 2**52."""
    digest = hashlib.sha256(f"web-chat\0{person_id}\0{n}".encode()).digest()
    return str(int.from_bytes(digest[:8]) >> 12 | 1)


def same_name(one: str, other: str) -> bool:
    """
    Whether two names are the same to a reader: width, case and spaces do not count, nor the dot in 阿依·古丽.
    """
    return _folded(one) == _folded(other) != ""


def masked(name: str) -> str:
    """张某某 -> 张**: enough to know one's own, too little to type."""
    return name[:1] + "*" * max(1, len(name) - 1) if name else ""


def _folded(name: str) -> str:
    flat = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in flat if unicodedata.category(char)[0] in "LMN")


def _must_type(invitation: Invitation) -> bool:
    return invitation.role != "member" or not invitation.person


def _moment(stamp: str) -> dt.datetime:
    return dt.datetime.fromisoformat(stamp)


def _stamp(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
