"""The gap assessment: answers to questions, their notes, and how ready the client is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.catalog.standard import Exclusion
from isodesk.domain.conformity import MATURITY, Conformity, Importance
from isodesk.domain.events import AnswersChanged
from isodesk.domain.keys import ClientId, PersonId, QuestionKey
from isodesk.domain.progress import Progress
from isodesk.errors import InvalidInput, NotAllowed
from isodesk.i18n import N_
from isodesk.services.fields import LONG, clean
from isodesk.services.history import History
from isodesk.services.question_views import QuestionReader, QuestionView, progress_of
from isodesk.services.standards import Standards
from isodesk.storage import assessment
from isodesk.storage.tables import AnswerOverrideRow, AnswerRow
from isodesk.storage.work import Session, Work, Workshop

__all__ = ["Assessment", "GivenAnswer", "QuestionView", "RoundView", "progress_of"]

NOTES: Final = frozenset({"existing", "missing", "reason"})


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """A verdict with its notes, as a filled-in sheet holds it."""

    question: QuestionKey
    conformity: Conformity | None
    existing: str = ""
    missing: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RoundView:
    """One pass through the questions."""

    number: int
    started_on: date
    closed_on: date | None
    """None for the round that is answered now."""
    designations: tuple[str, ...]
    """The standards that it asked about."""


class Assessment:
    """Reads and records the current round; every answer is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def questions(self, client: ClientId, language: str, round_: int | None = None) -> tuple[QuestionView, ...]:
        """All questions of the client's standards in order, with their answers: of the current round, or of an earlier
        one by its number, as it was asked then. Raises NotFound."""
        with self._workshop.read() as session:
            row = assessment.round_of(session, client, round_)
            standards = self._standards.within(session, client, round_)
            reader = QuestionReader(session, client, row, standards, language)
            return tuple(
                reader.view(number, requirement)
                for number, requirement in enumerate(self._standards.merged(session, client, round_), start=1)
            )

    def rounds(self, client: ClientId) -> tuple[RoundView, ...]:
        """All rounds, the first one first."""
        with self._workshop.read() as session:
            return tuple(
                RoundView(
                    row.number,
                    row.started_on,
                    row.closed_on,
                    tuple(s.designation for s in self._standards.within(session, client, row.number)),
                )
                for row in assessment.rounds(session, client)
            )

    def progress(self, client: ClientId) -> Progress:
        """Counts over all questions."""
        return progress_of(self.questions(client, "en"))

    def record(self, client: ClientId, question: QuestionKey, conformity: Conformity | None) -> None:
        """Sets or clears the verdict on one question. Raises NotAllowed for “not applicable” where a standard forbids it."""
        self.record_many(client, (question,), conformity)

    def record_many(self, client: ClientId, questions: Iterable[QuestionKey], conformity: Conformity | None) -> None:
        """Sets or clears the verdict on several questions in one step (ux.md U41). Raises NotAllowed as `record`."""
        keys = tuple(questions)
        with self._history.step(N_("answer {clause}"), clause=self._clauses(client, keys)) as work:
            round_id = assessment.current_round(work.session, client).id
            if conformity is Conformity.NOT_APPLICABLE:
                self._refuse_leaving_out(work.session, client, keys)
            for key in keys:
                row = assessment.answer(work, round_id, key)
                row.conformity = conformity.value if conformity else None
                _sign(row, work)
            work.record(AnswersChanged(client, keys))

    def fill_in(self, client: ClientId, answers: Iterable[GivenAnswer]) -> None:
        """Records many verdicts with their notes in one step. Raises InvalidInput when a note is too long, NotAllowed."""
        given = tuple(answers)
        keys = tuple(answer.question for answer in given)
        left_out = tuple(a.question for a in given if a.conformity is Conformity.NOT_APPLICABLE)
        with self._history.step(N_("answer {clause}"), clause=self._clauses(client, keys)) as work:
            round_id = assessment.current_round(work.session, client).id
            self._refuse_leaving_out(work.session, client, left_out)
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

    def differ(
        self, client: ClientId, question: QuestionKey, standard: str, conformity: Conformity | None, reason: str = ""
    ) -> None:
        """Gives a common question another answer for one standard, with the reason; None takes that back.

        Raises InvalidInput without a reason, NotAllowed where the standard forbids to call it not applicable.
        """
        kept = clean("reason", reason, LONG, lines=True, required=conformity is not None)
        with self._history.step(N_("answer {clause}"), clause=self._clauses(client, (question,))) as work:
            answer = assessment.answer(work, assessment.current_round(work.session, client).id, question)
            work.session.flush()
            held = assessment.overrides(work.session, (answer.id,)).get(answer.id, {}).get(standard)
            if conformity is Conformity.NOT_APPLICABLE:
                self._refuse_place(work.session, client, question, standard)
            if conformity is None:
                if held is not None:
                    work.session.delete(held)
            elif held is None:
                work.session.add(
                    AnswerOverrideRow(answer_id=answer.id, standard=standard, conformity=conformity.value, reason=kept)
                )
            else:
                held.conformity, held.reason = conformity.value, kept
            _sign(answer, work)
            work.record(AnswersChanged(client, (question,)))

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

    def _refuse_leaving_out(self, session: Session, client: ClientId, keys: tuple[QuestionKey, ...]) -> None:
        """A common answer counts for every standard that has no answer of its own."""
        if not keys:
            return
        answers = assessment.answers(session, assessment.current_round(session, client).id)
        overrides = assessment.overrides(session, [row.id for row in answers.values()])
        places = {r.question.key: r.counts_for for r in self._standards.merged(session, client)}
        for key in keys:
            own = overrides.get(answers[key].id, {}) if key in answers else {}
            for standard, _clause in places.get(key, ()):
                if standard not in own:
                    self._refuse_place(session, client, key, standard)

    def _refuse_place(self, session: Session, client: ClientId, question: QuestionKey, key: str) -> None:
        standard = next((s for s in self._standards.within(session, client) if s.key == key), None)
        clause = standard.clause_of.get(question) if standard else None
        if standard is not None and clause is not None and standard.exclusion_of(clause) is Exclusion.FORBID:
            raise NotAllowed(
                N_("{standard} does not allow clause {clause} to be left out."),
                N_("Answer with another verdict; if the question counts for several standards, let the answer differ."),
                standard=standard.designation,
                clause=clause,
            )

    def _clauses(self, client: ClientId, keys: tuple[QuestionKey, ...]) -> str:
        places = {r.question.key: r.clause for r in self._standards.requirements(client)}
        named = [places.get(key, key) for key in keys]
        return named[0] if len(named) == 1 else f"{named[0]} … {named[-1]} ({len(named)})" if named else ""


def _sign(row: AnswerRow, work: Work) -> None:
    row.assessor = work.actor
    row.assessed_on = work.today
    row.seen_at = row.seen_at or work.now
