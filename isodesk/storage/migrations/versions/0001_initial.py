"""The first schema: clients, standards, team, assessment, plan, audits, records of the workspace itself."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes all tables."""
    op.create_table(
        "content_snapshot",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_snapshot")),
        sa.UniqueConstraint("digest", name=op.f("uq_content_snapshot_digest")),
    )
    op.create_table(
        "file",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("stored_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file")),
        sa.UniqueConstraint("digest", name=op.f("uq_file_digest")),
    )
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(length=300), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_sequence"), "journal", ["sequence"], unique=False)
    op.create_index("ix_journal_table_name_record_id", "journal", ["table_name", "record_id"], unique=False)
    op.create_table(
        "client",
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("short_name", sa.String(length=200), nullable=False),
        sa.Column("search", sa.String(length=800), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("inn", sa.String(length=20), nullable=False),
        sa.Column("ogrn", sa.String(length=20), nullable=False),
        sa.Column("legal_address", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(length=100), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("activity", sa.Text(), nullable=False),
        sa.Column("head_post", sa.String(length=300), nullable=False),
        sa.Column("head_name", sa.String(length=300), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=True),
        sa.Column("shifts", sa.Integer(), nullable=False),
        sa.Column("logo", sa.String(length=64), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column("is_sample", sa.Boolean(create_constraint=True, name="is_sample"), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["logo"], ["file.digest"], name=op.f("fk_client_logo_file")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client")),
    )
    op.create_index(op.f("ix_client_logo"), "client", ["logo"], unique=False)
    op.create_index(op.f("ix_client_search"), "client", ["search"], unique=False)
    op.create_table(
        "assessment_round",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_assessment_round_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_round")),
        sa.UniqueConstraint("client_id", "number", name=op.f("uq_assessment_round_client_id_number")),
    )
    op.create_index(op.f("ix_assessment_round_client_id"), "assessment_round", ["client_id"], unique=False)
    op.create_table(
        "client_standard",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("adopted_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_client_standard_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["digest"], ["content_snapshot.digest"], name=op.f("fk_client_standard_digest_content_snapshot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_standard")),
        sa.UniqueConstraint("client_id", "standard", name=op.f("uq_client_standard_client_id_standard")),
    )
    op.create_index(op.f("ix_client_standard_client_id"), "client_standard", ["client_id"], unique=False)
    op.create_index(op.f("ix_client_standard_digest"), "client_standard", ["digest"], unique=False)
    op.create_table(
        "counter",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_counter_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter")),
        sa.UniqueConstraint("client_id", "kind", "year", name=op.f("uq_counter_client_id_kind_year")),
    )
    op.create_index(op.f("ix_counter_client_id"), "counter", ["client_id"], unique=False)
    op.create_table(
        "exclusion",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_exclusion_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusion")),
    )
    op.create_index(op.f("ix_exclusion_client_id"), "exclusion", ["client_id"], unique=False)
    op.create_table(
        "page_mark",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("page", sa.String(length=60), nullable=False),
        sa.Column("marked_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_page_mark_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_mark")),
        sa.UniqueConstraint("client_id", "page", name=op.f("uq_page_mark_client_id_page")),
    )
    op.create_index(op.f("ix_page_mark_client_id"), "page_mark", ["client_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("post", sa.String(length=300), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=100), nullable=False),
        sa.Column("competence", sa.Text(), nullable=False),
        sa.Column("hours_a_week", sa.Float(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_person_client_id_client"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_client_id"), "person", ["client_id"], unique=False)
    op.create_table(
        "site",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=True),
        sa.Column("activity", sa.Text(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_site_client_id_client"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
    )
    op.create_index(op.f("ix_site_client_id"), "site", ["client_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=False),
        sa.Column("conformity", sa.String(length=20), nullable=True),
        sa.Column("maturity", sa.Integer(), nullable=True),
        sa.Column("existing", sa.Text(), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("importance", sa.String(length=20), nullable=True),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("assessor", sa.String(length=300), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=True),
        sa.Column("seen_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint(
            "conformity IS NULL OR conformity IN ('conforms', 'partly', 'absent', 'not-applicable')",
            name=op.f("ck_answer_conformity"),
        ),
        sa.CheckConstraint("maturity IS NULL OR maturity BETWEEN 0 AND 5", name=op.f("ck_answer_maturity")),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["person.id"], name=op.f("fk_answer_owner_id_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["assessment_round.id"],
            name=op.f("fk_answer_round_id_assessment_round"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("round_id", "question", name=op.f("uq_answer_round_id_question")),
    )
    op.create_index(op.f("ix_answer_owner_id"), "answer", ["owner_id"], unique=False)
    op.create_index(op.f("ix_answer_round_id"), "answer", ["round_id"], unique=False)
    op.create_table(
        "audit",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("objective", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("methods", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("lead_id", sa.String(length=36), nullable=True),
        sa.Column("dependence_reason", sa.Text(), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("strengths", sa.Text(), nullable=False),
        sa.Column("not_covered", sa.Text(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint("state IN ('planned', 'under-way', 'finished')", name=op.f("ck_audit_state")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_audit_client_id_client"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["person.id"], name=op.f("fk_audit_lead_id_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sa.UniqueConstraint("client_id", "number", name=op.f("uq_audit_client_id_number")),
    )
    op.create_index(op.f("ix_audit_client_id"), "audit", ["client_id"], unique=False)
    op.create_index(op.f("ix_audit_lead_id"), "audit", ["lead_id"], unique=False)
    op.create_table(
        "person_role",
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_role_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_role")),
    )
    op.create_index(op.f("ix_person_role_person_id"), "person_role", ["person_id"], unique=False)
    op.create_table(
        "process",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_process_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["person.id"], name=op.f("fk_process_owner_id_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process")),
    )
    op.create_index(op.f("ix_process_client_id"), "process", ["client_id"], unique=False)
    op.create_index(op.f("ix_process_owner_id"), "process", ["owner_id"], unique=False)
    op.create_table(
        "task",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=True),
        sa.Column("milestone", sa.String(length=40), nullable=True),
        sa.Column("standard", sa.String(length=100), nullable=True),
        sa.Column("clause", sa.String(length=40), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("effort", sa.Float(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("deliverable", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint("done BETWEEN 0 AND 100", name=op.f("ck_task_done")),
        sa.CheckConstraint("effort >= 0", name=op.f("ck_task_effort")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_task_client_id_client"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["person.id"], name=op.f("fk_task_owner_id_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_index(op.f("ix_task_client_id"), "task", ["client_id"], unique=False)
    op.create_index(op.f("ix_task_due_on"), "task", ["due_on"], unique=False)
    op.create_index(op.f("ix_task_owner_id"), "task", ["owner_id"], unique=False)
    op.create_index(op.f("ix_task_question"), "task", ["question"], unique=False)
    op.create_table(
        "answer_override",
        sa.Column("answer_id", sa.String(length=36), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("conformity", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint(
            "conformity IN ('conforms', 'partly', 'absent', 'not-applicable')",
            name=op.f("ck_answer_override_conformity"),
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"],
            ["answer.id"],
            name=op.f("fk_answer_override_answer_id_answer"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_override")),
        sa.UniqueConstraint("answer_id", "standard", name=op.f("uq_answer_override_answer_id_standard")),
    )
    op.create_index(op.f("ix_answer_override_answer_id"), "answer_override", ["answer_id"], unique=False)
    op.create_table(
        "audit_clause",
        sa.Column("audit_id", sa.String(length=36), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_id"],
            ["audit.id"],
            name=op.f("fk_audit_clause_audit_id_audit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_clause")),
    )
    op.create_index(op.f("ix_audit_clause_audit_id"), "audit_clause", ["audit_id"], unique=False)
    op.create_table(
        "audit_member",
        sa.Column("audit_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_id"],
            ["audit.id"],
            name=op.f("fk_audit_member_audit_id_audit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_audit_member_person_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_member")),
    )
    op.create_index(op.f("ix_audit_member_audit_id"), "audit_member", ["audit_id"], unique=False)
    op.create_index(op.f("ix_audit_member_person_id"), "audit_member", ["person_id"], unique=False)
    op.create_table(
        "audit_process",
        sa.Column("audit_id", sa.String(length=36), nullable=False),
        sa.Column("process_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit_id"],
            ["audit.id"],
            name=op.f("fk_audit_process_audit_id_audit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["process.id"],
            name=op.f("fk_audit_process_process_id_process"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_process")),
    )
    op.create_index(op.f("ix_audit_process_audit_id"), "audit_process", ["audit_id"], unique=False)
    op.create_index(op.f("ix_audit_process_process_id"), "audit_process", ["process_id"], unique=False)
    op.create_table(
        "checklist_item",
        sa.Column("audit_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("process_id", sa.String(length=36), nullable=True),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=True),
        sa.Column("own_question", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("interviewed", sa.String(length=300), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint(
            "verdict IS NULL OR verdict IN ('conforms', 'remark', 'nonconforming', 'not-checked')",
            name=op.f("ck_checklist_item_verdict"),
        ),
        sa.ForeignKeyConstraint(
            ["audit_id"],
            ["audit.id"],
            name=op.f("fk_checklist_item_audit_id_audit"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["process.id"],
            name=op.f("fk_checklist_item_process_id_process"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_item")),
    )
    op.create_index(op.f("ix_checklist_item_audit_id"), "checklist_item", ["audit_id"], unique=False)
    op.create_index(op.f("ix_checklist_item_process_id"), "checklist_item", ["process_id"], unique=False)
    op.create_table(
        "process_clause",
        sa.Column("process_id", sa.String(length=36), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["process.id"],
            name=op.f("fk_process_clause_process_id_process"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_process_clause")),
    )
    op.create_index(op.f("ix_process_clause_process_id"), "process_clause", ["process_id"], unique=False)
    op.create_table(
        "task_link",
        sa.Column("predecessor_id", sa.String(length=36), nullable=False),
        sa.Column("successor_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["predecessor_id"],
            ["task.id"],
            name=op.f("fk_task_link_predecessor_id_task"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"],
            ["task.id"],
            name=op.f("fk_task_link_successor_id_task"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_link")),
        sa.UniqueConstraint("predecessor_id", "successor_id", name=op.f("uq_task_link_predecessor_id_successor_id")),
    )
    op.create_index(op.f("ix_task_link_predecessor_id"), "task_link", ["predecessor_id"], unique=False)
    op.create_index(op.f("ix_task_link_successor_id"), "task_link", ["successor_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("audit_id", sa.String(length=36), nullable=True),
        sa.Column("item_id", sa.String(length=36), nullable=True),
        sa.Column("process_id", sa.String(length=36), nullable=True),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("grade", sa.String(length=20), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("correction", sa.Text(), nullable=False),
        sa.Column("whys", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("elsewhere", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("responsible_id", sa.String(length=36), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("verified_by", sa.String(length=300), nullable=False),
        sa.Column("verification", sa.Text(), nullable=False),
        sa.Column("effective", sa.Boolean(create_constraint=True, name="effective"), nullable=True),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint("grade IN ('major', 'minor', 'opportunity')", name=op.f("ck_finding_grade")),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audit.id"], name=op.f("fk_finding_audit_id_audit"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_finding_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["checklist_item.id"],
            name=op.f("fk_finding_item_id_checklist_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["process.id"],
            name=op.f("fk_finding_process_id_process"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["responsible_id"],
            ["person.id"],
            name=op.f("fk_finding_responsible_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("client_id", "number", name=op.f("uq_finding_client_id_number")),
    )
    op.create_index(op.f("ix_finding_audit_id"), "finding", ["audit_id"], unique=False)
    op.create_index(op.f("ix_finding_client_id"), "finding", ["client_id"], unique=False)
    op.create_index(op.f("ix_finding_due_on"), "finding", ["due_on"], unique=False)
    op.create_index(op.f("ix_finding_item_id"), "finding", ["item_id"], unique=False)
    op.create_index(op.f("ix_finding_process_id"), "finding", ["process_id"], unique=False)
    op.create_index(op.f("ix_finding_responsible_id"), "finding", ["responsible_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("answer_id", sa.String(length=36), nullable=True),
        sa.Column("item_id", sa.String(length=36), nullable=True),
        sa.Column("finding_id", sa.String(length=36), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("attached_at", sa.DateTime(), nullable=False),
        sa.Column("attached_by", sa.String(length=300), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN answer_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN item_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN finding_id IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_evidence_one_subject"),
        ),
        sa.ForeignKeyConstraint(
            ["answer_id"],
            ["answer.id"],
            name=op.f("fk_evidence_answer_id_answer"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_evidence_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["digest"], ["file.digest"], name=op.f("fk_evidence_digest_file")),
        sa.ForeignKeyConstraint(
            ["finding_id"],
            ["finding.id"],
            name=op.f("fk_evidence_finding_id_finding"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["checklist_item.id"],
            name=op.f("fk_evidence_item_id_checklist_item"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_answer_id"), "evidence", ["answer_id"], unique=False)
    op.create_index(op.f("ix_evidence_client_id"), "evidence", ["client_id"], unique=False)
    op.create_index(op.f("ix_evidence_digest"), "evidence", ["digest"], unique=False)
    op.create_index(op.f("ix_evidence_finding_id"), "evidence", ["finding_id"], unique=False)
    op.create_index(op.f("ix_evidence_item_id"), "evidence", ["item_id"], unique=False)


def downgrade() -> None:
    """Removes them again."""
    op.drop_index(op.f("ix_evidence_item_id"), table_name="evidence")
    op.drop_index(op.f("ix_evidence_finding_id"), table_name="evidence")
    op.drop_index(op.f("ix_evidence_digest"), table_name="evidence")
    op.drop_index(op.f("ix_evidence_client_id"), table_name="evidence")
    op.drop_index(op.f("ix_evidence_answer_id"), table_name="evidence")
    op.drop_table("evidence")
    op.drop_index(op.f("ix_finding_responsible_id"), table_name="finding")
    op.drop_index(op.f("ix_finding_process_id"), table_name="finding")
    op.drop_index(op.f("ix_finding_item_id"), table_name="finding")
    op.drop_index(op.f("ix_finding_due_on"), table_name="finding")
    op.drop_index(op.f("ix_finding_client_id"), table_name="finding")
    op.drop_index(op.f("ix_finding_audit_id"), table_name="finding")
    op.drop_table("finding")
    op.drop_index(op.f("ix_task_link_successor_id"), table_name="task_link")
    op.drop_index(op.f("ix_task_link_predecessor_id"), table_name="task_link")
    op.drop_table("task_link")
    op.drop_index(op.f("ix_process_clause_process_id"), table_name="process_clause")
    op.drop_table("process_clause")
    op.drop_index(op.f("ix_checklist_item_process_id"), table_name="checklist_item")
    op.drop_index(op.f("ix_checklist_item_audit_id"), table_name="checklist_item")
    op.drop_table("checklist_item")
    op.drop_index(op.f("ix_audit_process_process_id"), table_name="audit_process")
    op.drop_index(op.f("ix_audit_process_audit_id"), table_name="audit_process")
    op.drop_table("audit_process")
    op.drop_index(op.f("ix_audit_member_person_id"), table_name="audit_member")
    op.drop_index(op.f("ix_audit_member_audit_id"), table_name="audit_member")
    op.drop_table("audit_member")
    op.drop_index(op.f("ix_audit_clause_audit_id"), table_name="audit_clause")
    op.drop_table("audit_clause")
    op.drop_index(op.f("ix_answer_override_answer_id"), table_name="answer_override")
    op.drop_table("answer_override")
    op.drop_index(op.f("ix_task_question"), table_name="task")
    op.drop_index(op.f("ix_task_owner_id"), table_name="task")
    op.drop_index(op.f("ix_task_due_on"), table_name="task")
    op.drop_index(op.f("ix_task_client_id"), table_name="task")
    op.drop_table("task")
    op.drop_index(op.f("ix_process_owner_id"), table_name="process")
    op.drop_index(op.f("ix_process_client_id"), table_name="process")
    op.drop_table("process")
    op.drop_index(op.f("ix_person_role_person_id"), table_name="person_role")
    op.drop_table("person_role")
    op.drop_index(op.f("ix_audit_lead_id"), table_name="audit")
    op.drop_index(op.f("ix_audit_client_id"), table_name="audit")
    op.drop_table("audit")
    op.drop_index(op.f("ix_answer_round_id"), table_name="answer")
    op.drop_index(op.f("ix_answer_owner_id"), table_name="answer")
    op.drop_table("answer")
    op.drop_index(op.f("ix_site_client_id"), table_name="site")
    op.drop_table("site")
    op.drop_index(op.f("ix_person_client_id"), table_name="person")
    op.drop_table("person")
    op.drop_index(op.f("ix_page_mark_client_id"), table_name="page_mark")
    op.drop_table("page_mark")
    op.drop_index(op.f("ix_exclusion_client_id"), table_name="exclusion")
    op.drop_table("exclusion")
    op.drop_index(op.f("ix_counter_client_id"), table_name="counter")
    op.drop_table("counter")
    op.drop_index(op.f("ix_client_standard_digest"), table_name="client_standard")
    op.drop_index(op.f("ix_client_standard_client_id"), table_name="client_standard")
    op.drop_table("client_standard")
    op.drop_index(op.f("ix_assessment_round_client_id"), table_name="assessment_round")
    op.drop_table("assessment_round")
    op.drop_index(op.f("ix_client_search"), table_name="client")
    op.drop_index(op.f("ix_client_logo"), table_name="client")
    op.drop_table("client")
    op.drop_index("ix_journal_table_name_record_id", table_name="journal")
    op.drop_index(op.f("ix_journal_sequence"), table_name="journal")
    op.drop_table("journal")
    op.drop_table("file")
    op.drop_table("content_snapshot")
