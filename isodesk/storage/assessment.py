"""Queries about rounds of assessment, answers and evidence."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.storage.tables import AnswerOverrideRow, AnswerRow, EvidenceRow, FileRow, RoundRow
from isodesk.storage.work import Work


def start_round(work: Work, client: str) -> RoundRow:
    """A new round beside the earlier ones."""
    number = work.session.scalar(select(func.max(RoundRow.number)).where(RoundRow.client_id == client)) or 0
    row = RoundRow(client_id=client, number=number + 1, started_on=work.today)
    work.session.add(row)
    work.session.flush()
    return row


def current_round(session: Session, client: str) -> RoundRow:
    """The newest round. Raises NotFound."""
    query = select(RoundRow).where(RoundRow.client_id == client).order_by(RoundRow.number.desc()).limit(1)
    row = session.scalar(query)
    if row is None:
        raise NotFound(N_("This client has no assessment yet."), N_("Create the client again or restore a copy."))
    return row


def rounds(session: Session, client: str) -> Sequence[RoundRow]:
    """All rounds, the first one first."""
    return session.scalars(select(RoundRow).where(RoundRow.client_id == client).order_by(RoundRow.number)).all()


def round_of(session: Session, client: str, number: int | None) -> RoundRow:
    """The round of that number, or the newest. Raises NotFound."""
    if number is None:
        return current_round(session, client)
    row = session.scalar(select(RoundRow).where(RoundRow.client_id == client, RoundRow.number == number))
    if row is None:
        raise NotFound(N_("There is no assessment {number}."), N_("Choose one of the list."), number=number)
    return row


def answers(session: Session, round_id: str) -> dict[str, AnswerRow]:
    """Answers of a round by question key."""
    return {row.question: row for row in session.scalars(select(AnswerRow).where(AnswerRow.round_id == round_id))}


def answer(work: Work, round_id: str, question: str) -> AnswerRow:
    """The answer to a question, made when there is none yet."""
    query = select(AnswerRow).where(AnswerRow.round_id == round_id, AnswerRow.question == question)
    row = work.session.scalar(query)
    if row is None:
        row = AnswerRow(round_id=round_id, question=question, seen_at=work.now)
        work.session.add(row)
    return row


def overrides(session: Session, answer_ids: Iterable[str]) -> dict[str, dict[str, AnswerOverrideRow]]:
    """Overrides by answer and standard."""
    found: dict[str, dict[str, AnswerOverrideRow]] = {}
    query = select(AnswerOverrideRow).where(AnswerOverrideRow.answer_id.in_(list(answer_ids)))
    for row in session.scalars(query):
        found.setdefault(row.answer_id, {})[row.standard] = row
    return found


def evidence_counts(session: Session, client: str) -> dict[str, int]:
    """Attached files by the id of their answer, checklist row or finding."""
    subject = func.coalesce(EvidenceRow.answer_id, EvidenceRow.item_id, EvidenceRow.finding_id)
    query = select(subject, func.count()).where(EvidenceRow.client_id == client, EvidenceRow.archived_at.is_(None))
    return dict(session.execute(query.group_by(subject)).all())


def answer_evidence(session: Session, answer_ids: Iterable[str]) -> Sequence[EvidenceRow]:
    """Files attached to answers that are not in the trash."""
    query = select(EvidenceRow).where(EvidenceRow.answer_id.in_(list(answer_ids)), EvidenceRow.archived_at.is_(None))
    return session.scalars(query.order_by(EvidenceRow.attached_at, EvidenceRow.id)).all()


def evidence(session: Session, column: str, subject: str) -> Sequence[tuple[EvidenceRow, FileRow]]:
    """Files attached to one record, oldest first; `column` is answer_id, item_id or finding_id."""
    query = (
        select(EvidenceRow, FileRow)
        .join(FileRow, FileRow.digest == EvidenceRow.digest)
        .where(getattr(EvidenceRow, column) == subject, EvidenceRow.archived_at.is_(None))
        .order_by(EvidenceRow.attached_at, EvidenceRow.id)
    )
    return [(row, file) for row, file in session.execute(query)]
