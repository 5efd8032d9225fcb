"""Standards that were retired when a client moved to another edition, and the Statement of Applicability."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds when a standard came and went, and the table of controls."""
    with op.batch_alter_table("client_standard", recreate="always") as batch:
        batch.add_column(
            sa.Column("first_round", sa.Integer(), server_default="1", nullable=False), insert_after="adopted_at"
        )
        batch.add_column(sa.Column("last_round", sa.Integer(), nullable=True), insert_after="first_round")
        batch.add_column(sa.Column("retired_at", sa.DateTime(), nullable=True), insert_after="last_round")
    op.create_table(
        "control",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("standard", sa.String(length=100), nullable=False),
        sa.Column("clause", sa.String(length=40), nullable=False),
        sa.Column("applicable", sa.Boolean(create_constraint=True, name="applicable"), nullable=True),
        sa.Column("for_risk", sa.Boolean(create_constraint=True, name="for_risk"), nullable=False),
        sa.Column("for_law", sa.Boolean(create_constraint=True, name="for_law"), nullable=False),
        sa.Column("for_contract", sa.Boolean(create_constraint=True, name="for_contract"), nullable=False),
        sa.Column("for_practice", sa.Boolean(create_constraint=True, name="for_practice"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=True),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.CheckConstraint(
            "status IS NULL OR status IN ('planned', 'partly', 'implemented')", name=op.f("ck_control_status")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
            name=op.f("fk_control_client_id_client"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["person.id"],
            name=op.f("fk_control_owner_id_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_control")),
        sa.UniqueConstraint("client_id", "standard", "clause", name=op.f("uq_control_client_id_standard_clause")),
    )
    op.create_index(op.f("ix_control_client_id"), "control", ["client_id"], unique=False)
    op.create_index(op.f("ix_control_owner_id"), "control", ["owner_id"], unique=False)


def downgrade() -> None:
    """Takes both away."""
    op.drop_table("control")
    with op.batch_alter_table("client_standard", recreate="always") as batch:
        for column in ("retired_at", "last_round", "first_round"):
            batch.drop_column(column)
