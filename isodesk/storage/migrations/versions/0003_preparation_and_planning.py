"""Preparation and planning: context, objectives, risks, responsibilities, and all that schedules and pays for a plan."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = (
    "advice_answer",
    "climate_statement",
    "context_issue",
    "interested_party",
    "party_requirement",
    "policy",
    "objective",
    "objective_value",
    "objective_task",
    "risk_scale",
    "risk",
    "risk_task",
    "site_shift",
    "responsibility",
    "plan_setting",
    "calendar_day",
    "budget_line",
    "plan_template",
    "task_question",
)
"""In the order in which they can be made; taken away backwards."""


def upgrade() -> None:
    """Adds the tables and the new columns of a task."""
    _context()
    _objectives()
    _risks()
    _team()
    _plan()
    _task()


def _context() -> None:
    op.create_table(
        "advice_answer",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("choice", sa.String(length=60), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_advice_answer_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_answer")),
        sa.UniqueConstraint("client_id", "question", name=op.f("uq_advice_answer_client_id_question")),
    )
    op.create_table(
        "climate_statement",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("relevant", sa.Boolean(create_constraint=True, name="relevant"), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_climate_statement_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_climate_statement")),
        sa.UniqueConstraint("client_id", name=op.f("uq_climate_statement_client_id")),
    )
    op.create_table(
        "context_issue",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=20), nullable=False),
        sa.Column("category", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("favourable", sa.Boolean(create_constraint=True, name="favourable"), nullable=True),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint("side IN ('internal', 'external')", name=op.f("ck_context_issue_side")),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_context_issue_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_context_issue")),
    )
    op.create_index(op.f("ix_context_issue_client_id"), "context_issue", ["client_id"], unique=False)
    op.create_table(
        "interested_party",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_interested_party_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interested_party")),
    )
    op.create_index(op.f("ix_interested_party_client_id"), "interested_party", ["client_id"], unique=False)
    op.create_table(
        "party_requirement",
        sa.Column("party_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("met_by", sa.Text(), nullable=False),
        sa.Column("is_obligation", sa.Boolean(create_constraint=True, name="is_obligation"), nullable=False),
        sa.Column("on_climate", sa.Boolean(create_constraint=True, name="on_climate"), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"],
            ["interested_party.id"],
            name=op.f("fk_party_requirement_party_id_interested_party"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_requirement")),
    )
    op.create_index(op.f("ix_party_requirement_party_id"), "party_requirement", ["party_id"], unique=False)


def _objectives() -> None:
    op.create_table(
        "policy",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_policy_client_id_client"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy")),
        sa.UniqueConstraint("client_id", name=op.f("uq_policy_client_id")),
    )
    op.create_table(
        "objective",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=True),
        sa.Column("process_id", sa.String(length=36), nullable=True),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("base", sa.Float(), nullable=True),
        sa.Column("target", sa.Float(), nullable=True),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("actions", sa.Text(), nullable=False),
        sa.Column("resources", sa.Text(), nullable=False),
        sa.Column("evaluation", sa.Text(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_objective_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["person.id"],
            name=op.f("fk_objective_owner_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["process.id"],
            name=op.f("fk_objective_process_id_process"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective")),
    )
    op.create_index(op.f("ix_objective_client_id"), "objective", ["client_id"], unique=False)
    op.create_index(op.f("ix_objective_owner_id"), "objective", ["owner_id"], unique=False)
    op.create_index(op.f("ix_objective_process_id"), "objective", ["process_id"], unique=False)
    op.create_table(
        "objective_value",
        sa.Column("objective_id", sa.String(length=36), nullable=False),
        sa.Column("measured_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_objective_value_objective_id_objective"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective_value")),
        sa.UniqueConstraint("objective_id", "measured_on", name=op.f("uq_objective_value_objective_id_measured_on")),
    )
    op.create_index(op.f("ix_objective_value_objective_id"), "objective_value", ["objective_id"], unique=False)
    op.create_table(
        "objective_task",
        sa.Column("objective_id", sa.String(length=36), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["objective_id"],
            ["objective.id"],
            name=op.f("fk_objective_task_objective_id_objective"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_objective_task_task_id_task"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective_task")),
        sa.UniqueConstraint("objective_id", "task_id", name=op.f("uq_objective_task_objective_id_task_id")),
    )
    op.create_index(op.f("ix_objective_task_objective_id"), "objective_task", ["objective_id"], unique=False)
    op.create_index(op.f("ix_objective_task_task_id"), "objective_task", ["task_id"], unique=False)


def _risks() -> None:
    op.create_table(
        "risk_scale",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("tolerable_to", sa.Integer(), nullable=False),
        sa.Column("significant_to", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint("size IN (3, 5)", name=op.f("ck_risk_scale_size")),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_risk_scale_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_scale")),
        sa.UniqueConstraint("client_id", name=op.f("uq_risk_scale_client_id")),
    )
    op.create_table(
        "risk",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("process_id", sa.String(length=36), nullable=True),
        sa.Column("standard", sa.String(length=100), nullable=True),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("consequence", sa.Text(), nullable=False),
        sa.Column("existing", sa.Text(), nullable=False),
        sa.Column("likelihood", sa.Integer(), nullable=True),
        sa.Column("impact", sa.Integer(), nullable=True),
        sa.Column("decision", sa.String(length=20), nullable=True),
        sa.Column("treatment", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("residual_likelihood", sa.Integer(), nullable=True),
        sa.Column("residual_impact", sa.Integer(), nullable=True),
        sa.Column("effectiveness", sa.Text(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint("kind IN ('risk', 'opportunity')", name=op.f("ck_risk_kind")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_risk_client_id_client"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["person.id"], name=op.f("fk_risk_owner_id_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["process.id"],
            name=op.f("fk_risk_process_id_process"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
        sa.UniqueConstraint("client_id", "number", name=op.f("uq_risk_client_id_number")),
    )
    op.create_index(op.f("ix_risk_owner_id"), "risk", ["owner_id"], unique=False)
    op.create_index(op.f("ix_risk_process_id"), "risk", ["process_id"], unique=False)
    op.create_table(
        "risk_task",
        sa.Column("risk_id", sa.String(length=36), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["risk_id"], ["risk.id"], name=op.f("fk_risk_task_risk_id_risk"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_risk_task_task_id_task"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_task")),
        sa.UniqueConstraint("risk_id", "task_id", name=op.f("uq_risk_task_risk_id_task_id")),
    )
    op.create_index(op.f("ix_risk_task_risk_id"), "risk_task", ["risk_id"], unique=False)
    op.create_index(op.f("ix_risk_task_task_id"), "risk_task", ["task_id"], unique=False)


def _team() -> None:
    op.create_table(
        "site_shift",
        sa.Column("site_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.id"], name=op.f("fk_site_shift_site_id_site"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_shift")),
        sa.UniqueConstraint("site_id", "number", name=op.f("uq_site_shift_site_id_number")),
    )
    op.create_index(op.f("ix_site_shift_site_id"), "site_shift", ["site_id"], unique=False)
    op.create_table(
        "responsibility",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("process_id", sa.String(length=36), nullable=True),
        sa.Column("standard", sa.String(length=100), nullable=True),
        sa.Column("clause", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("letters", sa.String(length=4), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint(
            "(CASE WHEN process_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN standard IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_responsibility_one_subject"),
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_responsibility_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["process.id"],
            name=op.f("fk_responsibility_process_id_process"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responsibility")),
    )
    op.create_index(op.f("ix_responsibility_client_id"), "responsibility", ["client_id"], unique=False)
    op.create_index(op.f("ix_responsibility_process_id"), "responsibility", ["process_id"], unique=False)


def _plan() -> None:
    op.create_table(
        "plan_setting",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("country", sa.String(length=10), nullable=False),
        sa.Column("direction", sa.String(length=10), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("hour_rate", sa.Float(), nullable=False),
        sa.Column("order_number", sa.String(length=60), nullable=False),
        sa.Column("order_on", sa.Date(), nullable=True),
        sa.Column("baseline_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint("direction IN ('forward', 'backward')", name=op.f("ck_plan_setting_direction")),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_plan_setting_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_setting")),
        sa.UniqueConstraint("client_id", name=op.f("uq_plan_setting_client_id")),
    )
    op.create_table(
        "calendar_day",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("working", sa.Boolean(create_constraint=True, name="working"), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_calendar_day_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint("client_id", "day", name=op.f("uq_calendar_day_client_id_day")),
    )
    op.create_table(
        "budget_line",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("planned", sa.Float(), nullable=False),
        sa.Column("actual", sa.Float(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_budget_line_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
    )
    op.create_index(op.f("ix_budget_line_client_id"), "budget_line", ["client_id"], unique=False)
    op.create_table(
        "plan_template",
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("tasks", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_template")),
    )
    op.create_table(
        "task_question",
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("question", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["task.id"], name=op.f("fk_task_question_task_id_task"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_question")),
        sa.UniqueConstraint("task_id", "question", name=op.f("uq_task_question_task_id_question")),
    )
    op.create_index(op.f("ix_task_question_question"), "task_question", ["question"], unique=False)
    op.create_index(op.f("ix_task_question_task_id"), "task_question", ["task_id"], unique=False)


def _task() -> None:
    with op.batch_alter_table("task", recreate="always") as batch:
        batch.add_column(sa.Column("role", sa.String(length=40), nullable=True), insert_after="done_on")
        batch.add_column(sa.Column("effort_least", sa.Float(), nullable=True), insert_after="role")
        batch.add_column(sa.Column("effort_most", sa.Float(), nullable=True), insert_after="effort_least")
        batch.add_column(sa.Column("effort_actual", sa.Float(), nullable=True), insert_after="effort_most")
        batch.add_column(
            sa.Column("cost", sa.Float(), server_default="0", nullable=False), insert_after="effort_actual"
        )
        batch.add_column(sa.Column("cost_actual", sa.Float(), nullable=True), insert_after="cost")
        batch.add_column(sa.Column("began_on", sa.Date(), nullable=True), insert_after="cost_actual")
        batch.add_column(sa.Column("not_before", sa.Date(), nullable=True), insert_after="began_on")
        batch.add_column(
            sa.Column(
                "is_pinned", sa.Boolean(create_constraint=True, name="is_pinned"), server_default="0", nullable=False
            ),
            insert_after="not_before",
        )
        batch.add_column(sa.Column("baseline_start", sa.Date(), nullable=True), insert_after="is_pinned")
        batch.add_column(sa.Column("baseline_due", sa.Date(), nullable=True), insert_after="baseline_start")


def downgrade() -> None:
    """Takes all of it away."""
    with op.batch_alter_table("task", recreate="always") as batch:
        batch.drop_constraint("is_pinned", type_="check")
        for column in (
            "baseline_due",
            "baseline_start",
            "is_pinned",
            "not_before",
            "began_on",
            "cost_actual",
            "cost",
            "effort_actual",
            "effort_most",
            "effort_least",
            "role",
        ):
            batch.drop_column(column)
    for table in reversed(_TABLES):
        op.drop_table(table)
