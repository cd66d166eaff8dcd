"""
Every way the writer changes the database.

Their order here is the order in which one transaction carries them out: parents before children, and the same
in every process, so that two transactions never wait for each other crosswise.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    exists,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.sql import ClauseElement

from bot.errors import AlreadyExists, DraftStale, DuplicateUpdate, InvitationGone, RecordStale
from storage import tables as t
from storage.statements import Blame, Build, Kind, Row, Write, add, change, columns, once, put, upsert


def _sql(written: str) -> ColumnElement[Any]:
    return literal_column(written)


def _text(name: str) -> ColumnElement[str]:
    return bindparam(name, type_=Text())


def _mark(kind: Kind) -> ClauseElement:
    """
    The update was carried out: a new row, or what is pending or dead becomes this; nothing else is touched.
    """
    inbox = t.inbox.c
    statement = kind.insert(t.inbox).values(
        key=bindparam("key"), channel=bindparam("channel"), chat=_sql("''"), state=bindparam("state"),
        body=_sql("''"), reply=bindparam("reply"), attempts=_sql("0"), error=_sql("''"),
        received_at=bindparam("at"), done_at=bindparam("at"),
    )  # fmt: skip
    new = statement.excluded
    values = {
        "state": new.state, "reply": new.reply, "done_at": new.done_at,
        "body": case((new.state == _sql("'owed'"), inbox.body), else_=_sql("''")),
    }  # fmt: skip
    return upsert(statement, ["key"], values, inbox.state.in_([_sql("'pending'"), _sql("'dead'")]))


def _finish(kind: Kind) -> ClauseElement:
    """The update is over: the reply of an owed one stays as it was; one that was set aside stays where it is seen."""
    inbox = t.inbox.c
    statement = kind.insert(t.inbox).values(
        key=bindparam("key"), channel=bindparam("channel"), chat=_sql("''"), state=_sql("'done'"), body=_sql("''"),
        reply=bindparam("reply"), attempts=_sql("0"), error=_sql("''"), received_at=bindparam("at"),
        done_at=bindparam("at"),
    )  # fmt: skip
    new = statement.excluded
    values = {
        "state": new.state, "done_at": new.done_at, "body": _sql("''"),
        "reply": case((inbox.state == _sql("'owed'"), inbox.reply), else_=new.reply),
    }  # fmt: skip
    return upsert(statement, ["key"], values, inbox.state.in_([_sql("'pending'"), _sql("'owed'")]))


def _retry(_: Kind) -> ClauseElement:
    inbox = t.inbox.c
    return (
        update(t.inbox)
        .where(inbox.key == bindparam("which"), inbox.state == _sql("'pending'"))
        .values(error=bindparam("error"), attempts=inbox.attempts + _sql("1"))
        .returning(inbox.attempts)
    )


def _revive(_: Kind) -> ClauseElement:
    inbox = t.inbox.c
    return (
        update(t.inbox)
        .where(inbox.key == bindparam("which"), inbox.state == _sql("'dead'"))
        .values(state=_sql("'pending'"), attempts=_sql("0"), error=_sql("''"))
        .returning(inbox.key, inbox.channel, inbox.chat, inbox.body, inbox.attempts, inbox.received_at)
    )


def _chat(column: str) -> Build:
    """Set one column of a chat, which need not be bound to anybody yet."""

    def build(kind: Kind) -> ClauseElement:
        values: dict[str, Any] = {name: _sql("''") for name in ("person", "live_draft", "bound_at")}
        values |= {"memo": _sql("'{}'"), "blocked": _sql("0")}
        values |= {name: bindparam(name) for name in ("channel", "chat_id", column)}
        statement = kind.insert(t.chats).values(values)
        return upsert(statement, ["channel", "chat_id"], {column: statement.excluded[column]})

    return build


def _bind(kind: Kind) -> ClauseElement:
    """Bind a chat to a person; what it was talking about is forgotten if it was somebody else's."""
    statement = kind.insert(t.chats).values(
        channel=bindparam("channel"), chat_id=bindparam("chat_id"), person=bindparam("person"),
        live_draft=_sql("''"), blocked=_sql("0"), memo=_sql("'{}'"), bound_at=bindparam("bound_at"),
    )  # fmt: skip
    new = statement.excluded
    same: ColumnElement[bool] = t.chats.c.person == new.person
    values = {"person": new.person, "blocked": new.blocked, "bound_at": new.bound_at}
    values["live_draft"] = case((same, t.chats.c.live_draft), else_=_sql("''"))
    values["memo"] = case((same, t.chats.c.memo), else_=_sql("'{}'"))
    return upsert(statement, ["channel", "chat_id"], values)


