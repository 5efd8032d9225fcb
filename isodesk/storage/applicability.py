"""Queries about what clients say of the controls of their standards."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from isodesk.storage.tables import ControlRow


def controls(session: Session, client: str) -> dict[tuple[str, str], ControlRow]:
    """What was said of each control, by standard and clause; a control of which nothing was said has no row."""
    query = select(ControlRow).where(ControlRow.client_id == client)
    return {(row.standard, row.clause): row for row in session.scalars(query)}
