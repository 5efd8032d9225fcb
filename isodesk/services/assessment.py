"""The gap assessment: answers to questions, their notes, and how ready the client is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.conformity import MATURITY, Conformity, Importance
from isodesk.domain.events import AnswersChanged
from isodesk.domain.keys import ClientId, PersonId, QuestionKey, is_within
from isodesk.domain.people import Role
from isodesk.domain.progress import Progress
from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services.fields import LONG, clean
from isodesk.services.history import History
from isodesk.services.standards import Requirement, Standards
from isodesk.storage import assessment, clients, team
from isodesk.storage.tables import AnswerRow
from isodesk.storage.work import Session, Work, Workshop

NOTES: Final = frozenset({"existing", "missing", "reason"})


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question of a client with what was answered so far, in one language."""

    number: int
    """Runs through the whole assessment; the same on screen and on paper."""
    key: QuestionKey
    standard: str
    clause: str
    clause_title: str
    counts_for: tuple[tuple[str, str], ...]
    question: str
    why: str
    look_for: tuple[str, ...]
    example: str
    action: str
    role: Role
    effort: int
    importance: Importance
    conformity: Conformity | None
    maturity: int | None
    existing: str
    missing: str
    reason: str
    excluded: bool
    """The whole clause does not apply; the reason is the exclusion's."""
    owner: PersonId | None
    owner_name: str
    assessor: str
    assessed_on: date | None
    seen: bool
    evidence: int
    overrides: tuple[tuple[str, Conformity, str], ...]
    """(standard, verdict, reason) where the answer differs for a standard."""

    @property
    def needs_reason(self) -> bool:
        """Called not applicable without saying why."""
        return self.conformity is Conformity.NOT_APPLICABLE and not self.reason.strip()


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """A verdict with its notes, as a filled-in sheet holds it."""

    question: QuestionKey
    conformity: Conformity | None
    existing: str = ""
    missing: str = ""
    reason: str = ""


class Assessment:
    """Reads and records the current round; every answer is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def questions(self, client: ClientId, language: str) -> tuple[QuestionView, ...]:
        """All questions of the client's standards in order, with their answers."""
        with self._workshop.read() as session:
            standards = self._standards.within(session, client)
            titles = {(s.key, c.number): c.title(language) for s in standards for c in s.clauses}
            reader = _Reader(session, client)
            return tuple(
                reader.view(number, requirement, language, titles[requirement.standard, requirement.clause])
                for number, requirement in enumerate(self._standards.merged(session, client), start=1)
            )

    def progress(self, client: ClientId) -> Progress:
        """Counts over all questions."""
        return progress_of(self.questions(client, "en"))

    def record(self, client: ClientId, question: QuestionKey, conformity: Conformity | None) -> None:
        """Sets or clears the verdict on one question."""
        self.record_many(client, (question,), conformity)

    def record_many(self, client: ClientId, questions: Iterable[QuestionKey], conformity: Conformity | None) -> None:
        """Sets or clears the verdict on several questions in one step (ux.md U41)."""
        keys = tuple(questions)
        with self._history.step(N_("answer {clause}"), clause=self._clauses(client, keys)) as work:
            round_id = assessment.current_round(work.session, client).id
            for key in keys:
                row = assessment.answer(work, round_id, key)
                row.conformity = conformity.value if conformity else None
                _sign(row, work)
            work.record(AnswersChanged(client, keys))

    def fill_in(self, client: ClientId, answers: Iterable[GivenAnswer]) -> None:
        """Records many verdicts with their notes in one step. Raises InvalidInput when a note is too long."""
        given = tuple(answers)
        keys = tuple(answer.question for answer in given)
        with self._history.step(N_("answer {clause}"), clause=self._clauses(client, keys)) as work:
            round_id = assessment.current_round(work.session, client).id
            for answer in given:
                row = assessment.answer(work, round_id, answer.question)
                row.conformity = answer.conformity.value if answer.conformity else None
                row.existing, row.missing, row.reason = (
                    clean(field, text, LONG, lines=True)
                    for field, text in (
                        ("existing", answer.existing),
                        ("missing", answer.missing),
                        ("reason", answer.reason),
                    )
                )
                _sign(row, work)
            work.record(AnswersChanged(client, keys))

    def set_note(self, client: ClientId, question: QuestionKey, field: str, text: str) -> None:
        """Writes `existing`, `missing` or `reason`. Raises InvalidInput when it is too long."""
        if field not in NOTES:
            message = f"not a note of an answer: {field}"
            raise ValueError(message)
        kept = clean(field, text, LONG, lines=True)
        with self._history.step(N_("note to {clause}"), clause=self._clauses(client, (question,))) as work:
            row = assessment.answer(work, assessment.current_round(work.session, client).id, question)
            setattr(row, field, kept)
            _sign(row, work)
            work.record(AnswersChanged(client, (question,)))

    def set_owner(self, client: ClientId, questions: Iterable[QuestionKey], owner: PersonId | None) -> None:
        """Names who is responsible for several questions in one step."""
        keys = tuple(questions)
        with self._history.step(N_("responsible for {clause}"), clause=self._clauses(client, keys)) as work:
            round_id = assessment.current_round(work.session, client).id
            for key in keys:
                assessment.answer(work, round_id, key).owner_id = owner
            work.record(AnswersChanged(client, keys))

    def set_importance(self, client: ClientId, question: QuestionKey, importance: Importance | None) -> None:
        """Weighs a question for this client; None goes back to the bank's own."""
        with self._history.step(N_("importance of {clause}"), clause=self._clauses(client, (question,))) as work:
            row = assessment.answer(work, assessment.current_round(work.session, client).id, question)
            row.importance = importance.value if importance else None
            work.record(AnswersChanged(client, (question,)))

    def set_maturity(self, client: ClientId, question: QuestionKey, maturity: int | None) -> None:
        """Sets a level of 0 to 5 beside the verdict. Raises InvalidInput."""
        if maturity is not None and maturity not in MATURITY:
            raise InvalidInput("maturity", N_("Maturity goes from 0 to 5."), N_("Choose a level of the list."))
        with self._history.step(N_("maturity of {clause}"), clause=self._clauses(client, (question,))) as work:
            row = assessment.answer(work, assessment.current_round(work.session, client).id, question)
            row.maturity = maturity
            work.record(AnswersChanged(client, (question,)))

    def look(self, client: ClientId, question: QuestionKey) -> None:
        """Notes that someone looked at a question without answering it (ux.md U06); nothing when read-only.

        Nothing either while a step waits to be redone: it may bring back the very row that this would make.
        """
        if self._workshop.read_only or self._history.redoable is not None:
            return
        with self._workshop.write("look") as work:
            assessment.answer(work, assessment.current_round(work.session, client).id, question)

    def dates(self, client: ClientId) -> tuple[date, date | None]:
        """When the round started and when its last answer was given."""
        with self._workshop.read() as session:
            row = assessment.current_round(session, client)
            days = [a.assessed_on for a in assessment.answers(session, row.id).values() if a.assessed_on]
            return row.started_on, max(days, default=None)

    def _clauses(self, client: ClientId, keys: tuple[QuestionKey, ...]) -> str:
        places = {r.question.key: r.clause for r in self._standards.requirements(client)}
        named = [places.get(key, key) for key in keys]
        return named[0] if len(named) == 1 else f"{named[0]} … {named[-1]} ({len(named)})" if named else ""