def _use_invitation(_: Kind) -> ClauseElement:
    found = t.invitations.c
    return (
        update(t.invitations)
        .where(
            found.code_hash == bindparam("code"), found.used_at == _sql("''"), found.ended_at == _sql("''"),
            found.expires_at > _text("used_at"),
        )
        .values(used_at=bindparam("used_at"), used_by=bindparam("used_by"))
    )  # fmt: skip


def _end_before(table: Table, key: str, other: ColumnElement[bool] | None = None) -> Build:
    """What was valid on the day a newer version begins ends the day before."""

    def build(_: Kind) -> ClauseElement:
        since = _text("since")
        still = or_(table.c.valid_to == _sql("''"), table.c.valid_to >= since)
        conditions = [table.c[key] == _text("key"), table.c.valid_from < since, still]
        if other is not None:
            conditions.append(other)
        return update(table).where(*conditions).values(valid_to=_text("until"))

    return build


_SPEAKER = ("name", "phone", "term")  # what makes another row of who speaks for a household
_SPOKEN = ("household", *_SPEAKER, "valid_from", "valid_to", "reason")


def _new_representative(kind: Kind) -> ClauseElement:
    """A row only if somebody else, or nobody, spoke for the household last before that day, or for another term."""
    table = t.household_representatives
    later = table.alias("later")
    since, mine = _text("valid_from"), _text("household")
    newer = exists().where(
        later.c.household == mine, later.c.valid_from <= since, later.c.valid_from > table.c.valid_from
    )
    same = exists().where(
        table.c.household == mine, *(table.c[name] == _text(name) for name in _SPEAKER), table.c.valid_from <= since,
        or_(table.c.valid_to == _sql("''"), table.c.valid_to >= since), ~newer,
    )  # fmt: skip
    rows = select(*(cast(_text(name), Text) for name in _SPOKEN)).where(~same)
    statement = kind.insert(table).from_select(_SPOKEN, rows)
    changed = {name: statement.excluded[name] for name in (*_SPEAKER, "valid_to", "reason")}
    return upsert(statement, ["household", "valid_from"], changed)


def _count(kind: Kind) -> ClauseElement:
    statement = kind.insert(t.meta).values(key=bindparam("key"), value=_sql("'1'"))
    return upsert(statement, ["key"], {"value": cast(cast(t.meta.c.value, Integer) + _sql("1"), Text)})


def _receipt(kind: Kind) -> ClauseElement:
    statement = kind.insert(t.receipts).values(
        town=bindparam("town"), letter=bindparam("letter"), period=bindparam("period"), last=_sql("1")
    )
    last = t.receipts.c["last"]
    done: Any = upsert(statement, ["town", "letter", "period"], {"last": last + _sql("1")})
    built: ClauseElement = done.returning(last)
    return built


def _claim(kind: Kind) -> ClauseElement:
    """
    Lease what may be sent now: the first message of each person, unless an earlier one is leased or waits to
    be tried again, so that nobody reads things out of order.
    """
    mine, earlier = t.outbox, t.outbox.alias("earlier")
    waiting, now = _sql("'waiting'"), _text("now")
    blocked = exists().where(
        earlier.c.person == mine.c.person, earlier.c.id < mine.c.id, earlier.c.state == waiting,
        or_(earlier.c.next_at <= now, earlier.c.attempts > _sql("0")),
    )  # fmt: skip
    free = (
        select(mine.c.id)
        .where(mine.c.state == waiting, mine.c.next_at <= now, mine.c.lease_until <= now, ~blocked)
        .order_by(mine.c.next_at, mine.c.id)
        .limit(bindparam("most", type_=Integer()))
        .offset(_sql("0"))
    )
    if kind.postgres:  # a CTE that locks is carried out once; a subquery might be again, past its limit
        chosen = free.with_for_update(skip_locked=True).cte("free")
        ids = select(chosen.c.id).scalar_subquery()
    else:
        ids = free.scalar_subquery()
    return (
        update(mine)
        .where(mine.c.id.in_(ids))
        .values(lease_until=_text("lease_until"), attempts=mine.c.attempts + _sql("1"))
        .returning(
            mine.c.id, mine.c.doc, mine.c.attempts, mine.c.created_at, mine.c.next_at, mine.c.last_error
        )
    )


