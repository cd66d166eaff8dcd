"""
Every way the writer changes the database, one Core statement each, compiled once per dialect.

Their order here is the order in which one transaction carries them out: parents before children, and the same in
every process, so that two transactions never wait for each other crosswise. Rows are staged as tuples in the order
of ``names``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ClauseElement

from bot.errors import AlreadyExists, DraftStale, DuplicateUpdate, InvitationGone, LianxinError, RecordStale
from storage import tables as t

Row = tuple[Any, ...]
Blame = Callable[[Row], LianxinError]

Q = bindparam


class Kind:
    """The dialect at hand, as far as the statements differ by it."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.postgres = dialect.name == "postgresql"
        self.insert: Any = postgresql.insert if self.postgres else sqlite.insert


@dataclass(frozen=True, slots=True)
class Write:
    """
    One statement. ``names``: the bind parameters in the order rows are staged.

    ``counted``: every row must touch exactly one row, else ``missing`` tells what it means. ``taken``: what a unique
    index means that says no. ``returns``: rows come back. ``people``: other processes' caches must hear of it.
    """

    name: str
    names: tuple[str, ...]
    build: Callable[[Kind], ClauseElement]
    counted: bool = False
    returns: bool = False
    people: bool = False
    missing: Blame | None = None
    taken: Blame | None = None


class Compiled:
    """A statement's text for one dialect, and how a staged row becomes its parameters."""

    __slots__ = ("counted", "pick", "returns", "sql")

    def __init__(self, write: Write, kind: Kind) -> None:
        statement = write.build(kind)
        if write.counted and kind.postgres:
            # asyncpg tells no counts for many rows at once; a row coming back is one touched
            statement = statement.returning(literal_column("1"))  # type: ignore[attr-defined]
        compiled = statement.compile(dialect=kind.dialect)
        order: Sequence[str] = getattr(compiled, "positiontup", None) or ()
        if sorted(set(order)) != sorted(write.names):
            raise ValueError(f"{write.name}: parameters are {order}, rows have {write.names}")
        self.sql = str(compiled)
        self.returns = write.returns
        self.counted = write.counted
        self.pick: Callable[[Row], Row] | None = None
        if tuple(order) != write.names:
            places = [write.names.index(name) for name in order]
            getter = itemgetter(*places)
            self.pick = (lambda row: (getter(row),)) if len(places) == 1 else getter


def _columns(table: Table, *constants: str) -> tuple[str, ...]:
    return tuple(
        column.name
        for column in table.columns
        if column.name not in constants
        and not (column.name == "id" and column.type._type_affinity is Integer)
    )


