"""What a new round takes along from the one before: the one way, whether the edition changed or a year has passed."""

from collections.abc import Mapping
from typing import TypeVar

from isodesk.domain.keys import ClientId
from isodesk.storage import assessment
from isodesk.storage.tables import AnswerOverrideRow, AnswerRow, EvidenceRow, RoundRow
from isodesk.storage.work import Work

_R = TypeVar("_R", AnswerRow, AnswerOverrideRow, EvidenceRow)


def open_next(work: Work, client: ClientId) -> tuple[RoundRow, RoundRow]:
    """Closes the current round today and opens the next: (the closed one, the new one). Raises NotFound."""
    before = assessment.current_round(work.session, client)
    before.closed_on = work.today
    return before, assessment.start_round(work, client)


def carry(
    work: Work,
    client: ClientId,
    before: RoundRow,
    after: RoundRow,
    asked: set[str],
    renamed: Mapping[str, str] | None = None,
) -> None:
    """Copies answers, overrides and evidence of what is still asked; the old rows stay where they are. The copies name
    the same stored files, so evidence is reachable from both rounds and takes no room twice. `renamed` maps the key of
    a standard to that of its next edition."""
    answers = {key: row for key, row in assessment.answers(work.session, before.id).items() if key in asked}
    copies = {row.id: _copied(row, round_id=after.id) for row in answers.values()}
    work.session.add_all(copies.values())
    overrides = assessment.overrides(work.session, copies)
    for answer, own in overrides.items():
        for standard, row in own.items():
            kept = (renamed or {}).get(standard, standard)
            work.session.add(_copied(row, answer_id=copies[answer].id, standard=kept))
    for file in assessment.answer_evidence(work.session, copies):
        work.session.add(_copied(file, answer_id=copies[file.answer_id or ""].id, client_id=client))


def _copied(row: _R, **other: object) -> _R:
    values = {column.key: getattr(row, column.key) for column in row.__table__.columns if column.key != "id"}
    return type(row)(**{**values, **other})