def _forget(table: Table, stamp: str, where: ColumnElement[bool] | None = None) -> Build:
    """Delete a few of the oldest rows from before a stamp: little at a time, so that nobody waits for it."""

    def build(_: Kind) -> ClauseElement:
        keys = tuple(table.primary_key.columns)
        old = select(*keys).where(table.c[stamp] < _text("before"), *([] if where is None else [where]))
        few = old.limit(bindparam("most", type_=Integer())).offset(_sql("0"))
        chosen = keys[0].in_(few) if len(keys) == 1 else tuple_(*keys).in_(few)
        return delete(table).where(chosen).returning(keys[0])

    return build


def _forget_file(_: Kind) -> ClauseElement:
    """A file that no record and no act shows, no draft that was sent, and no open one touched since a stamp."""
    uses, drafts = t.file_uses.c, t.drafts.c
    open_still = and_(drafts.done == _sql("''"), drafts.updated_at >= _text("before"))
    live = and_(drafts.id == uses.target, or_(drafts.done == _sql("'sent'"), open_still))
    shows = or_(uses.kind != _sql("'draft'"), exists().where(live))
    used = exists().where(uses.digest == t.files.c.digest, shows)
    return delete(t.files).where(t.files.c.digest == _text("digest"), ~used).returning(t.files.c.digest)


def _forget_uses(_: Kind) -> ClauseElement:
    """What showed a file that is not known any more."""
    uses = t.file_uses.c
    known = exists().where(t.files.c.digest == uses.digest)
    return delete(t.file_uses).where(uses.digest == _text("digest"), ~known).returning(uses.digest)


def _known_file(_: Kind) -> ClauseElement:
    return select(t.files.c.digest).where(t.files.c.digest == _text("digest"))


def _head(kind: Kind) -> ClauseElement:
    head = select(t.audit_head.c.seq, t.audit_head.c.hash).where(t.audit_head.c.id == _sql("1"))
    return head.with_for_update() if kind.postgres else head


def _next(kind: Kind) -> ClauseElement:
    """The next change of a chat, and its next line where there is a new one: (lines, seq)."""
    table = t.chat_heads
    new = bindparam("new", type_=Integer())
    statement = kind.insert(table).values(chat_id=_text("chat"), lines=new, seq=_sql("1"))
    counted = {
        "lines": table.c.lines + statement.excluded.lines,
        "seq": table.c.seq + _sql("1"),
    }
    return upsert(statement, ["chat_id"], counted).returning(table.c.lines, table.c.seq)  # type: ignore[attr-defined,no-any-return]


def _origin(_: Kind) -> ClauseElement:
    """The line that an origin has changed already."""
    table = t.chat_origins.c
    known = and_(table.chat_id == _text("chat"), table.origin == _text("origin"))
    return select(table.message_id).where(known)


def _there(_: Kind) -> ClauseElement:
    """A line that is still there."""
    table = t.chat_messages.c
    number = bindparam("number", type_=Integer())
    there = and_(table.chat_id == _text("chat"), table.message_id == number, table.doc != _sql("''"))
    return select(table.message_id).where(there)


def _edit(_: Kind) -> ClauseElement:
    """A line that is still there changes in its place."""
    table = t.chat_messages.c
    number = bindparam("number", type_=Integer())
    return (
        update(t.chat_messages)
        .where(table.chat_id == _text("chat"), table.message_id == number, table.doc != _sql("''"))
        .values(doc=_text("doc"), seq=bindparam("seq", type_=Integer()), edited_at=_text("edited_at"))
        .returning(table.message_id)
    )


def _stale(place: int) -> Blame:
    return lambda row: RecordStale(record_id=row[place])


def _exists(place: int) -> Blame:
    return lambda row: AlreadyExists(key=row[place])


_UNIQUE_KEY = columns(t.records).index("unique_key")
_ACTED = (
    "state", "round", "rev", "version", "change_reason", "late", "backfill", "backfill_reason", "due_at", "event_at",
    "unique_live", "label", "subject", "subject_name", "frozen", "flags", "arrived_at", "updated_at",
)  # fmt: skip
_SAVED = ("form", "org", "period", "row_id", "done", "rev", "updated_at", "doc")
_VALID = ("id", "valid_from")


def _record_taken(row: Row) -> AlreadyExists:
    return AlreadyExists(key=row[_UNIQUE_KEY] or row[0])


# ------------------------------------------------------------------ the inbox

