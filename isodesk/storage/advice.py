"""Queries about the answers that lead to a standard."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from isodesk.storage.tables import AdviceAnswerRow


def answers(session: Session, client: str) -> dict[str, AdviceAnswerRow]:
    """Rows by question."""
    query = select(AdviceAnswerRow).where(AdviceAnswerRow.client_id == client)
    return {row.question: row for row in session.scalars(query)}
