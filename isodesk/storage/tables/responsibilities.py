"""Who does, answers for, is asked about and hears of a clause or a process (RACI)."""

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Row, reference


class ResponsibilityRow(Row):
    """Letters of one role for one clause of a standard or one process."""

    __tablename__ = "responsibility"
    __table_args__ = (
        CheckConstraint(
            "(CASE WHEN process_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN standard IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_subject",
        ),
    )

    client_id: Mapped[str] = reference("client")
    process_id: Mapped[str | None] = reference("process", optional=True)
    standard: Mapped[str | None] = mapped_column(String(100))
    clause: Mapped[str] = mapped_column(String(40), default="")
    role: Mapped[str] = mapped_column(String(40))
    letters: Mapped[str] = mapped_column(String(4))
    """Of R, A, C and I, in this order."""