INBOX_TAKE = Write(
    "inbox_take", *once(t.inbox, state="'pending'", reply="''", attempts="0", error="''", done_at="''")
)
INBOX_MARK = Write(
    "inbox_mark", ("key", "channel", "reply", "at", "state"), _mark, counted=True,
    missing=lambda row: DuplicateUpdate(key=row[0]),
)  # fmt: skip
INBOX_FINISH = Write("inbox_finish", ("key", "channel", "reply", "at"), _finish)
INBOX_DEAD = Write(
    "inbox_dead",
    *change(t.inbox, {"key": "which"}, "error", where=t.inbox.c.state == _sql("'pending'"), state="'dead'"),
)

# ------------------------------------------------------------------ people

ORG_PUT = Write("org_put", *put(t.orgs, ["id"]), people=True)
PERSON_PUT = Write("person_put", *put(t.persons, ["id"], ["consent", "created_at"]), people=True)
PERSON_LANG = Write("person_lang", *change(t.persons, {"id": "which"}, "lang"), people=True)
PERSON_CONSENT = Write("person_consent", *change(t.persons, {"id": "which"}, "consent"), people=True)
CONSENT_ADD = Write("consent_add", *add(t.consents))
POST_PUT = Write("post_put", *put(t.posts, ["person", "org", "role", "valid_from"]), people=True)
CHAT_BIND = Write("chat_bind", ("channel", "chat_id", "person", "bound_at"), _bind, people=True)
CHAT_BLOCKED = Write("chat_blocked", ("channel", "chat_id", "blocked"), _chat("blocked"))
CHAT_MEMO = Write("chat_memo", ("channel", "chat_id", "memo"), _chat("memo"))
CHAT_LIVE = Write("chat_live", ("channel", "chat_id", "live_draft"), _chat("live_draft"))
INVITATION_ADD = Write(
    "invitation_add", *add(t.invitations, used_at="''", used_by="''", ended_at="''"), taken=_exists(0)
)
INVITATION_USE = Write(
    "invitation_use", ("used_at", "used_by", "code"), _use_invitation,
    counted=True, missing=lambda _: InvitationGone(),
)  # fmt: skip
INVITATION_END = Write(
    "invitation_end",
    *change(t.invitations, {"id": "which"}, "ended_at", where=t.invitations.c.used_at == _sql("''")),
)
DEVICE_ADD = Write("device_add", *add(t.devices, ended_at="''"), taken=_exists(0))
DEVICE_SEEN = Write("device_seen", *change(t.devices, {"id": "which"}, "seen_at", "expires_at"))
DEVICE_END = Write(
    "device_end", *change(t.devices, {"id": "which"}, "ended_at", where=t.devices.c.ended_at == _sql("''"))
)
HOUSEHOLD_PUT = Write("household_put", *put(t.households, _VALID, said=["reason"]))
HOUSEHOLD_END = Write("household_end", ("until", "key", "since"), _end_before(t.households, "id"))
# before the next: a version of the household written in the same step finds who speaks as it is said now
REPRESENTATIVE_SAID = Write(
    "representative_said",
    *change(t.household_representatives, {"household": "which", "valid_from": "since"}, "phone", "term"),
)
REPRESENTATIVE_PUT = Write("representative_put", _SPOKEN, _new_representative)
REPRESENTATIVE_END = Write(
    "representative_end", ("until", "key", "since", *_SPEAKER),
    _end_before(t.household_representatives, "household",
                or_(*(t.household_representatives.c[name] != _text(name) for name in _SPEAKER))),
)  # fmt: skip
MEMBER_PUT = Write("member_put", *put(t.body_members, _VALID, said=["reason"]))
MEMBER_END = Write("member_end", ("until", "key", "since"), _end_before(t.body_members, "id"))

# ------------------------------------------------------------------ drafts, records, acts

