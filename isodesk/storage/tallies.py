"""Counts of a client's records of preparation and planning, in one statement: the overview asks after every change."""

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from isodesk.storage.tables import (
    BudgetLineRow,
    ClimateRow,
    IssueRow,
    ObjectiveRow,
    PartyRequirementRow,
    PartyRow,
    PolicyRow,
    ProcessRow,
    ResponsibilityRow,
    RiskRow,
)


def _count(
    row: type[IssueRow | PartyRow | ObjectiveRow | RiskRow | BudgetLineRow | ProcessRow],
    client: str,
    *conditions: ColumnElement[bool],
) -> Select[int]:
    return select(func.count()).select_from(row).where(row.client_id == client, row.archived_at.is_(None), *conditions)


def planning(session: Session, client: str) -> dict[str, int | bool]:
    """Numbers by the names of `domain.journey.Facts`."""
    required = exists().where(PartyRequirementRow.party_id == PartyRow.id)
    answered_for = exists().where(
        ResponsibilityRow.process_id == ProcessRow.id, ResponsibilityRow.letters.contains("A", autoescape=True)
    )
    numbers = {
        "issues_internal": _count(IssueRow, client, IssueRow.side == "internal"),
        "issues_external": _count(IssueRow, client, IssueRow.side == "external"),
        "parties": _count(PartyRow, client),
        "parties_without_requirement": _count(PartyRow, client, ~required),
        "objectives": _count(ObjectiveRow, client),
        "objectives_incomplete": _count(ObjectiveRow, client, _incomplete()),
        "risks": _count(RiskRow, client),
        "risks_open": _count(RiskRow, client, _open()),
        "processes_without_accountable": _count(ProcessRow, client, ~answered_for),
        "budget_lines": _count(BudgetLineRow, client),
        "responsibilities": select(func.count()).where(ResponsibilityRow.client_id == client),
    }
    truths = {
        "climate_decided": exists().where(
            ClimateRow.client_id == client, ClimateRow.relevant.is_not(None), func.trim(ClimateRow.reason) != ""
        ),
        "policy_written": exists().where(PolicyRow.client_id == client, func.trim(PolicyRow.text) != ""),
    }
    columns = [query.scalar_subquery().label(name) for name, query in numbers.items()]
    found = session.execute(select(*columns, *(truth.label(name) for name, truth in truths.items()))).one()
    return {**found._asdict(), **{name: bool(getattr(found, name)) for name in truths}}


def _incomplete() -> ColumnElement[bool]:
    row = ObjectiveRow
    return or_(
        row.measure == "", row.target.is_(None), row.owner_id.is_(None), row.due_on.is_(None), row.evaluation == ""
    )


def _open() -> ColumnElement[bool]:
    row = RiskRow
    unweighed = or_(row.likelihood.is_(None), row.impact.is_(None))
    return or_(unweighed, row.decision.is_(None), and_(row.decision != "accept", row.owner_id.is_(None)))
