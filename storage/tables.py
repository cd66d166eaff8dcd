"""
Every table of Lianxin. Stamps are UTC ISO text, documents JSON text, truth 0 or 1: both databases behave
alike.

Texts compare by bytes on both (PostgreSQL: collation "C"), so that stamps, periods and paths sort and range
the same. "" means "none" unless a column says it may be NULL.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def _text(name: str, *more: object, null: bool = False, key: bool = False) -> Column[str]:
    return Column(name, TEXT, *more, nullable=null, primary_key=key)  # type: ignore[arg-type]


def _int(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _later(name: str) -> Column[str]:
    """A text that came later: older rows have none, and adding it rewrites no table."""
    return Column(name, TEXT, nullable=False, server_default=text("''"))


# ------------------------------------------------------------------ who and where

orgs = Table(
    "orgs", metadata,
    _text("id", key=True), _text("name"), _text("short"), _text("level"), _text("kind"), _text("parent"),
    _text("path"), _text("valid_from"), _text("valid_to"),
    Index(None, "path"),
)  # fmt: skip

persons = Table(
    "persons", metadata,
    _text("id", key=True), _text("name"), _text("lang"), _text("phone"), _text("consent"),
    _text("created_at"),
)  # fmt: skip

posts = Table(
    "posts", metadata,
    _text("person", ForeignKey("persons.id")), _text("org", ForeignKey("orgs.id")), _text("role"),
    _text("title"), _text("valid_from"), _text("valid_to"), _later("away_from"), _later("away_to"),
    PrimaryKeyConstraint("person", "org", "role", "valid_from"),
    Index(None, "org", "role"),
)  # fmt: skip

consents = Table(  # every consent given, with the version of its text; persons.consent is the newest
    "consents", metadata,
    Column("id", Integer, primary_key=True),
    _text("person", ForeignKey("persons.id")), _text("version"), _text("way"), _text("at"),
    Index(None, "person"),
)  # fmt: skip

chats = Table(
    "chats", metadata,
    _text("channel"), _text("chat_id"), _text("person"), _text("live_draft"), _int("blocked"),
    _text("memo"),  # JSON: what the skin remembers of the chat
    _text("bound_at"),
    PrimaryKeyConstraint("channel", "chat_id"),
    Index(None, "person"),
)  # fmt: skip

invitations = Table(
    "invitations", metadata,
    _text("id", key=True),
    _text("code_hash"),  # SHA-256 of the code; the code itself is kept nowhere
    _text("role"), _text("org"), _text("person"), _text("name"), _text("created_by"), _text("created_at"),
    _text("expires_at"), _text("used_at"), _text("used_by"), _text("ended_at"),
    UniqueConstraint("code_hash"),
    Index(None, "org", "created_at"),
    Index(None, "person"),
)  # fmt: skip

devices = Table(
    "devices", metadata,
    _text("id", key=True),
    _text("token_hash"), _text("person"), _text("kind"), _text("label"), _text("created_at"), _text("seen_at"),
    _text("expires_at"), _text("ended_at"),
    UniqueConstraint("token_hash"),
    Index(None, "person"),
)  # fmt: skip

households = Table(
    "households", metadata,
    _text("id"), _text("org"), _text("house_no"), _text("grp"), _text("point"), _text("head"), _int("adults"),
    _text("valid_from"), _text("valid_to"), _text("reason"),
    Column("people", Integer, nullable=True),  # NULL: nobody counted
    PrimaryKeyConstraint("id", "valid_from"),
    Index(None, "org"),
)  # fmt: skip

household_representatives = Table(
    "household_representatives", metadata,
    _text("household"), _text("name"), _text("valid_from"), _text("valid_to"), _text("reason"), _later("phone"), _later("term"),
    PrimaryKeyConstraint("household", "valid_from"),
)  # fmt: skip

body_members = Table(
    "body_members", metadata,
    _text("id"), _text("org"), _text("body"), _text("no"), _text("name"), _text("grp"),
    _text("valid_from"), _text("valid_to"), _text("reason"),
    _later("sex"), Column("capable", Integer, nullable=False, server_default=text("1")),
    PrimaryKeyConstraint("id", "valid_from"),
    Index(None, "org", "body"),
)  # fmt: skip

# ------------------------------------------------------------------ forms being filled, records, acts

drafts = Table(
    "drafts", metadata,
    _text("id", key=True),
    _text("owner"), _text("form"), _text("org"), _text("subject"), _text("period"), _text("record"), _text("row_id"), _text("done"),
    _int("rev"), _text("updated_at"), _text("doc"),
    Index(None, "owner", "done", "updated_at"),
    Index(None, "record"),
)  # fmt: skip

snapshots = Table(
    "snapshots", metadata,
    _text("digest", key=True), _text("kind"), _text("doc"), _text("created_at"),
)  # fmt: skip

records = Table(
    "records", metadata,
    _text("id", key=True), _text("type"), _int("form_version"), _text("receipt"), _text("org"), _text("org_path"),
    _text("filler"), _text("filler_name"), _text("post"), _text("submitted_at"), _text("state"), _text("subject"),
    _text("subject_name"), _text("period"), _text("event_at"), _text("due_at"), _int("late"), _int("backfill"),
    _text("backfill_reason"), _int("version"), _text("change_reason"), _int("rev"), _int("round"),
    _text("unique_key"),
    _text("unique_live", null=True),  # unique_key while the record counts, NULL once it is withdrawn or void
    _text("label"), _text("proxy_for"), _text("arrived_at"),
    _text("answers"), _text("frozen"), _text("flags"),  # JSON
    _text("updated_at"),
    UniqueConstraint("receipt"),
    UniqueConstraint("type", "unique_live"),
    Index(None, "type", "org", "period", "submitted_at", "id"),
    Index(None, "type", "period", "org_path"),
    Index(None, "type", "state", "submitted_at"),
    Index(None, "type", "event_at"),
    Index(None, "org", "submitted_at"),
    Index(None, "filler", "submitted_at"),
    Index(None, "subject", "type", "period"),
)  # fmt: skip

record_versions = Table(
    "record_versions", metadata,
    _text("record", ForeignKey("records.id")), _int("n"), _text("by_person"), _text("at"), _text("reason"),
    _text("answers"), _text("digest"),
    PrimaryKeyConstraint("record", "n"),
)  # fmt: skip

acts = Table(
    "acts", metadata,
    _text("record", ForeignKey("records.id")), _int("n"), _text("name"), _text("by_person"), _text("by_name"),
    _text("post"), _text("at"), _text("from_state"), _text("to_state"), _int("round"), _text("row_id"),
    _text("answers"),
    PrimaryKeyConstraint("record", "n"),
)  # fmt: skip

effects = Table(
    "effects", metadata,
    _text("key", key=True), _text("type"), _text("doc"), _text("created_at"),
    Index(None, "type", "created_at"),
)  # fmt: skip

receipts = Table(
    "receipts", metadata,
    _text("town"), _text("letter"), _text("period"), _int("last"),
    PrimaryKeyConstraint("town", "letter", "period"),
)  # fmt: skip

# ------------------------------------------------------------------ what happened, in one chain

audit = Table(
    "audit", metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("at"), _text("actor"),
    _text("kind"),  # act | version | entry
    _text("action"), _text("target"), _text("digest"), _text("details"), _text("prev"), _text("hash"),
    Index(None, "target"),
)  # fmt: skip

audit_head = Table(
    "audit_head", metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _int("seq"), _text("hash"),
)  # fmt: skip

# ------------------------------------------------------------------ in and out

inbox = Table(
    "inbox", metadata,
    Column("id", Integer, primary_key=True),
    _text("key"), _text("channel"), _text("chat"),
    _text("state"),  # pending | owed (done, its reply not sent yet) | done | dead
    _text("body"),  # as it came; "" once done
    _text("reply"), _int("attempts"), _text("error"), _text("received_at"), _text("done_at"),
    UniqueConstraint("key"),
    Index(
        "ix_inbox_open", "state", "id", sqlite_where=text("state <> 'done'"),
        postgresql_where=text("state <> 'done'"),
    ),
)  # fmt: skip

outbox = Table(
    "outbox", metadata,
    Column("id", Integer, primary_key=True),
    _text("key"), _text("person"),
    _text("doc"),  # the message; "" once sent
    _text("state"),  # waiting | sent | failed
    _int("attempts"), _text("created_at"), _text("next_at"), _text("lease_until"), _text("sent_at"),
    _text("last_error"),
    UniqueConstraint("key"),
    Index(
        "ix_outbox_waiting", "next_at", "id", sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
    Index(
        "ix_outbox_waiting_person", "person", "id", sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    ),
)  # fmt: skip

chat_messages = Table(
    "chat_messages", metadata,
    _text("chat_id"), _int("message_id"),
    _int("seq"),  # of its last change; counts all changes of the chat
    _text("doc"),  # JSON; "" once deleted
    _text("at"), _text("edited_at"),
    PrimaryKeyConstraint("chat_id", "message_id"),
    UniqueConstraint("chat_id", "seq"),
)  # fmt: skip

chat_heads = Table(  # how far each chat has come; changing a chat begins with its row, so changes take turns
    "chat_heads", metadata,
    _text("chat_id", key=True), _int("lines"), _int("seq"),
)  # fmt: skip

chat_origins = Table(  # what has changed a chat already, so that trying again changes nothing
    "chat_origins", metadata,
    _text("chat_id"), _text("origin"), _int("message_id"), _text("at"),
    PrimaryKeyConstraint("chat_id", "origin"),
)  # fmt: skip

chat_facts = Table(
    "chat_facts", metadata,
    _text("chat_id"), _text("name"), _text("doc"),
    PrimaryKeyConstraint("chat_id", "name"),
)  # fmt: skip

files = Table(
    "files", metadata,
    _text("digest", key=True), _text("name"), _text("media_type"), _int("size"), _text("owner"),
    _text("created_at"),
)  # fmt: skip

file_uses = Table(
    "file_uses", metadata,
    _text("digest"), _text("kind"), _text("target"), _text("at"),
    PrimaryKeyConstraint("digest", "kind", "target"),
    Index(None, "kind", "target"),
)  # fmt: skip

meta = Table(
    "meta", metadata,
    _text("key", key=True), _text("value"),
)  # fmt: skip