SNAPSHOT_PUT = Write("snapshot_put", *once(t.snapshots))
DRAFT_ADD = Write("draft_add", *add(t.drafts), taken=_exists(0))
DRAFT_SAVE = Write(
    "draft_save", *change(t.drafts, {"id": "which", "rev": "was"}, *_SAVED),
    counted=True, missing=lambda row: DraftStale(draft_id=row[-2], rev=row[-1] + 1),
)  # fmt: skip
# before new records: one step may withdraw a record and send another in its place
RECORD_FREE = Write("record_free", *change(t.records, {"id": "which"}, unique_live="NULL"))
RECORD_ADD = Write("record_add", *add(t.records), taken=_record_taken)
RECORD_ACT = Write(
    "record_act", *change(t.records, {"id": "which", "rev": "was"}, *_ACTED),
    counted=True, missing=_stale(-2), taken=_exists(_ACTED.index("unique_live")),
)  # fmt: skip
RECORD_ANSWERS = Write("record_answers", *change(t.records, {"id": "which"}, "answers", "form_version"))
VERSION_ADD = Write("version_add", *add(t.record_versions), taken=_stale(0))
ACT_ADD = Write("act_add", *add(t.acts), taken=_stale(0))
EFFECT_KEEP = Write("effect_keep", *once(t.effects))
EFFECT_DROP = Write(
    "effect_drop", ("which",), lambda _: delete(t.effects).where(t.effects.c.key == bindparam("which")),
    counted=True, missing=_exists(0),
)  # fmt: skip
FILE_ADD = Write("file_add", *once(t.files))
FILE_USE = Write("file_use", *once(t.file_uses))
FILE_FORGET = Write("file_forget", ("digest", "before"), _forget_file, returns=True)
FILE_USES_FORGET = Write("file_uses_forget", ("digest",), _forget_uses, returns=True)
FILE_KNOWN = Write("file_known", ("digest",), _known_file, returns=True)

# ------------------------------------------------------------------ the outbox, the database itself

OUTBOX_TELL = Write(
    "outbox_tell",
    *once(t.outbox, state="'waiting'", attempts="0", lease_until="''", sent_at="''", last_error="''"),
)
OUTBOX_SENT = Write(
    "outbox_sent",
    *change(
        t.outbox, {"key": "which"}, "sent_at", state="'sent'", doc="''", lease_until="''", last_error="''"
    ),
)
OUTBOX_AGAIN = Write(
    "outbox_again", *change(t.outbox, {"key": "which"}, "next_at", "last_error", lease_until="''")
)
OUTBOX_FAILED = Write(
    "outbox_failed", *change(t.outbox, {"key": "which"}, "last_error", state="'failed'", lease_until="''")
)
META_SET = Write("meta_set", *put(t.meta, ["key"]))
COUNT = Write("count", ("key",), _count)

# ------------------------------------------------------------------ what answers, after all of the above

INBOX_RETRY = Write("inbox_retry", ("error", "which"), _retry, returns=True)
INBOX_REVIVE = Write("inbox_revive", ("which",), _revive, returns=True)
OUTBOX_CLAIM = Write("outbox_claim", ("lease_until", "now", "most"), _claim, returns=True)
RECEIPT_NEXT = Write("receipt_next", ("town", "letter", "period"), _receipt, returns=True)
INBOX_FORGET = Write(
    "inbox_forget",
    ("before", "most"),
    _forget(t.inbox, "done_at", t.inbox.c.state == _sql("'done'")),
    returns=True,
)
OUTBOX_FORGET = Write(
    "outbox_forget",
    ("before", "most"),
    _forget(t.outbox, "sent_at", t.outbox.c.state == _sql("'sent'")),
    returns=True,
)
ORIGINS_FORGET = Write("origins_forget", ("before", "most"), _forget(t.chat_origins, "at"), returns=True)
CHAT_EDIT = Write("chat_edit", ("doc", "seq", "edited_at", "chat", "number"), _edit, returns=True)
CHAT_NEXT = Write("chat_next", ("chat", "new"), _next, returns=True)
CHAT_THERE = Write("chat_there", ("chat", "number"), _there, returns=True)
CHAT_ORIGIN = Write("chat_origin", ("chat", "origin"), _origin, returns=True)
CHAT_ADD = Write("chat_add", *add(t.chat_messages, edited_at="''"))
CHAT_ORIGIN_ADD = Write("chat_origin_add", *add(t.chat_origins))
CHAT_FACT = Write("chat_fact", *put(t.chat_facts, ["chat_id", "name"]))
AUDIT_HEAD = Write("audit_head", (), _head, returns=True)
AUDIT_ADD = Write("audit_add", *add(t.audit))
AUDIT_MOVE = Write(
    "audit_move", ("seq", "hash"),
    lambda _: (
        update(t.audit_head).where(t.audit_head.c.id == _sql("1")).values(seq=bindparam("seq"),
        hash=bindparam("hash"))
    ),
)  # fmt: skip

WRITES: tuple[Write, ...] = tuple(found for found in list(globals().values()) if isinstance(found, Write))
ORDER: dict[str, int] = {write.name: place for place, write in enumerate(WRITES)}