class _Reader:
    """Joins the rows of one client once, for all its questions."""

    def __init__(self, session: Session, client: ClientId) -> None:
        self._answers = assessment.answers(session, assessment.current_round(session, client).id)
        self._blank = AnswerRow(round_id="", question="")
        self._overrides = assessment.overrides(session, (row.id for row in self._answers.values()))
        self._evidence = assessment.evidence_counts(session, client)
        self._names = team.names(session, client)
        self._exclusions = [(row.standard, row.clause, row.reason) for row in clients.exclusions(session, client)]

    def view(self, number: int, requirement: Requirement, language: str, title: str) -> QuestionView:
        question = requirement.question
        text = question.text(language)
        row = self._answers.get(question.key, self._blank)
        conformity = Conformity(row.conformity) if row.conformity else None
        exclusion = self._exclusion(requirement)
        excluded = exclusion is not None and conformity in {None, Conformity.NOT_APPLICABLE}
        return QuestionView(
            number=number,
            key=QuestionKey(question.key),
            standard=requirement.standard,
            clause=requirement.clause,
            clause_title=title,
            counts_for=requirement.counts_for,
            question=text.question,
            why=text.why,
            look_for=text.look_for,
            example=text.example,
            action=text.action,
            role=question.role,
            effort=question.effort,
            importance=Importance(row.importance) if row.importance else question.importance,
            conformity=Conformity.NOT_APPLICABLE if excluded else conformity,
            maturity=row.maturity,
            existing=row.existing,
            missing=row.missing,
            reason=(exclusion or "") if excluded and not row.reason else row.reason,
            excluded=excluded,
            owner=PersonId(row.owner_id) if row.owner_id else None,
            owner_name=self._names.get(row.owner_id or "", ""),
            assessor=row.assessor,
            assessed_on=row.assessed_on,
            seen=row.seen_at is not None,
            evidence=self._evidence.get(row.id, 0),
            overrides=tuple(
                (standard, Conformity(override.conformity), override.reason)
                for standard, override in sorted(self._overrides.get(row.id, {}).items())
            ),
        )

    def _exclusion(self, requirement: Requirement) -> str | None:
        """The reason when every place of the question is excluded."""
        reasons = [
            next((r for s, c, r in self._exclusions if s == standard and is_within(clause, c)), None)
            for standard, clause in requirement.counts_for
        ]
        return None if any(reason is None for reason in reasons) else reasons[0]


def progress_of(questions: Iterable[QuestionView]) -> Progress:
    """Counts over some questions."""
    return Progress.of(view.conformity for view in questions)


def _sign(row: AnswerRow, work: Work) -> None:
    row.assessor = work.actor
    row.assessed_on = work.today
    row.seen_at = row.seen_at or work.now
