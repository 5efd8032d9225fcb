"""What a client says of each control in its Statement of Applicability."""

from sqlalchemy import Boolean, CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Row, reference

_STATUSES = "('planned', 'partly', 'implemented')"


def _flag(name: str) -> Mapped[bool]:
    return mapped_column(Boolean(create_constraint=True, name=name), default=False)


class ControlRow(Row):
    """One control of one standard: whether it applies, why or why not, how far it is (ISO/IEC 27001, 6.1.3 d)."""

    __tablename__ = "control"
    __table_args__ = (
        UniqueConstraint("client_id", "standard", "clause"),
        CheckConstraint(f"status IS NULL OR status IN {_STATUSES}", name="status"),
    )

    client_id: Mapped[str] = reference("client")
    standard: Mapped[str] = mapped_column(String(100))
    clause: Mapped[str] = mapped_column(String(40))
    applicable: Mapped[bool | None] = mapped_column(Boolean(create_constraint=True, name="applicable"))
    """None: not decided yet."""
    for_risk: Mapped[bool] = _flag("for_risk")
    for_law: Mapped[bool] = _flag("for_law")
    for_contract: Mapped[bool] = _flag("for_contract")
    for_practice: Mapped[bool] = _flag("for_practice")
    reason: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str | None] = mapped_column(String(20))
    """None: as the gap assessment has it."""
    owner_id: Mapped[str | None] = reference("person", optional=True)
    evidence: Mapped[str] = mapped_column(Text, default="")
