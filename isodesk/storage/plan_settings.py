"""Queries about the settings of plans."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from isodesk.storage.tables import PlanSettingRow


def settings(session: Session, client: str) -> PlanSettingRow | None:
    """The settings of a client's plan; None where it has the usual ones."""
    return session.scalars(select(PlanSettingRow).where(PlanSettingRow.client_id == client)).one_or_none()