def _values(table: Table, constants: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {name: Q(name) for name in _columns(table, *constants)}
    return values | {name: literal_column(written) for name, written in constants.items()}


def _add(table: Table, **constants: str) -> tuple[tuple[str, ...], Callable[[Kind], ClauseElement]]:
    """A plain insert."""
    return _columns(table, *constants), lambda _: insert(table).values(_values(table, constants)).inline()


def _once(table: Table, **constants: str) -> tuple[tuple[str, ...], Callable[[Kind], ClauseElement]]:
    """An insert that passes over what is there."""
    return _columns(
        table, *constants
    ), lambda kind: kind.insert(table).values(_values(table, constants)).inline().on_conflict_do_nothing()


def _put(
    table: Table, keys: Sequence[str], keep: Sequence[str] = (), **constants: str
) -> tuple[tuple[str, ...], Callable[[Kind], ClauseElement]]:
    """An insert that replaces what is there, except the columns of *keep*."""

    def build(kind: Kind) -> ClauseElement:
        statement = kind.insert(table).values(_values(table, constants))
        changed = [column.name for column in table.columns if column.name not in {*keys, *keep}]
        done: ClauseElement = statement.on_conflict_do_update(
            index_elements=list(keys),
            set_={name: statement.excluded[name] for name in changed if name != "id"},
        )
        return done

    return _columns(table, *constants), build


def _set(
    table: Table,
    key: dict[str, str],
    *changed: str,
    where: ColumnElement[bool] | None = None,
    **constants: str,
) -> tuple[tuple[str, ...], Callable[[Kind], ClauseElement]]:
    """An update of *changed* columns where ``column = :parameter`` for each of *key*."""

    def build(_: Kind) -> ClauseElement:
        conditions = [
            table.c[column] == Q(parameter, type_=table.c[column].type) for column, parameter in key.items()
        ]
        if where is not None:
            conditions.append(where)
        values: dict[str, Any] = {name: Q(name) for name in changed}
        values |= {name: literal_column(written) for name, written in constants.items()}
        return update(table).where(*conditions).values(values)

    return (*changed, *key.values()), build


def _mark(kind: Kind) -> ClauseElement:
    """The update was carried out: a new row, or the pending one becomes done; a done one is not touched again."""
    statement = kind.insert(t.inbox).values(
        key=Q("key"), channel=Q("channel"), chat=literal_column("''"), state=literal_column("'done'"),
        body=literal_column("''"), reply=Q("reply"), attempts=literal_column("0"), error=literal_column("''"),
        received_at=Q("at"), done_at=Q("at"),
    )  # fmt: skip
    done: ClauseElement = statement.on_conflict_do_update(
        index_elements=["key"],
        set_={
            "state": literal_column("'done'"), "body": literal_column("''"), "reply": statement.excluded.reply,
            "done_at": statement.excluded.done_at,
        },
        where=t.inbox.c.state != literal_column("'done'"),
    )  # fmt: skip
    return done


def _live(column: str) -> Callable[[Kind], ClauseElement]:
    """Set one column of a chat, which need not be bound to anybody yet."""

    def build(kind: Kind) -> ClauseElement:
        empty = {name: literal_column("''") for name in ("person", "live_draft", "bound_at")}
        values: dict[str, Any] = {**empty, "memo": literal_column("'{}'"), "blocked": literal_column("0")}
        values |= {"channel": Q("channel"), "chat_id": Q("chat_id"), column: Q(column)}
        statement = kind.insert(t.chats).values(values)
        done: ClauseElement = statement.on_conflict_do_update(
            index_elements=["channel", "chat_id"], set_={column: statement.excluded[column]}
        )
        return done

    return build


def _bind(kind: Kind) -> ClauseElement:
    """Bind a chat to a person; what it was talking about belonged to whoever had it before."""
    statement = kind.insert(t.chats).values(
        channel=Q("channel"), chat_id=Q("chat_id"), person=Q("person"), live_draft=literal_column("''"),
        blocked=literal_column("0"), memo=literal_column("'{}'"), bound_at=Q("bound_at"),
    )  # fmt: skip
    new = statement.excluded
    done: ClauseElement = statement.on_conflict_do_update(
        index_elements=["channel", "chat_id"],
        set_={
            "person": new.person,
            "blocked": new.blocked,
            "bound_at": new.bound_at,
            "live_draft": new.live_draft,
        },
    )
    return done


def _end_before(
    table: Table, key: str, other: ColumnElement[bool] | None = None
) -> Callable[[Kind], ClauseElement]:
    """What was valid on the day a newer version begins ends the day before."""

    def build(_: Kind) -> ClauseElement:
        conditions = [
            table.c[key] == Q("key", type_=Text()),
            table.c.valid_from < Q("since", type_=Text()),
            or_(table.c.valid_to == literal_column("''"), table.c.valid_to >= Q("since", type_=Text())),
        ]
        if other is not None:
            conditions.append(other)
        return update(table).where(*conditions).values(valid_to=Q("until", type_=Text()))

    return build


def _new_representative(kind: Kind) -> ClauseElement:
    """A row only if somebody else, or nobody, speaks for the household on that day."""
    table = t.household_representatives
    same = exists().where(
        table.c.household == Q("household", type_=Text()),
        table.c.name == Q("name", type_=Text()),
        table.c.valid_from <= Q("valid_from", type_=Text()),
        or_(table.c.valid_to == literal_column("''"), table.c.valid_to >= Q("valid_from", type_=Text())),
    )
    names = ("household", "name", "valid_from", "valid_to", "reason")
    rows = select(*(cast(Q(name, type_=Text()), Text) for name in names)).where(~same)
    statement = kind.insert(table).from_select(names, rows)
    done: ClauseElement = statement.on_conflict_do_update(
        index_elements=["household", "valid_from"],
        set_={name: statement.excluded[name] for name in ("name", "valid_to", "reason")},
    )
    return done


def _counter(kind: Kind) -> ClauseElement:
    statement = kind.insert(t.meta).values(key=Q("key"), value=literal_column("'1'"))
    counted = cast(cast(t.meta.c.value, Integer) + literal_column("1"), Text)
    done: ClauseElement = statement.on_conflict_do_update(index_elements=["key"], set_={"value": counted})
    return done


def _receipt(kind: Kind) -> ClauseElement:
    statement = kind.insert(t.receipts).values(
        town=Q("town"), letter=Q("letter"), period=Q("period"), last=literal_column("1")
    )
    done: ClauseElement = statement.on_conflict_do_update(
        index_elements=["town", "letter", "period"], set_={"last": t.receipts.c["last"] + literal_column("1")}
    ).returning(t.receipts.c["last"])
    return done


def _claim(kind: Kind) -> ClauseElement:
    """
    Lease what may be sent now: the first message of each person, unless an earlier one is leased or waits to be
    tried again, so that nobody reads things out of order.
    """
    mine, earlier = t.outbox, t.outbox.alias("earlier")
    waiting = literal_column("'waiting'")
    now = Q("now", type_=Text())
    blocked = exists().where(
        earlier.c.person == mine.c.person,
        earlier.c.id < mine.c.id,
        earlier.c.state == waiting,
        or_(earlier.c.next_at <= now, earlier.c.attempts > literal_column("0")),
    )
    free = (
        select(mine.c.id)
        .where(mine.c.state == waiting, mine.c.next_at <= now, mine.c.lease_until <= now, ~blocked)
        .order_by(mine.c.next_at, mine.c.id)
        .limit(Q("most", type_=Integer()))
        .offset(literal_column("0"))
    )
    if kind.postgres:  # a CTE that locks is carried out once; a subquery might be again, past its limit
        chosen = free.with_for_update(skip_locked=True).cte("free")
        ids = select(chosen.c.id).scalar_subquery()
    else:
        ids = free.scalar_subquery()
    return (
        update(mine)
        .where(mine.c.id.in_(ids))
        .values(lease_until=Q("lease_until", type_=Text()), attempts=mine.c.attempts + literal_column("1"))
        .returning(
            mine.c.id, mine.c.doc, mine.c.attempts, mine.c.created_at, mine.c.next_at, mine.c.last_error
        )
    )


def _head(kind: Kind) -> ClauseElement:
    head = select(t.audit_head.c.seq, t.audit_head.c.hash).where(t.audit_head.c.id == literal_column("1"))
    return head.with_for_update() if kind.postgres else head


def _top(_: Kind) -> ClauseElement:
    chat = t.chat_messages.c.chat_id == Q("chat_id", type_=Text())
    return select(func.coalesce(func.max(t.chat_messages.c.message_id), literal_column("0"))).where(chat)


def _chat_message(change: Callable[[ColumnElement[bool]], Any]) -> Callable[[Kind], ClauseElement]:
    def build(_: Kind) -> ClauseElement:
        table = t.chat_messages
        where = and_(table.c.chat_id == Q("chat"), table.c.message_id == Q("number", type_=Integer()))
        built: ClauseElement = change(where).returning(table.c.message_id)
        return built

    return build


def _stale_record(place: int) -> Blame:
    return lambda row: RecordStale(record_id=row[place])


_record_columns = _columns(t.records)
_UNIQUE_LIVE = _record_columns.index("unique_key")
_RECORD_ACT = (
    "state", "round", "rev", "version", "change_reason", "late", "backfill", "backfill_reason", "due_at", "event_at",
    "unique_live", "label", "subject", "subject_name", "answers", "frozen", "flags", "updated_at",
)  # fmt: skip

# ------------------------------------------------------------------ the statements, in the order they are carried out

INBOX_TAKE = Write(
    "inbox_take", *_once(t.inbox, state="'pending'", reply="''", attempts="0", error="''", done_at="''")
)
INBOX_MARK = Write(
    "inbox_mark", ("key", "channel", "reply", "at"), _mark,
    counted=True, missing=lambda row: DuplicateUpdate(key=row[0]),
)  # fmt: skip
INBOX_FINISH = Write("inbox_finish", ("key", "channel", "reply", "at"), _mark)
INBOX_DEAD = Write(
    "inbox_dead",
    *_set(
        t.inbox,
        {"key": "which"},
        "error",
        where=t.inbox.c.state == literal_column("'pending'"),
        state="'dead'",
    ),
)
INBOX_RETRY = Write(
    "inbox_retry", ("error", "which"),
    lambda _: (
        update(t.inbox)
        .where(t.inbox.c.key == Q("which"), t.inbox.c.state == literal_column("'pending'"))
        .values(error=Q("error"), attempts=t.inbox.c.attempts + literal_column("1"))
        .returning(t.inbox.c.attempts)
    ),
    returns=True,
)  # fmt: skip

ORG_PUT = Write("org_put", *_put(t.orgs, ["id"]), people=True)
PERSON_PUT = Write("person_put", *_put(t.persons, ["id"], ["consent", "created_at"]), people=True)
PERSON_LANG = Write("person_lang", *_set(t.persons, {"id": "which"}, "lang"), people=True)
PERSON_CONSENT = Write("person_consent", *_set(t.persons, {"id": "which"}, "consent"), people=True)
CONSENT_ADD = Write("consent_add", *_add(t.consents))
POST_PUT = Write("post_put", *_put(t.posts, ["person", "org", "role", "valid_from"]), people=True)
CHAT_BIND = Write("chat_bind", ("channel", "chat_id", "person", "bound_at"), _bind, people=True)
CHAT_BLOCKED = Write("chat_blocked", ("channel", "chat_id", "blocked"), _live("blocked"))
CHAT_MEMO = Write("chat_memo", ("channel", "chat_id", "memo"), _live("memo"))
CHAT_LIVE = Write("chat_live", ("channel", "chat_id", "live_draft"), _live("live_draft"))
INVITATION_ADD = Write(
    "invitation_add", *_add(t.invitations, used_at="''", used_by="''", ended_at="''"),
    taken=lambda row: AlreadyExists(key=row[0]),
)  # fmt: skip
INVITATION_USE = Write(
    "invitation_use",
    ("used_at", "used_by", "code"),
    lambda _: (
        update(t.invitations)
        .where(
            t.invitations.c.code_hash == Q("code"),
            t.invitations.c.used_at == literal_column("''"),
            t.invitations.c.ended_at == literal_column("''"),
            t.invitations.c.expires_at > Q("used_at", type_=Text()),
        )
        .values(used_at=Q("used_at"), used_by=Q("used_by"))
    ),
    counted=True,
    missing=lambda _: InvitationGone(),
)
INVITATION_END = Write(
    "invitation_end",
    *_set(t.invitations, {"id": "which"}, "ended_at", where=t.invitations.c.used_at == literal_column("''")),
)
DEVICE_ADD = Write("device_add", *_add(t.devices, ended_at="''"), taken=lambda row: AlreadyExists(key=row[0]))
DEVICE_SEEN = Write("device_seen", *_set(t.devices, {"id": "which"}, "seen_at", "expires_at"))
DEVICE_END = Write(
    "device_end",
    *_set(t.devices, {"id": "which"}, "ended_at", where=t.devices.c.ended_at == literal_column("''")),
)
HOUSEHOLD_PUT = Write("household_put", *_put(t.households, ["id", "valid_from"]))
HOUSEHOLD_END = Write("household_end", ("until", "key", "since"), _end_before(t.households, "id"))
REPRESENTATIVE_PUT = Write(
    "representative_put", ("household", "name", "valid_from", "valid_to", "reason"), _new_representative
)
REPRESENTATIVE_END = Write(
    "representative_end",
    ("until", "key", "since", "name"),
    _end_before(
        t.household_representatives,
        "household",
        t.household_representatives.c.name != Q("name", type_=Text()),
    ),
)
MEMBER_PUT = Write("member_put", *_put(t.body_members, ["id", "valid_from"]))
MEMBER_END = Write("member_end", ("until", "key", "since"), _end_before(t.body_members, "id"))

SNAPSHOT_PUT = Write("snapshot_put", *_once(t.snapshots))
DRAFT_ADD = Write("draft_add", *_add(t.drafts), taken=lambda row: AlreadyExists(key=row[0]))
DRAFT_SAVE = Write(
    "draft_save",
    *_set(
        t.drafts,
        {"id": "which", "rev": "was"},
        "form",
        "org",
        "period",
        "row_id",
        "done",
        "rev",
        "updated_at",
        "doc",
    ),
    counted=True,
    missing=lambda row: DraftStale(draft_id=row[-2], rev=row[-1] + 1),
)
RECORD_ADD = Write(
    "record_add", *_add(t.records), taken=lambda row: AlreadyExists(key=row[_UNIQUE_LIVE] or row[0])
)
RECORD_ACT = Write(
    "record_act",
    *_set(t.records, {"id": "which", "rev": "was"}, *_RECORD_ACT),
    counted=True,
    missing=_stale_record(-2),
    taken=lambda row: AlreadyExists(key=row[_RECORD_ACT.index("unique_live")]),
)
VERSION_ADD = Write("version_add", *_add(t.record_versions), taken=_stale_record(0))
ACT_ADD = Write("act_add", *_add(t.acts), taken=_stale_record(0))
EFFECT_KEEP = Write("effect_keep", *_once(t.effects))
EFFECT_DROP = Write(
    "effect_drop", ("which",), lambda _: delete(t.effects).where(t.effects.c.key == Q("which")),
    counted=True, missing=lambda row: AlreadyExists(key=row[0]),
)  # fmt: skip
FILE_ADD = Write("file_add", *_once(t.files))
FILE_USE = Write("file_use", *_once(t.file_uses))
OUTBOX_TELL = Write(
    "outbox_tell",
    *_once(t.outbox, state="'waiting'", attempts="0", lease_until="''", sent_at="''", last_error="''"),
)
OUTBOX_SENT = Write(
    "outbox_sent",
    *_set(t.outbox, {"key": "which"}, "sent_at", state="'sent'", doc="''", lease_until="''", last_error="''"),
)
OUTBOX_AGAIN = Write(
    "outbox_again", *_set(t.outbox, {"key": "which"}, "next_at", "last_error", lease_until="''")
)
OUTBOX_FAILED = Write(
    "outbox_failed", *_set(t.outbox, {"key": "which"}, "last_error", state="'failed'", lease_until="''")
)
META_SET = Write("meta_set", *_put(t.meta, ["key"]))
COUNT = Write("count", ("key",), _counter)

# answered with rows, after all of the above
OUTBOX_CLAIM = Write("outbox_claim", ("lease_until", "now", "most"), _claim, returns=True)
RECEIPT_NEXT = Write("receipt_next", ("town", "letter", "period"), _receipt, returns=True)
CHAT_EDIT = Write(
    "chat_edit", ("doc", "edited_at", "chat", "number"),
    _chat_message(
        lambda where: update(t.chat_messages).where(where).values(doc=Q("doc"), edited_at=Q("edited_at"))
    ),
    returns=True,
)  # fmt: skip
CHAT_DELETE = Write(
    "chat_delete",
    ("chat", "number"),
    _chat_message(lambda where: delete(t.chat_messages).where(where)),
    returns=True,
)
CHAT_TOP = Write("chat_top", ("chat_id",), _top, returns=True)
CHAT_ADD = Write("chat_add", *_add(t.chat_messages, edited_at="''"))
AUDIT_HEAD = Write("audit_head", (), _head, returns=True)
AUDIT_ADD = Write("audit_add", *_add(t.audit))
AUDIT_MOVE = Write("audit_move", ("seq", "hash"), lambda _: (
    update(t.audit_head).where(t.audit_head.c.id == literal_column("1")).values(seq=Q("seq"), hash=Q("hash"))
))  # fmt: skip

WRITES: tuple[Write, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Write))
ORDER: dict[str, int] = {write.name: place for place, write in enumerate(WRITES)}


def compile_all(dialect: Dialect) -> dict[str, Compiled]:
    """Every statement for one dialect, by name."""
    kind = Kind(dialect)
    return {write.name: Compiled(write, kind) for write in WRITES}
