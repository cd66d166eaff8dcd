"""
The first tables.

Revision: 0001, after None. Imports nothing of ours; may be run twice.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _t(name: str) -> sa.Column[str]:
    return sa.Column(name, TEXT, nullable=False)


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        _t("at"),
        _t("actor"),
        _t("kind"),
        _t("action"),
        _t("target"),
        _t("digest"),
        _t("details"),
        _t("prev"),
        _t("hash"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_target"), "audit", ["target"], unique=False)

    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        _t("hash"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    op.create_table(
        "body_members",
        _t("id"),
        _t("org"),
        _t("body"),
        _t("no"),
        _t("name"),
        _t("grp"),
        _t("valid_from"),
        _t("valid_to"),
        _t("reason"),
        sa.PrimaryKeyConstraint("id", "valid_from", name=op.f("pk_body_members")),
    )
    op.create_index(op.f("ix_body_members_org_body"), "body_members", ["org", "body"], unique=False)

    op.create_table(
        "chat_messages",
        _t("chat_id"),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        _t("doc"),
        _t("at"),
        _t("edited_at"),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_chat_messages")),
        sa.UniqueConstraint("chat_id", "seq", name=op.f("uq_chat_messages_chat_id_seq")),
    )
    op.create_table(
        "chat_heads",
        _t("chat_id"),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_chat_heads")),
    )
    op.create_table(
        "chat_origins",
        _t("chat_id"),
        _t("origin"),
        sa.Column("message_id", sa.Integer(), nullable=False),
        _t("at"),
        sa.PrimaryKeyConstraint("chat_id", "origin", name=op.f("pk_chat_origins")),
    )
    op.create_table(
        "chat_facts",
        _t("chat_id"),
        _t("name"),
        _t("doc"),
        sa.PrimaryKeyConstraint("chat_id", "name", name=op.f("pk_chat_facts")),
    )
    op.create_table(
        "chats",
        _t("channel"),
        _t("chat_id"),
        _t("person"),
        _t("live_draft"),
        sa.Column("blocked", sa.Integer(), nullable=False),
        _t("memo"),
        _t("bound_at"),
        sa.PrimaryKeyConstraint("channel", "chat_id", name=op.f("pk_chats")),
    )
    op.create_index(op.f("ix_chats_person"), "chats", ["person"], unique=False)

    op.create_table(
        "devices",
        _t("id"),
        _t("token_hash"),
        _t("person"),
        _t("kind"),
        _t("label"),
        _t("created_at"),
        _t("seen_at"),
        _t("expires_at"),
        _t("ended_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_devices_token_hash")),
    )
    op.create_index(op.f("ix_devices_person"), "devices", ["person"], unique=False)

    op.create_table(
        "drafts",
        _t("id"),
        _t("owner"),
        _t("form"),
        _t("org"),
        _t("subject"),
        _t("period"),
        _t("record"),
        _t("row_id"),
        _t("done"),
        sa.Column("rev", sa.Integer(), nullable=False),
        _t("updated_at"),
        _t("doc"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_index(
        op.f("ix_drafts_owner_done_updated_at"), "drafts", ["owner", "done", "updated_at"], unique=False
    )
    op.create_index(op.f("ix_drafts_record"), "drafts", ["record"], unique=False)

    op.create_table(
        "effects",
        _t("key"),
        _t("type"),
        _t("doc"),
        _t("created_at"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_effects")),
    )
    op.create_index(op.f("ix_effects_type_created_at"), "effects", ["type", "created_at"], unique=False)

    op.create_table(
        "file_uses",
        _t("digest"),
        _t("kind"),
        _t("target"),
        _t("at"),
        sa.PrimaryKeyConstraint("digest", "kind", "target", name=op.f("pk_file_uses")),
    )
    op.create_index(op.f("ix_file_uses_kind_target"), "file_uses", ["kind", "target"], unique=False)

    op.create_table(
        "files",
        _t("digest"),
        _t("name"),
        _t("media_type"),
        sa.Column("size", sa.Integer(), nullable=False),
        _t("owner"),
        _t("created_at"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_files")),
    )
    op.create_table(
        "household_representatives",
        _t("household"),
        _t("name"),
        _t("valid_from"),
        _t("valid_to"),
        _t("reason"),
        sa.PrimaryKeyConstraint("household", "valid_from", name=op.f("pk_household_representatives")),
    )
    op.create_table(
        "households",
        _t("id"),
        _t("org"),
        _t("house_no"),
        _t("grp"),
        _t("point"),
        _t("head"),
        sa.Column("adults", sa.Integer(), nullable=False),
        _t("valid_from"),
        _t("valid_to"),
        _t("reason"),
        sa.PrimaryKeyConstraint("id", "valid_from", name=op.f("pk_households")),
    )
    op.create_index(op.f("ix_households_org"), "households", ["org"], unique=False)

    op.create_table(
        "inbox",
        sa.Column("id", sa.Integer(), nullable=False),
        _t("key"),
        _t("channel"),
        _t("chat"),
        _t("state"),
        _t("body"),
        _t("reply"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _t("error"),
        _t("received_at"),
        _t("done_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("key", name=op.f("uq_inbox_key")),
    )
    op.create_index(
        op.f("ix_inbox_open"),
        "inbox",
        ["state", "id"],
        unique=False,
        sqlite_where=sa.text("state <> 'done'"),
        postgresql_where=sa.text("state <> 'done'"),
    )

    op.create_table(
        "invitations",
        _t("id"),
        _t("code_hash"),
        _t("role"),
        _t("org"),
        _t("person"),
        _t("name"),
        _t("created_by"),
        _t("created_at"),
        _t("expires_at"),
        _t("used_at"),
        _t("used_by"),
        _t("ended_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitations_code_hash")),
    )
    op.create_index(op.f("ix_invitations_org_created_at"), "invitations", ["org", "created_at"], unique=False)
    op.create_index(op.f("ix_invitations_person"), "invitations", ["person"], unique=False)

    op.create_table("meta", _t("key"), _t("value"), sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")))
    op.create_table(
        "orgs",
        _t("id"),
        _t("name"),
        _t("short"),
        _t("level"),
        _t("kind"),
        _t("parent"),
        _t("path"),
        _t("valid_from"),
        _t("valid_to"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orgs")),
    )
    op.create_index(op.f("ix_orgs_path"), "orgs", ["path"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        _t("key"),
        _t("person"),
        _t("doc"),
        _t("state"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        _t("created_at"),
        _t("next_at"),
        _t("lease_until"),
        _t("sent_at"),
        _t("last_error"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
    )
    op.create_index(
        op.f("ix_outbox_waiting"),
        "outbox",
        ["next_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        op.f("ix_outbox_waiting_person"),
        "outbox",
        ["person", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )

    op.create_table(
        "persons",
        _t("id"),
        _t("name"),
        _t("lang"),
        _t("phone"),
        _t("consent"),
        _t("created_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    op.create_table(
        "receipts",
        _t("town"),
        _t("letter"),
        _t("period"),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("town", "letter", "period", name=op.f("pk_receipts")),
    )
    op.create_table(
        "records",
        _t("id"),
        _t("type"),
        sa.Column("form_version", sa.Integer(), nullable=False),
        _t("receipt"),
        _t("org"),
        _t("org_path"),
        _t("filler"),
        _t("filler_name"),
        _t("post"),
        _t("submitted_at"),
        _t("state"),
        _t("subject"),
        _t("subject_name"),
        _t("period"),
        _t("event_at"),
        _t("due_at"),
        sa.Column("late", sa.Integer(), nullable=False),
        sa.Column("backfill", sa.Integer(), nullable=False),
        _t("backfill_reason"),
        sa.Column("version", sa.Integer(), nullable=False),
        _t("change_reason"),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        _t("unique_key"),
        sa.Column("unique_live", TEXT, nullable=True),
        _t("label"),
        _t("proxy_for"),
        _t("arrived_at"),
        _t("answers"),
        _t("frozen"),
        _t("flags"),
        _t("updated_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_records")),
        sa.UniqueConstraint("receipt", name=op.f("uq_records_receipt")),
        sa.UniqueConstraint("type", "unique_live", name=op.f("uq_records_type_unique_live")),
    )
    op.create_index(
        op.f("ix_records_filler_submitted_at"), "records", ["filler", "submitted_at"], unique=False
    )
    op.create_index(op.f("ix_records_org_submitted_at"), "records", ["org", "submitted_at"], unique=False)
    op.create_index(
        op.f("ix_records_subject_type_period"), "records", ["subject", "type", "period"], unique=False
    )
    op.create_index(op.f("ix_records_type_event_at"), "records", ["type", "event_at"], unique=False)
    op.create_index(
        op.f("ix_records_type_org_period_submitted_at_id"),
        "records",
        ["type", "org", "period", "submitted_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_records_type_period_org_path"), "records", ["type", "period", "org_path"], unique=False
    )
    op.create_index(
        op.f("ix_records_type_state_submitted_at"), "records", ["type", "state", "submitted_at"], unique=False
    )

    op.create_table(
        "snapshots",
        _t("digest"),
        _t("kind"),
        _t("doc"),
        _t("created_at"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_snapshots")),
    )
    op.create_table(
        "acts",
        _t("record"),
        sa.Column("n", sa.Integer(), nullable=False),
        _t("name"),
        _t("by_person"),
        _t("by_name"),
        _t("post"),
        _t("at"),
        _t("from_state"),
        _t("to_state"),
        sa.Column("round", sa.Integer(), nullable=False),
        _t("row_id"),
        _t("answers"),
        sa.ForeignKeyConstraint(["record"], ["records.id"], name=op.f("fk_acts_record_records")),
        sa.PrimaryKeyConstraint("record", "n", name=op.f("pk_acts")),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        _t("person"),
        _t("version"),
        _t("way"),
        _t("at"),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_consents_person_persons")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_person"), "consents", ["person"], unique=False)

    op.create_table(
        "posts",
        _t("person"),
        _t("org"),
        _t("role"),
        _t("title"),
        _t("valid_from"),
        _t("valid_to"),
        sa.ForeignKeyConstraint(["org"], ["orgs.id"], name=op.f("fk_posts_org_orgs")),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_posts_person_persons")),
        sa.PrimaryKeyConstraint("person", "org", "role", "valid_from", name=op.f("pk_posts")),
    )
    op.create_index(op.f("ix_posts_org_role"), "posts", ["org", "role"], unique=False)

    op.create_table(
        "record_versions",
        _t("record"),
        sa.Column("n", sa.Integer(), nullable=False),
        _t("by_person"),
        _t("at"),
        _t("reason"),
        _t("answers"),
        _t("digest"),
        sa.ForeignKeyConstraint(["record"], ["records.id"], name=op.f("fk_record_versions_record_records")),
        sa.PrimaryKeyConstraint("record", "n", name=op.f("pk_record_versions")),
    )
    op.execute("INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '')")


def downgrade() -> None:
    for table in (
        "record_versions",
        "posts",
        "consents",
        "acts",
        "snapshots",
        "records",
        "receipts",
        "persons",
        "outbox",
        "orgs",
        "meta",
        "invitations",
        "inbox",
        "households",
        "household_representatives",
        "files",
        "file_uses",
        "effects",
        "drafts",
        "devices",
        "chats",
        "chat_facts",
        "chat_origins",
        "chat_heads",
        "chat_messages",
        "body_members",
        "audit_head",
        "audit",
    ):
        op.drop_table(table)
